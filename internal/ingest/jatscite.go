package ingest

import (
	"sort"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
	"etal/internal/xmltree"
)

// A cluster is a run of marks that a reader sees as one citation: a bracket, a raised
// run, an author with years. Its borders count the bytes of the pieces' text.
type cluster struct {
	start, end int
	references []int
	missing    []string
	text       string
	plain      bool // written without Markdown
	from       int  // where it begins in the body
}

// A jatsMark is the text of one xref that leads to references.
type jatsMark struct {
	start, end int
	text       string
	numbers    []int
}

var (
	// between matches what may stand between two marks of one citation; the groups are
	// the dash of a range.
	between   = lazyregexp.New(`^(?:\s*(?:[,;]\s*(?:and|&)?|and|&|([–—‑‐−-]))?\s*|[\])]\s*([–—‑‐−-])\s*[\[(])$`)
	numbers   = lazyregexp.New(`^[\[(]?\s*\d{1,4}[a-z]?(?:\s*[,;–—‑‐−-]\s*\d{1,4}[a-z]?)*\s*[\])]?$`)
	numeric   = lazyregexp.New(`^[\[(]?\s*(\d{1,4})[a-z]?(?:\s*[–—‑‐−-]\s*(\d{1,4}))?\s*[\])]?$`)
	yearOnly  = lazyregexp.New(`^[\[(]?(?:1[5-9]|20)\d\d[a-z]?[\])]?$`)
	narrators = lazyregexp.New(`(?:\p{Lu}[\p{L}'’‐-]+(?:(?:,? (?:and|&) (?:(?:van|von|de|der|den|del|la|le|di) )*\p{Lu}[\p{L}'’‐-]+)|,? et al\.?,?)?(?:['’]s?)?,? )\(?$`)
)

// Limits of what is taken into a citation beside its marks, in bytes.
const (
	bracketReach = 400 // how far a bracket may reach around the marks
	wordsAMark   = 60  // other words in it, for each mark
)

// groupCitations finds the citations among pieces.
func groupCitations(pieces []piece, list jatsList) []cluster {
	text, marks, others := findMarks(pieces, list)
	var groups []cluster
	for i := 0; i < len(marks); {
		g := cluster{start: marks[i].start, end: marks[i].end}
		g.add(marks[i], list)
		n := i + 1
		isNumber := isNumeric(marks[i].text)
		for ; n < len(marks); n++ {
			m := between.FindStringSubmatch(text[g.end:marks[n].start])
			if m == nil || isNumeric(marks[n].text) != isNumber || len(m[0]) == 0 && !isNumber {
				break
			}
			if m[1]+m[2] != "" && isNumber {
				g.addRange(marks[n-1], marks[n])
			}
			g.add(marks[n], list)
			g.end = marks[n].end
		}
		if isNumber {
			g.takeBrackets(text)
		} else {
			n = g.takeBracketed(text, marks, n, others, list)
		}
		i = n
		if k := len(groups); k > 0 && g.start < groups[k-1].end {
			g.start = max(groups[k-1].end, marks[i-1].start)
		}
		g.text = text[g.start:g.end]
		g.plain = strings.HasPrefix(g.text, "[")
		groups = append(groups, g)
	}
	return groups
}

// isNumeric reports whether a mark is a number of the list, and no year.
func isNumeric(mark string) bool {
	return numbers.MatchString(mark) && !yearOnly.MatchString(mark)
}

// findMarks returns the text of the pieces, the marks in it that lead to references,
// and where other cross references stand.
func findMarks(pieces []piece, list jatsList) (text string, marks []jatsMark, others []int) {
	var b strings.Builder
	for i, p := range pieces {
		if p.br || p.note != "" {
			others = append(others, b.Len())
			continue
		}
		start := b.Len()
		b.WriteString(p.text)
		if p.xref == nil {
			continue
		}
		if !list.cites(p.xref) {
			others = append(others, start)
			continue
		}
		if n := len(marks); n > 0 && i > 0 && pieces[i-1].xref == p.xref && marks[n-1].end == start {
			marks[n-1].end = b.Len()
		} else {
			marks = append(marks, jatsMark{start: start, end: b.Len(), numbers: list.numbersOf(p.xref)})
		}
	}
	text = b.String()
	for i := range marks {
		m := &marks[i]
		m.start += len(text[m.start:m.end]) - len(strings.TrimLeft(text[m.start:m.end], " "))
		m.end = m.start + len(strings.TrimSpace(text[m.start:m.end]))
		m.text = text[m.start:m.end]
	}
	return text, marks, others
}

// add adds the references of one mark. A mark such as 3–5 names them all, also where
// the source names only the first or the two ends.
func (g *cluster) add(m jatsMark, list jatsList) {
	if len(m.numbers) == 0 {
		if m.text != "" {
			g.missing = append(g.missing, strings.Trim(m.text, "[]()"))
		}
		return
	}
	numbers := m.numbers
	if n := numeric.FindStringSubmatch(m.text); n != nil && n[2] != "" && len(numbers) <= 2 {
		first, _ := strconv.Atoi(n[1])
		last, _ := strconv.Atoi(n[2])
		end := numbers[0] + last - first
		if len(numbers) == 1 && end <= list.len() || len(numbers) == 2 && end == numbers[1] {
			numbers = rangeOf(numbers[0], end)
		}
	}
	for _, n := range numbers {
		if k := len(g.references); k == 0 || g.references[k-1] != n { // an author's and a year's xref
			g.references = append(g.references, n)
		}
	}
}

// addRange adds what lies between the ends of a range, which the next mark completes.
func (g *cluster) addRange(first, last jatsMark) {
	if len(first.numbers) == 0 || len(last.numbers) == 0 {
		return
	}
	g.references = append(g.references, rangeOf(first.numbers[len(first.numbers)-1]+1, last.numbers[0]-1)...)
}

// longestRange is how many references one range may name.
const longestRange = 200

func rangeOf(first, last int) []int {
	var numbers []int
	for n := first; n <= last && len(numbers) < longestRange; n++ {
		numbers = append(numbers, n)
	}
	return numbers
}

// takeBrackets takes the brackets that stand close around the citation into it.
func (g *cluster) takeBrackets(text string) {
	before, after := strings.TrimRight(text[:g.start], " "), strings.TrimLeft(text[g.end:], " ")
	for _, pair := range []string{"[]", "()"} {
		if strings.HasSuffix(before, pair[:1]) && strings.HasPrefix(after, pair[1:]) {
			g.start = len(before) - 1
			g.end = len(text) - len(after) + 1
		}
	}
}

// takeBracketed takes the whole bracket around an author and year into the citation,
// with the further marks in it, where it says little else; or the author before a
// year alone. It returns the index of the first mark after the citation.
func (g *cluster) takeBracketed(text string, marks []jatsMark, next int, others []int, list jatsList) int {
	reach := max(g.start-bracketReach, 0)
	open := reach + strings.LastIndexAny(text[reach:g.start], "()[]")
	if open >= reach && strings.IndexByte("([", text[open]) >= 0 {
		end := g.end + strings.IndexAny(text[g.end:min(len(text), g.end+bracketReach)], "()[]")
		n, count, words := next, 1, g.start-open
		if end >= g.end && strings.IndexByte(")]", text[end]) >= 0 {
			words += end - g.end
			for ; n < len(marks) && marks[n].end <= end; n++ {
				words -= marks[n].end - marks[n].start
				count++
			}
			if words <= wordsAMark*count && !anyIn(others, open, end) {
				for _, m := range marks[next:n] {
					g.add(m, list)
				}
				next = n
				g.start, g.end = open, end+1
			}
		}
	}
	if yearOnly.MatchString(text[g.start:g.end]) {
		if m := narrators.FindStringIndex(text[reach:g.start]); m != nil {
			if from := reach + m[0]; !anyIn(others, from, g.start) && !endsIn(marks, from, g.start) {
				g.start = from
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
func endsIn(marks []jatsMark, start, end int) bool {
	i := sort.Search(len(marks), func(i int) bool { return marks[i].end > start })
	return i < len(marks) && marks[i].end <= end
}

// cite notes a citation that has just been written.
func (w *jatsWriter) cite(g cluster) {
	w.citations = append(w.citations, article.Citation{
		Span: article.Span{Start: g.from, End: len(w.body)}, Text: safe.Line(g.text), References: g.references, Missing: g.missing,
	})
}

// linkKind returns the kind of link that a cross reference is, or "".
func linkKind(xref *xmltree.Node) article.LinkKind {
	if xref == nil {
		return ""
	}
	switch xref.Attrs["ref-type"] {
	case "fig", "figure", "scheme", "plate", "media", "supplementary-material", "chem":
		return article.Figure
	case "table":
		return article.Table
	case "sec", "app", "boxed-text", "statement":
		return article.Section
	case "disp-formula", "equation":
		return article.Equation
	}
	return ""
}

// link notes a link that has just been written.
func (w *jatsWriter) link(p piece, kind article.LinkKind, from int) {
	id, _, _ := strings.Cut(strings.TrimSpace(p.xref.Attrs["rid"]), " ")
	if id != "" && strings.TrimSpace(p.text) != "" {
		w.links = append(w.links, jatsLink{
			Link: article.Link{Span: article.Span{Start: from, End: len(w.body)}, Text: safe.Line(p.text), Kind: kind}, id: id,
		})
	}
}
