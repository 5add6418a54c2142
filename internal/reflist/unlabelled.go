package reflist

import (
	"sort"
	"strings"

	"etal/internal/article"
)

// A reference list without labels is cut where it is most plausible as a whole. Each
// way to cut it has a score: for each entry, how well a line begins one, how well the
// line before ends one, and whether what is between has a year; and lists are sorted
// by name. The best way is found by dynamic programming over the lines: once as any
// list may be cut, and again with the habits that this list then shows.

// What counts in the score of a way to cut a list.
const (
	eachEntry  = -3 // so that an entry has to be earned
	undated    = -5 // the entry has neither a year nor what may stand for it
	yearless   = -3 // no year, in a list that has them
	twoYears   = -3 // two years set off, in a list that sets one off
	unsorted   = -2 // it comes before the last one in the alphabet
	unusual    = -3 // it begins in another way than the others
	afterBlank = 8
	afterShort = 3  // the line before has room for more
	afterFull  = -1 // it has none
	afterWhole = 8  // lines are not wrapped
	impossible = -100
)

const (
	longestUnlabelled = 40  // lines of an entry
	Unwrapped         = 130 // width from which on each line is a paragraph
)

// A listLine is a line of a list without labels, and what it tells.
type listLine struct {
	Line
	start int    // points for an entry that begins here
	way   way    // how it would begin
	dated bool   // bears a year or what stands for it
	year  bool   // bears a year
	years int    // years set off: (2016), . 2016.
	key   string // what entries that begin here are sorted by
}

// habits are what most entries of a list have in common.
type habits struct {
	sorted bool // by name
	years  bool // they have years
	setOff bool // one of them set off
	way    way  // they begin, or noWay
}

// cutUnlabelled cuts a list that has no labels.
func cutUnlabelled(lines []Line) []Entry {
	list := weigh(lines)
	if len(list) == 0 {
		return nil
	}
	starts := bestCut(list, habits{})
	if len(starts) >= fewest {
		starts = bestCut(list, habitsOf(list, starts))
	}
	var entries []Entry
	for n, s := range starts {
		entries = append(entries, Entry{
			Span:      article.Span{Start: list[s].span().Start, End: list[endOf(list, starts, n)-1].End},
			LineStart: list[s].Line.Start,
		})
	}
	return entries
}

// fewest is how many entries a list must have to show its habits.
const fewest = 4

// endOf returns the line after the nth entry of those that begin at starts.
func endOf(list []listLine, starts []int, n int) int {
	if n+1 < len(starts) {
		return starts[n+1]
	}
	return len(list)
}

// weigh gives each line that is not blank the points for an entry that begins there.
func weigh(lines []Line) []listLine {
	var list []listLine
	blank := false
	for i, l := range lines {
		if l.Blank() {
			blank = len(list) > 0
			continue
		}
		s := strings.TrimSpace(l.Text)
		w := listLine{Line: l, dated: bearsDate(s), year: year.MatchString(webAddress.ReplaceAllString(s, "")), years: len(yearSetOff.FindAllString(s, -1)), key: sortKey(s)}
		if l.Words() < 3 && i+1 < len(lines) { // a justified line that was broken
			s += " " + strings.TrimSpace(lines[i+1].Text)
		}
		w.way, w.start = opening(s)
		if blank {
			w.start += afterBlank
		}
		list = append(list, w)
		blank = false
	}
	if len(list) == 0 {
		return nil
	}
	width, hung := usualWidth(list), hangs(list)
	for i := 1; i < len(list); i++ {
		w := &list[i]
		w.start += closing(strings.TrimSpace(list[i-1].Text))
		switch room := list[i-1].RoomAfter(w.Line, width); {
		case width > Unwrapped:
			w.start += afterWhole
		case room*100 > width*12:
			w.start += afterShort
		case room < 0:
			w.start += afterFull
		}
		switch {
		case hung == 0:
		case w.Indent() > list[0].Indent() == (hung > 0):
			w.start += impossible
		default:
			w.start += afterShort
		}
	}
	return list
}

// habitsOf returns what the entries that begin at the given lines have in common.
func habitsOf(list []listLine, starts []int) habits {
	sorted, years, setOff, ways := 0, 0, 0, map[way]int{}
	for n, s := range starts {
		if n > 0 && list[starts[n-1]].key <= list[s].key {
			sorted++
		}
		ways[list[s].way]++
		year, setOffs := false, 0
		for _, l := range list[s:endOf(list, starts, n)] {
			year = year || l.year
			setOffs += l.years
		}
		if year {
			years++
		}
		if setOffs > 0 {
			setOff++
		}
	}
	h := habits{
		sorted: sorted*10 >= (len(starts)-1)*7,
		years:  years*10 >= len(starts)*8,
		setOff: setOff*10 >= len(starts)*8,
	}
	for _, w := range []way{familyFirst, givenFirst} {
		if ways[w]*10 >= len(starts)*7 {
			h.way = w
		}
	}
	return h
}

// bestCut returns the lines at which the entries begin in the most plausible way to
// cut the list.
func bestCut(list []listLine, usual habits) []int {
	n := len(list)
	score := make([]int, n+1) // of the best way to cut what is before a line
	from := make([]int, n+1)  // and where its last entry begins
	for i := 1; i <= n; i++ {
		score[i] = impossible * n
		dated, year, years := false, false, 0
		for j := i - 1; j >= max(0, i-longestUnlabelled); j-- {
			l := list[j]
			dated, year, years = dated || l.dated, year || l.year, years+l.years
			s := score[j] + eachEntry
			if j > 0 {
				s += l.start
			}
			if !dated {
				s += undated
			} else if !year && usual.years {
				s += yearless
			}
			if usual.setOff && years > 1 {
				s += twoYears
			}
			if usual.way != noWay && l.way != usual.way && l.way != otherWay {
				s += unusual
			}
			if usual.sorted && i < n && list[i].key < l.key && list[i].key != "" {
				s += unsorted
			}
			if s > score[i] {
				score[i], from[i] = s, j
			}
		}
	}
	var starts []int
	for i := n; i > 0; i = from[i] {
		starts = append(starts, from[i])
	}
	sort.Ints(starts)
	return starts
}

// usualWidth returns the width that most lines of a wrapped list come near to.
func usualWidth(list []listLine) int {
	var widths []int
	for _, l := range list {
		widths = append(widths, l.Width())
	}
	sort.Ints(widths)
	return widths[len(widths)*85/100]
}

// hangs tells how the entries of a list are set off by their indentation: 1 where
// all but the first lines of them are indented, -1 where only the first are, 0 where
// it tells nothing.
func hangs(list []listLine) int {
	deeper, flush := 0, 0
	for _, l := range list[1:] {
		switch {
		case l.Indent() > list[0].Indent():
			deeper++
		case l.Indent() < list[0].Indent():
			flush++
		}
	}
	switch {
	case deeper*6 >= len(list) && flush == 0:
		return 1
	case flush*3 >= len(list):
		return -1
	}
	return 0
}
