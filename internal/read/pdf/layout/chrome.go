package layout

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/page"
)

// What a page carries around its text: running heads, page numbers, line numbers, and what is
// set across it. It is told by standing on several pages at the same place, or by its shape.

const (
	edge     = 0.13 // of a page's height, above and below, in which running heads stand
	sameEdge = 6.0  // points by which the place of a running head differs from page to page
)

// pageNumber matches a line that says which page it is.
var pageNumber = lazyregexp.New(`(?i)^(?:[-–—·|•]\s*)?(?:page|seite|p\.|pág\.?|стр\.?)?\s*(?:\d{1,5}|[ivxlc]{1,7}|[A-Z]?\d{1,3}[-–.:]\d{1,4})(?:\s*(?:of|/|von|de|sur|из)\s*\d{1,5})?(?:\s*[-–—·|•])?$`)

// digitRuns are what changes in a running head from page to page.
var digitRuns = regexp.MustCompile(`\d+`)

// withoutChrome returns the lines of each page that are text, and those around it.
func withoutChrome(pages [][]Line, frames []page.Frame) (text [][]Line, removed []Line) {
	heads := runningHeads(pages, frames)
	for n, lines := range pages {
		numbers := lineNumbers(lines)
		var kept []Line
		for i, l := range lines {
			switch {
			case heads[[2]int{n, i}], numbers[i] == wholly, l.Angle != 0, isMarkedChrome(lines, l), l.isRule():
				removed = append(removed, l)
				continue
			case numbers[i] == atStart:
				l = l.withoutFirstWord()
			}
			kept = append(kept, l)
		}
		text = append(text, kept)
	}
	return text, removed
}

// fewestOfRule is how many dots or strokes in a row are a rule.
const fewestOfRule = 12

// isRule reports whether a line is a rule that is set of dots or strokes.
func (l Line) isRule() bool {
	text := strings.ReplaceAll(l.Text(), " ", "")
	return len([]rune(text)) >= fewestOfRule && strings.Trim(text, "._·-–—") == ""
}

// isMarkedChrome reports whether the file marks a line as no text, on a page that has text beside.
func isMarkedChrome(lines []Line, l Line) bool {
	return l.Glyphs.At(0).Chrome && slices.ContainsFunc(lines, func(o Line) bool { return !o.Glyphs.At(0).Chrome })
}

// A place is where a line stands.
type place struct {
	page, line int
	y          float64
}

// runningHeads returns which lines, by page and index, are running heads and feet.
func runningHeads(pages [][]Line, frames []page.Frame) map[[2]int]bool {
	alike := map[string][]place{}
	found := map[[2]int]bool{}
	var single []place // outermost in an edge
	for n, lines := range pages {
		top, bottom := math.Inf(1), math.Inf(-1)
		for _, l := range lines {
			if l.Angle == 0 {
				top, bottom = min(top, l.Base), max(bottom, l.Base)
			}
		}
		for i, l := range lines {
			if l.Angle != 0 {
				continue
			}
			inEdge := l.Base < edge*frames[n].Height() || l.Base > (1-edge)*frames[n].Height()
			outermost := l.Base < top+2 || l.Base > bottom-2
			if !inEdge && !outermost {
				continue
			}
			text := l.Text()
			if outermost && pageNumber.MatchString(text) && inEdge && !isInRowOfNumbers(lines, i) {
				found[[2]int{n, i}] = true
				continue
			}
			key := strings.ToLower(digitRuns.ReplaceAllString(text, "#"))
			alike[key] = append(alike[key], place{n, i, l.Base})
			if inEdge && outermost {
				single = append(single, place{n, i, l.Base})
			}
		}
	}
	for _, places := range alike {
		for i, p := range places {
			others := p.alike(places, i)
			if others > 0 && (others > 1 || len(pages) < 6 || isHeadPair(places) && isApart(pages[p.page], pages[p.page][p.line])) {
				found[[2]int{p.page, p.line}] = true
			}
		}
	}
	addSingleHeads(found, pages, single)
	return found
}

// isInRowOfNumbers reports whether another line that could be the number of the page stands beside one: both are cells.
func isInRowOfNumbers(lines []Line, i int) bool {
	return slices.ContainsFunc(lines, func(o Line) bool {
		return o.isInRowOf(lines[i]) && o.Angle == 0 && pageNumber.MatchString(o.Text())
	})
}

// What tells a running head that stands on one page only.
const (
	sameBase  = 1.5 // points by which its base differs from that of page numbers
	headBlank = 1.8 // sizes of the type between it and the text, and
	headLines = 1.3 // usual distances of lines
	mostParts = 3   // of a running head
)

// addSingleHeads adds the lines that stand apart from the text where other pages have their numbers: at the foot, or
// beside a number, for tables begin as high as running heads. So stand a short title that one page has, and what a
// first page has instead of its number.
func addSingleHeads(found map[[2]int]bool, pages [][]Line, single []place) {
	var heads []place
	for at := range found {
		if l := pages[at[0]][at[1]]; digitRuns.MatchString(l.Text()) {
			heads = append(heads, place{at[0], at[1], l.Base})
		}
	}
	for _, p := range single {
		lines := pages[p.page]
		l := lines[p.line]
		isAtFoot := !slices.ContainsFunc(lines, func(o Line) bool { return o.Angle == 0 && o.Base > l.Base+sameBase })
		elsewhere, beside := false, isAtFoot
		for _, h := range heads {
			if math.Abs(h.y-l.Base) < sameBase && l.Size < pages[h.page][h.line].Size*sizeChange {
				elsewhere, beside = elsewhere || h.page != p.page, beside || h.page == p.page
			}
		}
		if elsewhere && beside && isApart(lines, l) {
			found[[2]int{p.page, p.line}] = true
		}
	}
}

// isApart reports whether a line, or with others on its base line, stands apart from the other lines of a page, and
// is no larger than these.
func isApart(lines []Line, l Line) bool {
	parts, larger := 0, 0
	blank := max(headBlank*l.Size, headLines*l.Size*usualLeading(lines))
	for _, o := range lines {
		switch away := math.Abs(o.Base - l.Base); {
		case o.Angle != 0:
			continue
		case away < sameBase:
			parts++
			continue
		case away < blank:
			return false
		}
		if l.Size > o.Size*sizeChange {
			larger++
		}
	}
	return parts <= mostParts && larger*2 < len(lines)
}

// alike returns on how many other pages, at most two, a line stands at the same place as one of places. Most
// are near it in the file.
func (p place) alike(places []place, i int) int {
	first := -1
	for away := 1; away < len(places); away++ {
		for _, j := range [2]int{i - away, i + away} {
			if j < 0 || j >= len(places) {
				continue
			}
			if o := places[j]; o.page != p.page && o.page != first && math.Abs(p.y-o.y) < sameEdge {
				if first >= 0 {
					return 2
				}
				first = o.page
			}
		}
	}
	if first >= 0 {
		return 1
	}
	return 0
}

// isHeadPair reports whether two equal lines of a long file are on pages near each other, as the
// heads of a short chapter are.
func isHeadPair(places []place) bool {
	return len(places) >= 2 && places[len(places)-1].page-places[0].page <= 2
}

// How a line belongs to the numbers beside the lines of a page.
const (
	wholly  = 1
	atStart = 2
)

const (
	fewestLineNumbers = 6   // numbers in a row beside the lines of a page
	mostBeside        = 1.5 // lines beside them, for each that they count
	farthestText      = 5.0 // sizes of the type between a number and a line beside it
)

// lineNumbers returns which lines are line numbers, or begin with one. They stand under each other
// and grow by one step.
func lineNumbers(lines []Line) map[int]int {
	type number struct {
		line, value int
		right, y    float64
		whole       bool
	}
	var all []number
	for i, l := range lines {
		word, right := l.firstWord()
		if v, err := strconv.Atoi(word); err == nil && len(word) <= 5 && l.Angle == 0 {
			all = append(all, number{i, v, right, l.Base, len(word) == len(l.Text())})
		}
	}
	found := map[int]int{}
	for _, a := range all {
		var same []number
		for _, b := range all {
			if math.Abs(a.right-b.right) < 2 {
				same = append(same, b)
			}
		}
		slices.SortFunc(same, func(a, b number) int { return int(a.y - b.y) })
		if len(same) < fewestLineNumbers || same[0].line != a.line {
			continue
		}
		steps := map[int]int{}
		for i := 1; i < len(same); i++ {
			steps[same[i].value-same[i-1].value]++
		}
		if steps[1]+steps[5] < (len(same)-1)*4/5 || isEntryList(lines, same[0].line) {
			continue
		}
		first, last := same[0], same[len(same)-1]
		beside := 0
		for _, l := range lines {
			if l.Angle == 0 && l.Base > first.y-1 && l.Base < last.y+1 && l.Box.Right > a.right+2 && l.Box.Left < a.right+farthestText*l.Size {
				beside++
			}
		}
		if float64(beside) > mostBeside*float64(last.value-first.value+1) {
			continue // the labels of entries
		}
		for _, b := range same {
			if found[b.line] = atStart; b.whole {
				found[b.line] = wholly
			}
		}
	}
	return found
}

// isEntryList reports whether the number at which a line begins is raised, or set like its text, with a
// full stop or close to it, as those of lists are.
func isEntryList(lines []Line, i int) bool {
	l := lines[i]
	word, right := l.firstWord()
	if len(word) == len(l.Text()) {
		return false
	}
	first, next := l.Glyphs.At(0), l.Glyphs.At(min(len(word)+1, l.Glyphs.Len()-1))
	if l.Base-first.Y > 0.15*l.Size {
		return true
	}
	return math.Abs(first.Size-l.Size) < 0.5 && next.Box.Left-right < l.Size
}

// firstWord returns the digits at which a line begins, if a blank follows, and where they end.
func (l Line) firstWord() (string, float64) {
	var b strings.Builder
	right := l.Box.Left
	for _, g := range l.Glyphs.All() {
		if g.Rune == ' ' {
			break
		}
		if !unicode.IsDigit(g.Rune) {
			return "", 0
		}
		b.WriteRune(g.Rune)
		right = g.Box.Right
	}
	return b.String(), right
}

// withoutFirstWord returns a line from its second word on.
func (l Line) withoutFirstWord() Line {
	l.Glyphs = l.Glyphs.Slice(l.Glyphs.Index(' ')+1, l.Glyphs.Len())
	l.Box.Left = l.Glyphs.At(0).Box.Left
	return l
}
