package reflist

import (
	"strings"

	"etal/internal/boilerplate"
	"etal/internal/lazyregexp"
)

// mostHeadings is how many lines that announce a list are tried, from the end of a text: more are
// not headings, and a text may be nothing but such lines.
const mostHeadings = 100

// Find finds the references of a plain text: under the last line that announces them and those
// just before it, because a list may be in several parts; else by what they look like. Lines are
// those of the text; headings are the indices of those that announce the references.
func Find(text string, lines []Line) (headings map[int]bool, entries []Entry) {
	headings = map[int]bool{}
	next := 0 // the first line that announces a part of the list
	for _, i := range lastLines(lines, IsHeading) {
		found, end := listUnder(lines, i)
		if len(entries) > 0 && end != next {
			break
		}
		if IsList(text, found) {
			entries = append(found, entries...)
		}
		if len(entries) > 0 {
			headings[i], next = true, i
		}
	}
	if len(entries) > 0 {
		return headings, entries
	}
	for _, i := range lastLines(lines, IsNotesHeading) {
		found, _ := listUnder(lines, i)
		if len(found) > 0 && found[0].Label != "" && LooksLikeReferences(text, found) {
			return map[int]bool{i: true}, found
		}
	}
	if entries = unannounced(text, lines); len(entries) == 0 {
		entries = FindBare(text)
	}
	return nil, entries
}

// lastLines returns the indices of the last lines for which is holds, the last one first.
func lastLines(lines []Line, is func(string) bool) []int {
	var found []int
	for i := len(lines) - 1; i >= 0 && len(found) < mostHeadings; i-- {
		if is(lines[i].Text) {
			found = append(found, i)
		}
	}
	return found
}

// IsList reports whether entries under a heading that announces references are some. Those
// without labels might be any lines.
func IsList(text string, entries []Entry) bool {
	if len(entries) == 0 {
		return false
	}
	return entries[0].Label != "" || LooksLikeReferences(text, entries) || len(entries) == 1 && bearsDate(text[entries[0].Start:entries[0].End])
}

// listUnder cuts the list that line i announces, and returns the line after its region.
func listUnder(lines []Line, i int) (entries []Entry, end int) {
	heading := i
	if IsUnderlined(lines[i:]) {
		heading++
	}
	end = listEnd(lines, heading)
	return cut(lines[heading+1 : end]), end
}

// longestPart is the number of words up to which a line is a heading of a part of the article.
const longestPart = 5

// listEnd returns the line after the list that line i announces: the next that announces another
// part of the article, a line of boilerplate, or the end of the text. A line in the middle of an
// entry announces nothing.
func listEnd(lines []Line, i int) int {
	numbered := false // an entry begins with a number
	inset := false    // the list is indented under its heading
	last := i         // the last line that is not blank
	for j := i + 1; j < len(lines); j++ {
		l := lines[j]
		if l.Blank() {
			continue
		}
		if last == i {
			inset = l.Indent() > lines[i].Indent()
		}
		apart := j > last+1
		within := last > i && !apart && !isEnded(lines[last].Text)
		back := inset && l.Indent() <= lines[i].Indent()
		last = j
		switch {
		case within:
		case HasNumber(l.Text) && !IsUnderlined(lines[j:]) && !back:
			numbered = true
		case IsHeading(l.Text), apart && IsUnderlined(lines[j:]), apart && back,
			boilerplate.IsArticlePart(l.Text) && l.Words() <= longestPart && (apart || !bearsDate(l.Text)),
			boilerplate.IsPagePhrase(l.Text),
			!numbered && apart && j > i+1 && boilerplate.IsSignal(l.Text) && !HasYear(l.Text):
			return j
		}
	}
	return len(lines)
}

var (
	firstLabel = lazyregexp.New(`^\s*(?:\[1\]|1[.)]|\(1\))(?:\s|$)`)
	// publication matches what tells where a work appeared: volume and page, a publisher.
	publication = lazyregexp.New(`(?i)\d\s?[(:,]\s?\w{0,3}\d+|\bpp?\.\s?\d|\bvol\.|\d[-–]\d+\.?$|\b(?:press|verlag|journal|proc(?:eedings)?|univ(?:ersity)?)\b`)
)

// Limits of entries that no heading announces.
const (
	mostResemble      = 60   // percent of numbered entries that must look like references
	almostAllResemble = 80   // and of those without numbers
	fewestUnannounced = 3    // entries without numbers
	longestReference  = 120  // words
	longestTrail      = 5000 // lines without a blank one that are looked at
)

// unannounced finds references that no heading announces: the last numbered list that looks like
// some, or else the paragraphs at the end that do.
func unannounced(text string, lines []Line) []Entry {
	end := len(lines)
	for i := len(lines) - 1; i >= 0; i-- {
		if !firstLabel.MatchString(lines[i].Text) {
			continue
		}
		entries := cut(lines[i:end])
		if len(entries) > 1 && atLeast(resembling(text, entries), len(entries), mostResemble) {
			return entries
		}
		end = i
	}
	return trailingEntries(text, lines)
}

// trailingEntries finds the references at the end of a text that have neither labels nor a
// heading: each paragraph has to look like some.
func trailingEntries(text string, lines []Line) []Entry {
	start, end := len(lines), len(lines)
	for end > 0 {
		for end > 0 && lines[end-1].Blank() {
			end--
		}
		first := end
		for first > 0 && !lines[first-1].Blank() {
			first--
		}
		if end-first > longestTrail {
			return nil
		}
		entries := cutUnlabelled(lines[first:end])
		if len(entries) == 0 || !atLeast(resembling(text, entries), len(entries), almostAllResemble) {
			break
		}
		start, end = first, first
	}
	entries := cutUnlabelled(lines[start:])
	if len(entries) < fewestUnannounced || !atLeast(resembling(text, entries), len(entries), almostAllResemble) {
		return nil
	}
	return entries
}

// resembling returns how many of the entries look like references by themselves: they are dated,
// and have an author in front and a publication behind, or an address.
func resembling(text string, entries []Entry) int {
	n := 0
	for _, e := range entries {
		s := text[e.Start:e.End]
		order, _ := opening(s)
		if bearsDate(s) && (webAddress.MatchString(s) || publication.MatchString(s) && order != noOrder) && len(strings.Fields(s)) < longestReference {
			n++
		}
	}
	return n
}
