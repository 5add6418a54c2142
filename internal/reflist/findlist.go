package reflist

import (
	"strings"

	"etal/internal/article"
	"etal/internal/boilerplate"
	"etal/internal/lazyregexp"
)

// Find finds the references of a plain text: under the last line that announces
// them, and under those just before it, because a list may be in several parts; or
// else by what they look like. Headings are the lines that announce them.
func Find(text string, lines []Line) (headings map[int]bool, entries []Entry) {
	headings = map[int]bool{}
	next := 0 // the first line that announces a part of the list
	for i := len(lines) - 1; i >= 0; i-- {
		if !IsHeading(lines[i].Text) {
			continue
		}
		found, end := listUnder(text, lines, i)
		if len(entries) > 0 && end != lines[next].Start {
			break
		}
		if isList(text, found) {
			entries = append(found, entries...)
		}
		if len(entries) > 0 {
			headings[i], next = true, i
		}
	}
	if len(entries) > 0 {
		return headings, entries
	}
	for i := len(lines) - 1; i >= 0; i-- {
		if IsNotesHeading(lines[i].Text) {
			found, _ := listUnder(text, lines, i)
			if len(found) > 0 && found[0].Label != "" && LooksLikeReferences(text, found) {
				return map[int]bool{i: true}, found
			}
		}
	}
	if entries = unannounced(text, lines); len(entries) == 0 {
		entries = FindBare(text)
	}
	return nil, entries
}

// isList reports whether entries under a heading that announces references are some.
// Those without labels might be any lines.
func isList(text string, entries []Entry) bool {
	if len(entries) == 0 {
		return false
	}
	return entries[0].Label != "" || LooksLikeReferences(text, entries) || len(entries) == 1 && bearsDate(text[entries[0].Start:entries[0].End])
}

// listUnder cuts the list that line i announces, and tells where it ends.
func listUnder(text string, lines []Line, i int) (entries []Entry, end int) {
	first := i
	if IsUnderlined(lines[i:]) {
		first++
	}
	end = listEnd(text, lines, first)
	return Cut(text, article.Span{Start: lines[first].End, End: end}), end
}

// listEnd returns where the list that line i announces ends: at the next line that
// announces another part of the article, at furniture, or at the end of the text. A
// line in the middle of an entry announces nothing.
func listEnd(text string, lines []Line, i int) int {
	numbers, set := false, false
	inset := false // the list is indented under its heading
	last := i
	for j := i + 1; j < len(lines); j++ {
		l := lines[j]
		if l.Blank() {
			continue
		}
		if !set {
			inset, set = l.Indent() > lines[i].Indent(), true
		}
		apart := j > last+1
		within := last > i && !apart && !isEnded(lines[last].Text)
		last = j
		switch {
		case within:
		case HasNumber(l.Text) && !IsUnderlined(lines[j:]) && !(inset && l.Indent() <= lines[i].Indent()):
			numbers = true
		case IsHeading(l.Text), apart && IsUnderlined(lines[j:]), apart && inset && l.Indent() <= lines[i].Indent():
			return l.Start
		case boilerplate.IsArticlePart(l.Text) && l.Words() < 6 && (apart || !bearsDate(l.Text)):
			return l.Start
		case boilerplate.IsPagePhrase(l.Text):
			return l.Start
		case !numbers && apart && boilerplate.IsSignal(l.Text) && !year.MatchString(l.Text) && j > i+1:
			return l.Start
		}
	}
	return len(text)
}

var (
	firstLabel = lazyregexp.New(`^\s*(?:\[1\]|1[.)]|\(1\))(?:\s|$)`)
	pages      = lazyregexp.New(`(?i)\d\s?[(:,]\s?\w{0,3}\d+|\bpp?\.\s?\d|\bvol\.|\d[-–]\d+\.?$|\b(?:press|verlag|journal|proc(?:eedings)?|univ(?:ersity)?)\b`)
)

// unannounced finds references that no heading announces: the last numbered list that
// looks like some, or else the paragraphs at the end that do.
func unannounced(text string, lines []Line) []Entry {
	end := len(text)
	for i := len(lines) - 1; i >= 0; i-- {
		if !firstLabel.MatchString(lines[i].Text) {
			continue
		}
		entries := Cut(text, article.Span{Start: lines[i].Start, End: end})
		if len(entries) > 1 && resembling(text, entries)*10 >= len(entries)*6 {
			return entries
		}
		end = lines[i].Start
	}
	return trailingEntries(text, lines)
}

// Limits of entries that have neither labels nor a heading.
const (
	fewestUnannounced = 3    // that are believed
	longestTrail      = 5000 // lines without a blank one that are looked at
)

// trailingEntries finds the references at the end of a text that have neither labels
// nor a heading: each paragraph has to look like some.
func trailingEntries(text string, lines []Line) []Entry {
	start, end := len(text), len(lines)
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
		if len(entries) == 0 || resembling(text, entries)*10 < len(entries)*8 {
			break
		}
		start, end = lines[first].Start, first
	}
	entries := cutUnlabelled(CutLines(text, article.Span{Start: start, End: len(text)}))
	if len(entries) < fewestUnannounced || resembling(text, entries)*10 < len(entries)*8 {
		return nil
	}
	return entries
}

// resembling returns how many of the entries look like references by themselves:
// they are dated, and have an author in front or pages or an address behind.
func resembling(text string, entries []Entry) int {
	n := 0
	for _, e := range entries {
		s := text[e.Start:e.End]
		way, _ := opening(s)
		if bearsDate(s) && (webAddress.MatchString(s) || pages.MatchString(s) && way != noWay) && len(strings.Fields(s)) < longestReference {
			n++
		}
	}
	return n
}

// longestReference is how many words a reference that no heading announces may have.
const longestReference = 120
