package cite

import (
	"slices"

	"etal/internal/article"
)

// group returns the citations that hits make: those in one pair of parentheses are one.
func group(text string, hits []hit) []article.Citation {
	var out []article.Citation
	open := -1
	hits = withoutWeak(text, hits)
	for i, h := range hits {
		if n := len(h.ambiguous); n > 1 && i+n <= len(hits) && !slices.ContainsFunc(hits[i:i+n], func(o hit) bool {
			at := openBefore(text, o.year.Start)
			return at < 0 || at != openBefore(text, h.year.Start) || !slices.Equal(o.ambiguous, h.ambiguous)
		}) { // (Li 2008; Li 2008) names both
			for k, reference := range h.ambiguous {
				hits[i+k].references, hits[i+k].ambiguous = []int{reference}, nil
			}
			h = hits[i]
		}
		at := openBefore(text, h.year.Start)
		c := article.Citation{Span: article.Span{Start: h.names.Start, End: h.year.End}, References: h.references, Ambiguous: h.ambiguous, Missing: h.missing}
		if at >= 0 {
			c.Start = min(c.Start, at)
			c.End = closeAfter(text, at, h.year.End)
		}
		if n := len(out); n > 0 && (at >= 0 && at == open || c.Start < out[n-1].End) {
			out[n-1].End = max(out[n-1].End, c.End)
			if len(out[n-1].References)+len(out[n-1].Ambiguous)+len(out[n-1].Missing) <= MaxRange { // further ones are left out
				out[n-1].References = append(out[n-1].References, c.References...)
				out[n-1].Ambiguous = append(out[n-1].Ambiguous, c.Ambiguous...)
				out[n-1].Missing = append(out[n-1].Missing, c.Missing...)
			}
		} else {
			out = append(out, c)
		}
		open = at
	}
	return out
}

// withoutWeak leaves out weak hits that stand in no parentheses with another.
func withoutWeak(text string, hits []hit) []hit {
	strong := map[int]bool{} // offsets of parentheses
	for _, h := range hits {
		if !h.weak {
			strong[openBefore(text, h.year.Start)] = true
		}
	}
	delete(strong, -1)
	return slices.DeleteFunc(hits, func(h hit) bool { return h.weak && !strong[openBefore(text, h.year.Start)] })
}

// openBefore returns the offset of the parenthesis or bracket that is open at offset i, or -1.
func openBefore(text string, i int) int {
	depth := 0
	for j := i - 1; j >= max(i-maxGroup, 0); j-- {
		switch text[j] {
		case ')', ']':
			depth++
		case '(', '[':
			if depth == 0 {
				return j
			}
			depth--
		}
	}
	return -1
}

// closeAfter returns the end of the parenthesis that opens at offset open, but at least end.
func closeAfter(text string, open, end int) int {
	depth := 0
	for j := open; j < min(len(text), open+maxGroup); j++ {
		switch text[j] {
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth == 0 {
				return max(j+1, end)
			}
		}
	}
	return end
}
