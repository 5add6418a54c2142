package text

import (
	"strconv"
	"strings"

	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/reflist"
)

// A printed text, or one copied out of a PDF file, has what its pages had: a running head, a footer,
// a page number, in the middle of whatever stood at the page's end. They are found by what they
// repeat. With form feeds the lines beside one are looked at; without, a line must come again at
// the distance of a page and count the pages, or stand beside one that does.

// Limits of pages.
const (
	shortestPage   = 12  // lines
	longestPage    = 150 // lines
	fewestPages    = 3   // that tell pages without form feeds
	edge           = 2   // lines of a head or a footer
	longestRunning = 120 // bytes of a line of them
)

// Shares in percent, found by trial on texts of PDF files, RFCs and reports.
const (
	edgePages   = 25 // of the pages must have a head or footer more than so many
	countedHere = 50 // of the lines of one form must count pages
	besidePages = 33 // of the pages must have a line beside the number
	besideHere  = 80 // of the lines of one form must stand beside a line of a page
)

var (
	digits   = lazyregexp.New(`\d+`)
	pageMark = lazyregexp.New(`(?i)^\W*(?:page|p\.|seite|p[áa]g(?:ina|\.)|стр\.)\s*\d+(?:\s*(?:of|/|von|de|из)\s*\d+)?\W*$|\[page \w+\]$|^\d+ (?:of|/) \d+$`)
	counted  = lazyregexp.New(`^\pL+\.? \x00\W*$|^\x00[.):]`) // Figure 3, Chapter 3, 3.
)

// takePages returns the lines of a text without those of its pages, and the texts of the latter. A
// paragraph that goes on over a page becomes one again.
func takePages(lines []reflist.Line) (rest []reflist.Line, taken []string) {
	var breaks []int
	marked := map[int]bool{} // lines of pages, form feeds among them
	for i := range lines {
		if strings.TrimSpace(lines[i].Text) == doc.FormFeed {
			lines[i].Text = ""
			breaks = append(breaks, i)
			marked[i] = true
		}
	}
	if len(breaks) > 0 {
		markEdges(lines, breaks, marked)
	} else {
		markCounted(lines, marked)
	}
	for i := 0; i < len(lines); i++ {
		if !marked[i] {
			rest = append(rest, lines[i])
			continue
		}
		for len(rest) > 0 && rest[len(rest)-1].Blank() {
			rest = rest[:len(rest)-1]
		}
		for ; i < len(lines) && (marked[i] || lines[i].Blank()); i++ {
			if marked[i] && !lines[i].Blank() {
				taken = append(taken, strings.TrimSpace(lines[i].Text))
			}
		}
		if i < len(lines) && len(rest) > 0 && !runsOverPage(rest[len(rest)-1], lines[i]) {
			rest = append(rest, reflist.Line{})
		}
		i--
	}
	return rest, taken
}

// runsOverPage reports whether the first line of a page goes on with what the last line of the page
// before it belongs to.
func runsOverPage(last, next reflist.Line) bool {
	s := strings.TrimSpace(last.Text)
	if boilerplate.ListMarker(next.Text) != "" || reflist.HasNumber(next.Text) || reflist.IsHeading(next.Text) {
		return false
	}
	return !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, "?") && last.Indent() == next.Indent()
}

// number stands for a number in a form; no text has it.
const number = "\x00"

// form returns what a line has in common with those of other pages.
func form(s string) string {
	return digits.ReplaceAllString(strings.ToLower(strings.Join(strings.Fields(s), " ")), number)
}

// markEdges marks the lines beside form feeds that come again beside other form feeds.
func markEdges(lines []reflist.Line, breaks []int, marked map[int]bool) {
	edges := map[int]bool{} // on a short page a line stands beside two form feeds
	for n, b := range breaks {
		first, last := -1, len(lines)
		if n > 0 {
			first = breaks[n-1]
		}
		if n+1 < len(breaks) {
			last = breaks[n+1]
		}
		for i, seen := b-1, 0; i > first && seen < edge; i-- {
			if !lines[i].Blank() {
				edges[i] = true
				seen++
			}
		}
		for i, seen := b+1, 0; i < last && seen < edge; i++ {
			if !lines[i].Blank() {
				edges[i] = true
				seen++
			}
		}
	}
	at := map[string][]int{}
	for i := range edges {
		f := form(lines[i].Text)
		at[f] = append(at[f], i)
	}
	for _, found := range at {
		for _, i := range found {
			if exceeds(len(found), len(breaks), edgePages) && len(found) > 1 || pageMark.MatchString(strings.TrimSpace(lines[i].Text)) {
				marked[i] = true
			}
		}
	}
}

// markCounted marks the lines that count the pages of a text without form feeds, and those that come
// again beside them.
func markCounted(lines []reflist.Line, marked map[int]bool) {
	forms := map[string][]int{}
	for i, l := range lines {
		s := strings.TrimSpace(l.Text)
		switch {
		case s == "" || len(s) > longestRunning:
		case pageMark.MatchString(s):
			marked[i] = true
		default:
			forms[form(s)] = append(forms[form(s)], i)
		}
	}
	if len(marked) < fewestPages {
		clear(marked)
	}
	count := len(marked) // of pages
	for f, found := range forms {
		if strings.Contains(f, number) && !counted.MatchString(f) {
			run := pageCount(lines, found)
			for _, i := range run {
				marked[i] = true
			}
			count = max(count, len(run))
		}
	}
	var beside []int
	for _, found := range forms {
		near := 0
		for _, i := range found {
			if besideAny(lines, marked, i) {
				near++
			}
		}
		if len(found) >= fewestPages && atLeast(len(found), count, besidePages) && atLeast(near, len(found), besideHere) {
			beside = append(beside, found...)
		}
	}
	for _, i := range beside {
		marked[i] = true
	}
}

// besideAny reports whether a marked line stands next to line i, but for blank ones.
func besideAny(lines []reflist.Line, marked map[int]bool, i int) bool {
	for _, step := range []int{-1, 1} {
		j := i + step
		for j >= 0 && j < len(lines) && lines[j].Blank() {
			j += step
		}
		if marked[j] {
			return true
		}
	}
	return false
}

// pageCount returns the longest run of the found lines, all of one form, in which one of their
// numbers counts up by one or by two at the distance of a page: the last line first.
func pageCount(lines []reflist.Line, found []int) []int {
	numbers := make([][]string, len(found))
	for n, i := range found {
		numbers[n] = digits.FindAllString(lines[i].Text, -1)
	}
	var best []int
	for k := range numbers[0] {
		for step := 1; step <= 2; step++ {
			if run := counting(found, numbers, k, step); len(run) > len(best) {
				best = run
			}
		}
	}
	if len(best) < fewestPages || !atLeast(len(best), len(found), countedHere) || !pacesThrough(best, len(lines)) {
		return nil
	}
	return best
}

// pacesThrough reports whether the lines of a run stand at like distances through at least half of a
// text of n lines, as the ends of its pages do.
func pacesThrough(run []int, n int) bool {
	shortest, longest := n, 0
	for i := 1; i < len(run); i++ {
		shortest = min(shortest, run[i-1]-run[i])
		longest = max(longest, run[i-1]-run[i])
	}
	return longest <= 2*shortest && 2*(run[0]-run[len(run)-1]+longest) >= n
}

// counting returns the longest run of the found lines, the last first, in which the kth of their
// numbers grows by step from page to page.
func counting(found []int, numbers [][]string, k, step int) []int {
	type run struct {
		line, length int
		before       *run // up to the page before
	}
	ending := map[int]*run{} // the last that ends with a number
	var best *run
	for n, i := range found {
		page, err := strconv.Atoi(numbers[n][k])
		if err != nil {
			continue
		}
		r := &run{line: i, length: 1}
		if p := ending[page-step]; p != nil {
			if gap := i - p.line; gap >= shortestPage*step && gap <= longestPage*step {
				r.length, r.before = p.length+1, p
			}
		}
		ending[page] = r
		if best == nil || r.length > best.length {
			best = r
		}
	}
	var out []int
	for r := best; r != nil; r = r.before {
		out = append(out, r.line)
	}
	return out
}
