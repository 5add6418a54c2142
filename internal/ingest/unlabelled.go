package ingest

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
)

// A reference list without labels is cut where it is most plausible as a whole. Each
// way to cut it has a score: for each entry, how well a line begins one, how well the
// line before ends one, and whether what is between has a year; and lists are sorted
// by name. The best way is found by dynamic programming over the lines.

var (
	givenInitials = `\p{Lu}\p{Ll}?(?:\.|\b)(?:[-‐ ]?\p{Lu}\p{Ll}?(?:\.|\b))*`
	particle      = `(?:(?:van|von|de|der|den|del|della|la|le|di|du|da|dos|al|el|ter|ten|zu|zur|af|av|mac|st\.?)[ ](?:het |der |den |la |los )?)?`
	family        = `\p{Lu}[\p{L}'’‐\-]+(?: \p{Lu}[\p{L}'’‐\-]+)?`

	// openings match how an entry begins, the likely ones with more points.
	openings = []struct {
		*regexp.Regexp
		points int
	}{
		{regexp.MustCompile(`^(?i:` + particle + `)` + family + `,? ` + givenInitials + `(?:[,;:&(.]| (?:and|&|et|und|y|e|\()|$)`), 4}, // Smith, J., Smith JR,
		{regexp.MustCompile(`^(?i:` + particle + `)` + family + `, \p{Lu}[\p{L}'’\-]+`), 3},                                            // Smith, John
		{regexp.MustCompile(`^` + givenInitials + ` ?(?i:` + particle + `)` + family + `(?:,| (?:and|&|et)\b)`), 3},                    // J. Smith,
		{regexp.MustCompile(`^[-–—_]{1,6}[.,:]? ?(?:\(|\d{4}|,|\p{Lu}|"|$)`), 4},                                                       // —, 2002
		{regexp.MustCompile(`^\p{Lu}[\p{L}'’.\-]*(?: (?i:` + particle + `)\p{Lu}[\p{L}'’.\-]*){1,3}(?:,|\.| and\b| &|;)`), 2},          // John Smith and
		{regexp.MustCompile(`^\p{Lu}[^.,;:()]{1,90}[.,]? \(?(?:1[5-9]|20)\d\d`), 2},                                                    // World Bank (2004)
	}
	// goesOn matches the end of a line that does not end an entry.
	goesOn = regexp.MustCompile(`(?i)(?:[,;:&(\[–\-/=]|\b(?:and|of|the|in|for|a|an|on|to|by|with|from|at|et|und|der|die|das|de|des|la|le|y|e|vol|no|pp|eds?|in:|using|between|through|into))\.?$`)
	// ended matches the end of a line that may end one.
	ended   = regexp.MustCompile(`(?:[.)\]”"»?!]|\d[a-z]?|https?://\S+)$`)
	initial = regexp.MustCompile(`(?:^|[\s.\-])\p{Lu}\.$`)
)

// isEnded reports whether an entry may end with s.
func isEnded(s string) bool {
	s = strings.TrimSpace(s)
	return ended.MatchString(s) && !goesOn.MatchString(s)
}

// What counts in the score of a way to cut a list.
const (
	eachEntry  = -3 // so that an entry has to be earned
	undated    = -5 // the entry has no year
	unsorted   = -4 // it comes before the last one in the alphabet
	afterBlank = 5
	afterShort = 3  // the line before has room for more
	afterFull  = -1 // it has none
	impossible = -100
)

const (
	longestUnlabelled = 40  // lines of an entry
	unwrapped         = 130 // width from which on each line is a paragraph
)

// A listLine is a line of a list without labels, and what it tells.
type listLine struct {
	line
	start int    // points for an entry that begins here
	dated bool   // bears a year or what stands for it
	key   string // what entries that begin here are sorted by
}

// cutUnlabelled cuts a list that has no labels.
func cutUnlabelled(lines []line) []entry {
	list := weigh(lines)
	if len(list) == 0 {
		return nil
	}
	starts := bestCut(list, false)
	if isSorted(list, starts) {
		starts = bestCut(list, true)
	}
	var entries []entry
	for n, s := range starts {
		end := len(list)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		entries = append(entries, entry{
			Span:  article.Span{Start: list[s].span().Start, End: list[end-1].end},
			start: list[s].line.start,
		})
	}
	return entries
}

// weigh gives each line that is not blank the points for an entry that begins there.
func weigh(lines []line) []listLine {
	var list []listLine
	apart, blank := 0, false
	for _, l := range lines {
		if l.blank() {
			blank = true
			continue
		}
		s := strings.TrimSpace(l.text)
		w := listLine{line: l, dated: bearsDate(s), key: sortKey(s), start: opening(s)}
		if blank && len(list) > 0 {
			w.start += afterBlank
			apart++
		}
		list = append(list, w)
		blank = false
	}
	width, hung := usualWidth(list), hangs(list)
	for i := 1; i < len(list); i++ {
		w, before := &list[i], strings.TrimSpace(list[i-1].text)
		switch {
		case goesOn.MatchString(before):
			w.start -= 5
		case initial.MatchString(before):
			w.start -= 2
		case ended.MatchString(before):
			w.start += 2
		default:
			w.start -= 2
		}
		switch room := list[i-1].roomAfter(w.line, width); {
		case width > unwrapped || room*100 > width*12:
			w.start += afterShort
		case room < 0:
			w.start += afterFull
		}
		if hung != 0 {
			if w.indent() > list[0].indent() == (hung > 0) {
				w.start += impossible
			} else {
				w.start += afterShort
			}
		}
	}
	return list
}

// opening returns the points for how a line begins, if it begins an entry.
func opening(s string) int {
	for _, o := range openings {
		if o.MatchString(s) {
			return o.points
		}
	}
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case strings.HasPrefix(s, "http"), strings.HasPrefix(s, "doi"):
		return -4
	case unicode.IsUpper(first), strings.ContainsRune(`"“‘'«`, first), unicode.Is(unicode.Lo, first):
		return 0
	case unicode.IsLower(first) && regexpParticle.MatchString(s):
		return 0
	}
	return -6
}

var regexpParticle = regexp.MustCompile(`^(?:van|von|de|der|den|del|della|la|le|di|du|da|dos|al|el|ter|ten|zu|af|av) (?:\pL+ )?\p{Lu}`)

// usualWidth returns the width that most lines of a wrapped list come near to.
func usualWidth(list []listLine) int {
	var widths []int
	for _, l := range list {
		widths = append(widths, l.width())
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
		case l.indent() > list[0].indent():
			deeper++
		case l.indent() < list[0].indent():
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

// bestCut returns the lines at which the entries begin in the most plausible way to
// cut the list.
func bestCut(list []listLine, sorted bool) []int {
	n := len(list)
	score := make([]int, n+1) // of the best way to cut what is before a line
	from := make([]int, n+1)  // and where its last entry begins
	for i := 1; i <= n; i++ {
		score[i] = impossible * n
		dated := 0
		for j := i - 1; j >= max(0, i-longestUnlabelled); j-- {
			if list[j].dated {
				dated = -undated
			}
			s := score[j] + eachEntry + undated + dated + list[j].start
			if j == 0 {
				s = eachEntry + undated + dated
			}
			if sorted && i < n && list[i].key < list[j].key && list[i].key != "" {
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

// isSorted reports whether most of the entries that begin at the given lines come
// after the one before in the alphabet.
func isSorted(list []listLine, starts []int) bool {
	if len(starts) < 4 {
		return false
	}
	sorted := 0
	for i := 1; i < len(starts); i++ {
		if list[starts[i-1]].key <= list[starts[i]].key {
			sorted++
		}
	}
	return sorted*10 >= (len(starts)-1)*7
}

var (
	givenFirst = regexp.MustCompile(`^(?:\p{Lu}[\p{L}'’\-]*\.? ?)+(?:,|\.| and\b| &)`)
	familyOnly = regexp.MustCompile(`^[\p{L}'’‐\-]+`)
)

// sortKey returns what an entry that begins with s is sorted by: the family name of
// its first author in small givenInitials, or nothing where it has none to compare.
func sortKey(s string) string {
	if regexpParticle.MatchString(s) {
		return ""
	}
	return strings.ToLower(familyOnly.FindString(s))
}
