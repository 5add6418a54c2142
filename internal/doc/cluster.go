package doc

import (
	"sort"
	"strconv"
	"strings"
	"unicode"

	"etal/internal/cite"
	"etal/internal/lazyregexp"
)

// A cluster is a run of marks that one sees as one citation: a bracket, a raised run, an
// author with years. Its borders count the bytes of the inlines' text.
type cluster struct {
	start, end int
	references []int
	missing    []string
	text       string
	from       int // where it begins in the body
}

// isBracketed reports whether the citation is written as it stands, without Markdown: a
// parser that is told of it reads it as no link.
func (c *cluster) isBracketed() bool { return strings.HasPrefix(c.text, "[") }

// A mark is the text that leads to one citation's references.
type mark struct {
	start, end int
	text       string
	references []int
}

var (
	// between matches what may stand between two marks of one citation; the groups are
	// the dash of a range.
	between   = lazyregexp.New(`^(?:\s*(?:[,;]\s*(?:and|&)?|and|&|([–—‑‐−-]))?\s*|[\])]\s*([–—‑‐−-])\s*[\[(])$`)
	numbers   = lazyregexp.New(`^[\[(]?\s*\d{1,4}[a-z]?(?:\s*[,;–—‑‐−-]\s*\d{1,4}[a-z]?)*\s*[\])]?$`)
	oneNumber = lazyregexp.New(`^[\[(]?\s*(\d{1,4})[a-z]?(?:\s*[–—‑‐−-]\s*(\d{1,4}))?\s*[\])]?$`)
	oneYear   = lazyregexp.New(`^[\[(]?(?:1[5-9]|20)\d\d[a-z]?[\])]?$`)
	narrators = lazyregexp.New(`(?:\p{Lu}[\p{L}'’‐-]+(?:(?:,? (?:and|&) (?:(?:van|von|de|der|den|del|la|le|di) )*\p{Lu}[\p{L}'’‐-]+)|,? et al\.?,?)?(?:['’]s?)?,? )\(?$`)
)

// Limits of what is taken into a citation beside its marks, in bytes: longer parentheses are
// sentences that cite on the way.
const (
	bracketReach = 400 // how far a bracket may reach around the marks
	wordsAMark   = 60  // other words in it, for each mark
)

// findClusters finds the citations among inlines of a document with a list of that many
// references.
func findClusters(line []Inline, listed int) []cluster {
	text, marks, others := findMarks(line)
	var found []cluster
	done := 0
	for i := 0; i < len(marks); {
		c := cluster{start: marks[i].start, end: marks[i].end}
		c.add(marks[i], listed)
		n := i + 1
		numeric := marks[i].isNumeric()
		for ; n < len(marks); n++ {
			m := between.FindStringSubmatch(text[c.end:marks[n].start])
			if m == nil || marks[n].isNumeric() != numeric || len(m[0]) == 0 && !numeric {
				break
			}
			if m[1]+m[2] != "" && numeric {
				c.addRange(marks[n-1], marks[n])
			}
			c.add(marks[n], listed)
			c.end = marks[n].end
		}
		if numeric {
			c.takeBrackets(text)
		} else {
			n = c.takeBracketed(text, done, marks, n, others, listed)
		}
		i, done = n, c.end
		c.text = text[c.start:c.end]
		found = append(found, c)
	}
	return found
}

// isNumeric reports whether a mark is a number of the list, and no year.
func (m mark) isNumeric() bool { return numbers.MatchString(m.text) && !oneYear.MatchString(m.text) }

// findMarks returns the text of the inlines, the marks in it, and where other links and notes
// stand.
func findMarks(line []Inline) (text string, marks []mark, others []int) {
	var b strings.Builder
	var last *Citation // that the inline before is a mark of
	for _, in := range line {
		start, before := b.Len(), last
		last = nil
		if !in.isText() {
			others = append(others, start)
			continue
		}
		b.WriteString(in.Text.String())
		switch to := in.To.(type) {
		case *Citation:
			if n := len(marks); to == before && marks[n-1].end == start {
				marks[n-1].end = b.Len()
			} else {
				marks = append(marks, mark{start: start, end: b.Len(), references: to.References})
			}
			last = to
		case *Link:
			others = append(others, start)
		}
	}
	text = b.String()
	for i := range marks {
		m := &marks[i]
		m.start += len(text[m.start:m.end]) - len(strings.TrimLeftFunc(text[m.start:m.end], unicode.IsSpace))
		m.end = m.start + len(strings.TrimSpace(text[m.start:m.end]))
		m.text = text[m.start:m.end]
	}
	return text, marks, others
}

// add adds the references of one mark. A mark such as 3–5 names them all, also where the
// source names only the first or the two ends.
func (c *cluster) add(m mark, listed int) {
	if len(m.references) == 0 {
		if m.text != "" {
			c.missing = append(c.missing, strings.Trim(m.text, "[]()"))
		}
		return
	}
	named := m.references
	if n := oneNumber.FindStringSubmatch(m.text); n != nil && n[2] != "" && len(named) <= 2 {
		first, _ := strconv.Atoi(n[1])
		last, _ := strconv.Atoi(n[2])
		end := named[0] + last - first
		if len(named) == 1 && end <= listed || len(named) == 2 && end == named[1] {
			named = rangeOf(named[0], end)
		}
	}
	for _, n := range named {
		if k := len(c.references); k == 0 || c.references[k-1] != n { // an author's and a year's link
			c.references = append(c.references, n)
		}
	}
}

// addRange adds what lies between the ends of a range, which the next mark completes.
func (c *cluster) addRange(first, last mark) {
	if len(first.references) > 0 && len(last.references) > 0 {
		c.references = append(c.references, rangeOf(first.references[len(first.references)-1]+1, last.references[0]-1)...)
	}
}

func rangeOf(first, last int) []int {
	var all []int
	for n := first; n <= last && len(all) < cite.MaxRange; n++ {
		all = append(all, n)
	}
	return all
}

// takeBrackets takes the brackets that stand close around the citation into it.
func (c *cluster) takeBrackets(text string) {
	before, after := strings.TrimRight(text[:c.start], " "), strings.TrimLeft(text[c.end:], " ")
	for _, pair := range []string{"[]", "()"} {
		if strings.HasSuffix(before, pair[:1]) && strings.HasPrefix(after, pair[1:]) {
			c.start = len(before) - 1
			c.end = len(text) - len(after) + 1
		}
	}
}

// takeBracketed takes the whole bracket around an author and year into the citation, with the
// further marks in it, where it says little else; or the author before a year alone. Another citation
// ends at done. It returns the index of the first mark after the citation.
func (c *cluster) takeBracketed(text string, done int, marks []mark, next int, others []int, listed int) int {
	reach := max(c.start-bracketReach, done)
	open := reach + strings.LastIndexAny(text[reach:c.start], "()[]")
	if open >= reach && strings.IndexByte("([", text[open]) >= 0 {
		end := c.end + strings.IndexAny(text[c.end:min(len(text), c.end+bracketReach)], "()[]")
		n, count, words := next, 1, c.start-open
		if end >= c.end && strings.IndexByte(")]", text[end]) >= 0 {
			words += end - c.end
			for ; n < len(marks) && marks[n].end <= end; n++ {
				words -= marks[n].end - marks[n].start
				count++
			}
			if words <= wordsAMark*count && !anyIn(others, open, end) {
				for _, m := range marks[next:n] {
					c.add(m, listed)
				}
				next = n
				c.start, c.end = open, end+1
			}
		}
	}
	if oneYear.MatchString(text[c.start:c.end]) {
		if m := narrators.FindStringIndex(text[reach:c.start]); m != nil {
			if from := reach + m[0]; !anyIn(others, from, c.start) && !endsIn(marks, from, c.start) {
				c.start = from
			}
		}
	}
	return next
}

// anyIn reports whether one of the sorted offsets lies between two others.
func anyIn(offsets []int, start, end int) bool {
	i := sort.SearchInts(offsets, start)
	return i < len(offsets) && offsets[i] < end
}

// endsIn reports whether a mark ends between two offsets.
func endsIn(marks []mark, start, end int) bool {
	i := sort.Search(len(marks), func(i int) bool { return marks[i].end > start })
	return i < len(marks) && marks[i].end <= end
}

// cutAtClusters cuts the inlines where a citation begins or ends in one.
func cutAtClusters(line []Inline, clusters []cluster) []Inline {
	if len(clusters) == 0 {
		return line
	}
	var out []Inline
	at := 0
	for _, in := range line {
		if !in.isText() {
			out = append(out, in)
			continue
		}
		for end := at + in.Text.Len(); at < end; {
			for len(clusters) > 0 && clusters[0].end <= at {
				clusters = clusters[1:]
			}
			cut := end
			if len(clusters) > 0 {
				if c := clusters[0]; c.start > at {
					cut = min(cut, c.start)
				} else {
					cut = min(cut, c.end)
				}
			}
			part := in
			part.Text, in.Text = in.Text.Slice(0, cut-at), in.Text.Slice(cut-at, in.Text.Len())
			out = append(out, part)
			at = cut
		}
	}
	return out
}
