package cite

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Numbers in brackets: [1], [1, 2], [1,3-5], [1–3], also with a word before them or a
// place behind, as in [see 3 and 5] and [12, p. 4]. Neighbours such as [1][2] and [7] [8]
// are citations of their own.

const (
	gap  = `[ \t\x{a0}\x{202f}\x{2009}]*(?:\n[ \t>]*)?`
	dash = `-|‐|‑|‒|–|—|−`

	// lead is what may stand before the numbers of a mark, locator the place in the
	// work that may stand behind one, words in the end what may stand behind all.
	lead    = `(?:(?i:see also|see|also|cf\.?|e\.g\.,?|i\.e\.,?|refs?\.?|references?|reviewed (?:in|by)|for (?:a )?reviews?,?|for example,?|vgl\.|siehe|voir)` + gap + `)*`
	locator = `(?:(?:,|[ \t\x{a0}\x{202f}\x{2009}\n])` + gap + `(?i:pp?\.|pages?|chap(?:ter)?s?\.?|ch\.|sec(?:t|tion)?s?\.?|§{1,2}|fig(?:ure)?s?\.?|tab(?:le)?s?\.?|eqs?\.|th(?:eore)?m\.?|lemma|prop(?:osition)?\.?|def(?:inition)?\.?|vol\.|appendix|art\.|note|S\.)` + gap + `[\w.]{1,12}(?:` + gap + `(?:` + dash + `)` + gap + `[\w.]{1,12})?f{0,2}\.?)`
	inEnd   = `,?` + gap + `(?i:and references (?:cited )?therein|for (?:a )?reviews?|and others)`
	one     = lead + `\d{1,5}` + locator + `?`
	bracket = `\\?\[` + gap + one + `(?:` + gap + `(?:,|;|&|,?` + gap + `and|und|et|` + dash + `)` + gap + one + `)*(?:` + inEnd + `)?` + gap + `\\?\]`
)

var (
	// bracketed matches a mark; some writers escape its brackets in Markdown, and
	// some write ranges as [1]–[3].
	bracketed = lazyregexp.New(`^` + bracket + `(?:` + gap + `(?:` + dash + `)` + gap + bracket + `)*`)
	// joint matches the brackets inside [1]–[3].
	joint = lazyregexp.New(`\\?\]` + gap + `(` + dash + `)` + gap + `\\?\[`)
	// placed matches the places in works and the last words of a mark.
	placed = lazyregexp.New(locator + `|` + inEnd + `$`)
	// member matches one number of a mark, or a range of them.
	member = lazyregexp.New(`(\d+)(?:` + gap + `(?:` + dash + `)` + gap + `(\d+))?`)
	// destination matches what makes [1](…) a link: an address, a path, a fragment.
	destination = lazyregexp.New(`^\((?:<|[^()\s]*[/#.][^()\s]*[\s)])`)
	// valued matches the signs before a value, pair the words and signs before an
	// interval or a pair of numbers.
	valued = lazyregexp.New(`[∈∉⊂⊆=<>≤≥≠×][ \t\n]*$`)
	pair   = lazyregexp.New(`(?i)\b(?:intervals?|ranges?|array|vector|tuple|domain)[ \t\n]*$`)
	// operated matches what follows an element of an array and no citation.
	operated = lazyregexp.New(`^(?:[ \t]*(?:=|\+=|-=|\+\+|--)[^A-Za-z]|[\[(]?\.\w|\()`)
)

const (
	// maxNumber is the largest number that a mark is believed to name when the
	// list is shorter: [2019] is a year.
	maxNumber = 999
	// maxRange is the most references that one range is believed to stand for.
	maxRange = 200
	// maxNamed is how many references all marks together are believed to name; the marks
	// after those are none.
	maxNamed = 50_000
)

// leadsSomewhere reports whether the text that follows a mark makes it a link.
func leadsSomewhere(after string) bool { return destination.MatchString(after) }

// numbers links numbers to the references that bear them.
type numbers struct {
	byLabel  map[int][]int // label to reference numbers
	highest  int           // label in the list
	labelled bool          // the list is numbered, and not only in the order of its entries
	empty    bool          // the article has no references at all
	named    int           // references by the marks so far
}

func newNumbers(references []article.Reference) *numbers {
	n := &numbers{byLabel: map[int][]int{}, empty: len(references) == 0}
	for _, r := range references {
		if label, err := strconv.Atoi(r.Label.String()); err == nil {
			n.byLabel[label] = append(n.byLabel[label], r.Number)
			n.highest = max(n.highest, label)
		}
	}
	n.labelled = len(n.byLabel) > 0
	if !n.labelled {
		for _, r := range references {
			n.byLabel[r.Number] = []int{r.Number}
			n.highest = max(n.highest, r.Number)
		}
	}
	return n
}

func (n *numbers) find(body string, prose []article.Span) []article.Citation {
	var found []article.Citation
	for _, p := range prose {
		for _, span := range brackets(body, p) {
			if c, ok := n.citation(body, span); ok {
				found = append(found, c)
			}
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].Start < found[j].Start })
	if n.empty && !startsAtOne(found) {
		return nil
	}
	return found
}

// brackets returns the spans in a part of body that have the shape of a mark.
func brackets(body string, in article.Span) []article.Span {
	var found []article.Span
	for at := in.Start; ; {
		i := strings.IndexByte(body[at:in.End], '[')
		if i < 0 {
			return found
		}
		start := at + i
		if start > at && body[start-1] == '\\' {
			start--
		}
		if m := bracketed.FindStringIndex(body[start:in.End]); m != nil {
			at = start + m[1]
			found = append(found, article.Span{Start: start, End: at})
		} else {
			at += i + 1
		}
	}
}

// startsAtOne reports whether one of the citations names number 1. In an article
// that has no list, numbers in brackets are believed to be citations only then.
func startsAtOne(citations []article.Citation) bool {
	for _, c := range citations {
		for _, m := range c.Missing {
			if m == "1" {
				return true
			}
		}
	}
	return false
}

// citation reads the mark at span; ok is false where it is something else.
func (n *numbers) citation(body string, span article.Span) (c article.Citation, ok bool) {
	named, ok := n.members(body[span.Start:span.End])
	before := tail(body[:span.Start], 40)
	if !ok || isSubscript(body, span) || leadsSomewhere(body[span.End:]) ||
		valued.MatchString(before) || len(named) == 2 && pair.MatchString(before) {
		return c, false
	}
	if n.named += len(named); n.named > maxNamed {
		return c, false
	}
	c = article.Citation{Span: span, Text: safe.Line(strings.ReplaceAll(body[span.Start:span.End], `\`, ""))}
	for _, label := range named {
		switch refs := n.byLabel[label]; len(refs) {
		case 0:
			c.Missing = append(c.Missing, strconv.Itoa(label))
		case 1:
			c.References = append(c.References, refs[0])
		default:
			c.Ambiguous = append(c.Ambiguous, refs[:min(len(refs), maxAlike)]...)
		}
	}
	return c, true
}

// members returns the labels that a mark names, ranges expanded; ok is false where
// they cannot be references.
func (n *numbers) members(mark string) (labels []int, ok bool) {
	seen := map[int]bool{}
	mark = placed.ReplaceAllString(joint.ReplaceAllString(mark, "$1"), "")
	for _, m := range member.FindAllStringSubmatch(mark, -1) {
		first, _ := strconv.Atoi(m[1])
		last := first
		if m[2] != "" {
			last, _ = strconv.Atoi(m[2])
		}
		if !n.possible(first) || !n.possible(last) || last < first || last-first > maxRange {
			return nil, false
		}
		for label := first; label <= last; label++ {
			if !seen[label] {
				seen[label] = true
				labels = append(labels, label)
			}
		}
	}
	return labels, len(labels) > 0
}

// possible reports whether a mark may name label. Only a list that has a 0 is cited
// by it: else it belongs to an interval or an index.
func (n *numbers) possible(label int) bool {
	if label == 0 {
		return len(n.byLabel[0]) > 0
	}
	return label <= max(maxNumber, n.highest)
}

// isSubscript reports whether the mark is an index, as in x[1], items[2] = 3 or
// m[1][2]. A citation may stick to the word before it, but that word is one of
// prose: of more than one letter, without underscores or inner capitals.
func isSubscript(body string, span article.Span) bool {
	word := lastWord(body[:span.Start])
	if word == "" {
		return false
	}
	if operated.MatchString(body[span.End:]) {
		return true
	}
	if i := strings.IndexByte(word, '['); i > 0 && strings.HasSuffix(word, "]") {
		word = word[:i] // m[1][2]: judged by m
	}
	word = strings.TrimRight(word, `.,;:!?"'”’)*_`)
	if strings.ContainsAny(word, "_$") {
		return true
	}
	first, size := utf8.DecodeRuneInString(word)
	if size == len(word) {
		return unicode.IsLower(first)
	}
	return unicode.IsLower(first) && strings.ContainsFunc(word, unicode.IsUpper) && !strings.ContainsAny(word, "-–/")
}

// lastWord returns what sticks to the end of text without a blank.
func lastWord(text string) string {
	text = tail(text, 60)
	return text[strings.LastIndexAny(text, " \t\n(")+1:]
}

// tail returns the end of text, at most n bytes, from a rune's border on.
func tail(text string, n int) string {
	if len(text) <= n {
		return text
	}
	i := len(text) - n
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return text[i:]
}
