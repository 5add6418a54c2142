package cite

import (
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/cite/shortform"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// again matches a word that, in running text, stands for the work cited last.
var again = lazyregexp.New(`\b(?:[Ii]bid(?:em)?\b\.?|[Ll]oc\.\s?cit\.|[Ee]bd\.|[Ee]benda\b|a\.\s?a\.\s?O\.)`)

// Resolve replaces short forms by the works they refer to, and adds citations for words in the
// prose that refer to the work cited last: (ibid., p. 30).
func Resolve(body string, prose []article.Span, citations []article.Citation, references []article.Reference) []article.Citation {
	if forms := shortform.Of(references); len(forms) > 0 {
		for i := range citations {
			resolveShortForms(&citations[i], forms, references)
		}
	}
	var found []article.Citation
	for _, p := range prose {
		if !mightContainIbid(body[p.Start:p.End]) {
			continue
		}
		for _, m := range again.FindAllStringIndex(body[p.Start:p.End], -1) {
			span := article.Span{Start: p.Start + m[0], End: p.Start + m[1]}
			last := sort.Search(len(citations), func(i int) bool { return citations[i].Start >= span.Start }) - 1
			if last < 0 || len(citations[last].References) == 0 || shortform.IsBeyondNote(body[citations[last].End:span.Start]) {
				continue
			}
			named := citations[last].References
			found = append(found, article.Citation{
				Span: span, Text: safe.Line(body[span.Start:span.End]), References: named[len(named)-1:],
			})
		}
	}
	return Merge(citations, found)
}

// mightContainIbid reports whether a text may have a word for the work cited last. It is much
// faster than the regular expression.
func mightContainIbid(text string) bool {
	for _, part := range []string{"bid", "cit.", "bd.", "benda", "O."} {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// resolveShortForms replaces the short forms that a citation names by their works. References are
// in the order of their numbers.
func resolveShortForms(c *article.Citation, forms map[int]shortform.Form, references []article.Reference) {
	var sure []int
	if len(c.References) == 1 {
		n := c.References[0]
		if f, short := forms[n]; short && !f.Own && n <= len(references) {
			c.Note = references[n-1].Start
		}
	}
	for _, n := range c.References {
		f, short := forms[n]
		if !short || f.Own {
			sure = append(sure, n)
		}
		sure = append(sure, f.Works...)
		c.Ambiguous = append(c.Ambiguous, f.Maybe[:min(len(f.Maybe), maxAlike)]...)
	}
	c.References = sure
}
