package read

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/read/printed"
)

// A Locator finds places of an article in the source that it was read from. A format changes
// everything between source and body but letters and digits, so a place is found by those
// around it.
type Locator struct {
	source, body letters
	fingerprints []fingerprint
	lines        lineIndex
	entries      map[int]int // lines of a bibliography's entries, by their offsets in the body
}

// Locator returns the locator of an article that was read from data.
func (r Reader) Locator(a *article.Article, data []byte) *Locator {
	text := string(data)
	if !a.Format.IsText() {
		text = "" // it has no lines
	} else if _, data, err := decompress("", data); err == nil {
		if from, err := decode(data, r.Encoding, ""); err == nil {
			text, _ = printed.Read(from.text)
		}
	}
	markdown := a.Format == article.Markdown // tags stand in the body too, and addresses in pointed brackets
	source := newLetters(text, markdown || a.Format == article.HTML || a.Format == article.JATS)
	l := &Locator{
		source:       source,
		body:         newLetters(a.Body.String(), markdown),
		fingerprints: fingerprints(source.text),
		lines:        newLineIndex(text),
	}
	if slices.Contains(bibliographies(), a.Format) {
		l.entries = entryLines(a.References)
	}
	slices.SortFunc(l.fingerprints, func(a, b fingerprint) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.at, b.at)) })
	return l
}

// entryLines returns the lines of entries in the bibliography that an article was read from.
func entryLines(references []article.Reference) map[int]int {
	lines := map[int]int{}
	for _, r := range references {
		if r.Item != nil && r.Item.Own != nil && r.Item.Own.Line > 0 {
			lines[r.Start] = r.Item.Own.Line
		}
	}
	return lines
}

// contexts are the numbers of letters and digits before and after a place that are searched
// for, the most telling first.
var contexts = []struct{ before, after int }{{60, 30}, {60, 0}, {0, 60}, {25, 5}, {20, 0}, {0, 20}}

// maxTries bounds how many of the places that may have a context are compared with it.
const maxTries = 16

// Find returns the line and the column in the source, both from 1, of an offset of the body, and
// reports whether it was found. Columns count characters.
func (l *Locator) Find(offset int) (line, column int, ok bool) {
	if line, ok := l.entries[offset]; ok {
		return line, 1, true
	}
	letter := l.body.after(offset)
	at, signs := int(letter.text), l.body.whole[offset:letter.whole] // the [ of a mark
	for _, c := range contexts {
		from, to := max(at-c.before, 0), min(at+c.after, len(l.body.text))
		expected := (from * len(l.source.text)) / max(len(l.body.text), 1)
		if found := l.nearest(l.body.text[from:to], expected); found >= 0 {
			place := l.source.offset(found + at - from)
			line, column = l.lines.at(len(strings.TrimSuffix(l.source.whole[:place], signs)))
			return line, column, true
		}
	}
	return 0, 0, false
}

// nearest returns where wanted stands in the source's letters, the place nearest to the expected
// one of those tried; -1 where it does not, or is too short to tell.
func (l *Locator) nearest(wanted string, expected int) int {
	if len(wanted) < shortestContext {
		return -1
	}
	same, in := l.rarest(wanted)
	start := func(i int) int { return int(same[i].at) - in }
	after := sort.Search(len(same), func(i int) bool { return start(i) >= expected })
	before := after - 1
	for range min(maxTries, len(same)) {
		var at int
		if after == len(same) || before >= 0 && expected-start(before) < start(after)-expected {
			at = start(before)
			before--
		} else {
			at = start(after)
			after++
		}
		if at >= 0 && strings.HasPrefix(l.source.text[at:], wanted) {
			return at
		}
	}
	return -1
}

// rarest returns where in the source the rarest fingerprint of a text stands, and where in the
// text. The source does not have a text of which it lacks a fingerprint.
func (l *Locator) rarest(text string) (same []fingerprint, in int) {
	for i, f := range fingerprints(text) {
		first := sort.Search(len(l.fingerprints), func(i int) bool { return l.fingerprints[i].hash >= f.hash })
		last := first + sort.Search(len(l.fingerprints)-first, func(i int) bool { return l.fingerprints[first+i].hash > f.hash })
		if i == 0 || last-first < len(same) {
			same, in = l.fingerprints[first:last], int(f.at)
		}
	}
	return same, in
}
