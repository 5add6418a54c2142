package reflist

import (
	"slices"
	"strings"

	"etal/internal/article"
)

// A list without labels is cut where it is most plausible as a whole. Each way to cut it has a
// score: for each entry, how well a line begins one, how well the line before ends one, and whether
// what is between has a year; and lists are sorted by name. The best way is found by dynamic
// programming over the lines: once as any list may be cut, and again with the habits that the list
// then shows.

// What counts in the score of a way to cut a list.
const (
	eachEntry  = -3 // an entry has to be earned
	undated    = -5 // the entry bears no date
	yearless   = -3 // no year, in a list that has them
	twoYears   = -3 // two years set off, in a list that sets one off
	unsorted   = -2 // it comes before the last one in the alphabet
	unusual    = -3 // its names are written in another order than the others'
	afterBlank = 8
	afterShort = 3  // the line before has room for more
	afterFull  = -1 // it has none
	afterWhole = 8  // lines are not wrapped
	impossible = -100
)

// Unwrapped is the width in characters beyond which lines are paragraphs.
const Unwrapped = 130

const (
	longestUnlabelled = 40 // lines of an entry
	fewestHabitual    = 4  // entries that a list must have to show its habits
	roomy             = 12 // percent of the width: a line with so much room ends something
	usualPercentile   = 85 // the usual width is that of a long line, but few are longer
	hangingOneIn      = 6  // one in so many lines is indented, at least, if entries hang
	flushOneIn        = 3  // and is not, if entries begin indented
)

// Habits of a list, in percent of its entries.
const (
	mostSorted  = 70 // follow the one before in the alphabet, if the list is sorted
	mostYears   = 80 // have a year, if its entries do; have one set off, if they do
	mostOrdered = 70 // write names in one order, if there is one
)

// A listLine is a line of a list without labels, and what it tells.
type listLine struct {
	Line
	key    string    // what an entry that begins here is sorted by
	points int32     // for an entry that begins here
	years  int32     // years set off: (2016), . 2016.
	order  nameOrder // of its names
	dated  bool      // the line bears a date
	year   bool      // it has a year
}

// habits are what most entries of a list have in common.
type habits struct {
	sorted bool      // by name
	years  bool      // they have years
	setOff bool      // one of them set off
	order  nameOrder // of their names, or noOrder
}

// cutUnlabelled returns the entries of a list that has no labels.
func cutUnlabelled(lines []Line) []Entry {
	list := weigh(lines)
	if len(list) == 0 {
		return nil
	}
	starts := bestCut(list, habits{})
	if len(starts) >= fewestHabitual {
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

// endOf returns the line after the nth of the entries that begin at starts.
func endOf(list []listLine, starts []int, n int) int {
	if n+1 < len(starts) {
		return starts[n+1]
	}
	return len(list)
}

// weigh returns the lines that are not blank, with the points for an entry that begins there.
func weigh(lines []Line) []listLine {
	written := 0 // lines that are not blank
	for _, l := range lines {
		if !l.Blank() {
			written++
		}
	}
	list := make([]listLine, 0, written)
	blank := false
	for i, l := range lines {
		if l.Blank() {
			blank = len(list) > 0
			continue
		}
		w := newListLine(l, lines[i+1:])
		if blank {
			w.points += afterBlank
		}
		list = append(list, w)
		blank = false
	}
	if len(list) == 0 {
		return nil
	}
	width, indented := usualWidth(list), indentationOf(list)
	for i := 1; i < len(list); i++ {
		w, last := &list[i], list[i-1]
		w.points += int32(closing(strings.TrimSpace(last.Text)))
		switch room := last.RoomAfter(w.Line, width); {
		case width > Unwrapped:
			w.points += afterWhole
		case room*100 > width*roomy:
			w.points += afterShort
		case room < 0:
			w.points += afterFull
		}
		switch deeper := w.Indent() - list[0].Indent(); {
		case indented == notTold:
		case indented == restIndented && deeper > 0, indented == firstIndented && deeper < 0:
			w.points += impossible
		default:
			w.points += afterShort
		}
	}
	return list
}

// shortLine is how many words a line has that may have been broken to justify it.
const shortLine = 2

// newListLine returns what a line tells; after are the lines behind it.
func newListLine(l Line, after []Line) listLine {
	s := strings.TrimSpace(l.Text)
	w := listLine{
		Line: l, dated: bearsDate(s), year: HasYear(webAddress.ReplaceAllString(s, "")),
		years: int32(len(yearSetOff.FindAllString(s, -1))), key: sortKey(s),
	}
	if l.Words() <= shortLine && len(after) > 0 {
		s += " " + strings.TrimSpace(after[0].Text)
	}
	order, points := opening(s)
	w.order, w.points = order, int32(points)
	return w
}

// habitsOf returns what the entries that begin at starts have in common.
func habitsOf(list []listLine, starts []int) habits {
	sorted, years, setOff, orders := 0, 0, 0, map[nameOrder]int{}
	for n, s := range starts {
		if n > 0 && list[starts[n-1]].key <= list[s].key {
			sorted++
		}
		orders[list[s].order]++
		year, setOffs := false, 0
		for _, l := range list[s:endOf(list, starts, n)] {
			year = year || l.year
			setOffs += int(l.years)
		}
		if year {
			years++
		}
		if setOffs > 0 {
			setOff++
		}
	}
	h := habits{
		sorted: atLeast(sorted, len(starts)-1, mostSorted),
		years:  atLeast(years, len(starts), mostYears),
		setOff: atLeast(setOff, len(starts), mostYears),
	}
	for _, order := range []nameOrder{familyFirst, givenFirst} {
		if atLeast(orders[order], len(starts), mostOrdered) {
			h.order = order
		}
	}
	return h
}

// bestCut returns the lines at which the entries begin in the most plausible way to cut the list.
func bestCut(list []listLine, usual habits) []int {
	n := len(list)
	score := make([]int32, n+1) // of the best way to cut what is before a line
	from := make([]int32, n+1)  // and where its last entry begins
	for i := 1; i <= n; i++ {
		score[i] = int32(impossible * n)
		dated, year, years := false, false, 0
		for j := i - 1; j >= max(0, i-longestUnlabelled); j-- {
			l := list[j]
			dated, year, years = dated || l.dated, year || l.year, years+int(l.years)
			s := int(score[j]) + eachEntry
			if j > 0 {
				s += int(l.points)
			}
			if !dated {
				s += undated
			} else if !year && usual.years {
				s += yearless
			}
			if usual.setOff && years > 1 {
				s += twoYears
			}
			if usual.order != noOrder && l.order != usual.order && l.order != otherOrder {
				s += unusual
			}
			if usual.sorted && i < n && list[i].key < l.key && list[i].key != "" {
				s += unsorted
			}
			if s > int(score[i]) {
				score[i], from[i] = int32(s), int32(j)
			}
		}
	}
	var starts []int
	for i := n; i > 0; i = int(from[i]) {
		starts = append(starts, int(from[i]))
	}
	slices.Reverse(starts)
	return starts
}

// usualWidth returns the width at which a list is wrapped, in characters; of lines that are not
// wrapped, one beyond Unwrapped.
func usualWidth(list []listLine) int {
	var lines [Unwrapped + 2]int // of each width
	for _, l := range list {
		lines[min(l.Width(), Unwrapped+1)]++
	}
	narrower := 0
	for width, n := range lines {
		if narrower += n; narrower > len(list)*usualPercentile/100 {
			return width
		}
	}
	return Unwrapped + 1
}

// An indentation tells which lines of a list's entries are indented.
type indentation int

const (
	notTold       indentation = iota
	restIndented              // all but the first of an entry
	firstIndented             // only the first
)

func indentationOf(list []listLine) indentation {
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
	case deeper*hangingOneIn >= len(list) && flush == 0:
		return restIndented
	case flush*flushOneIn >= len(list):
		return firstIndented
	}
	return notTold
}
