package cite

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
)

// Numbers in brackets: [1], [1, 2], [1,3-5], [1–3], also with a word before them or a
// place behind, as in [see 3 and 5] and [12, p. 4]. Neighbours such as [1][2] and [7] [8]
// are citations of their own.

var bracketStyle = style{
	Style: Style{Name: "numbers in brackets", Examples: []string{"[1]", "[1,3–5]", "[1][2]", "[1]–[3]", "[see 3 and 5]", "[12, p. 4]"}},
	find:  findBrackets,
	believes: func(s *source, found []article.Citation) belief {
		switch named := namedBy(found); {
		case s.outnumbers(named):
			return rejected
		case len(s.references) == 0 || s.namesShare(named):
			return certain
		}
		return possible
	},
	beside:  besideNumbers,
	byLabel: true,
}

const (
	// lead matches words before the numbers of a mark, locator a place in the work behind a
	// number, inEnd words behind the last one.
	lead  = `(?:(?i:see also|see|also|cf\.?|e\.g\.,?|i\.e\.,?|refs?\.?|references?|reviewed (?:in|by)|for (?:a )?reviews?,?|for example,?|vgl\.|siehe|voir|véase|cfr\.|nos?\.|nr\.|№|ср\.|см\.)` + scan.Gap + `)*`
	value = `\(?[\w.]{1,12}(?:` + scan.Gap + `(?:` + scan.Dash + `)` + scan.Gap + `[\w.]{1,12})?\)?(?:f{1,2}\b\.?)?`
	// further matches a value after the first, which is no word.
	further = `\(?(?:\d[\w.]{0,11}|[ivxlcIVXLC]{1,7}\b|[A-Za-z]\b)(?:` + scan.Gap + `(?:` + scan.Dash + `)` + scan.Gap + `[\w.]{1,12})?\)?(?:f{1,2}\b\.?)?`
	locator = `(?:(?:,|[ \t\x{a0}\x{202f}\x{2009}\n])` + scan.Gap + `(?:(?i:` + locators + `)` + scan.Gap + value +
		`(?:(?:,` + scan.Gap + `|` + scan.AndWord + `|` + scan.Gap + `&` + scan.Gap + `)` + further + `)*|(?i:` + locatorWords + `)` + scan.Gap + value + `)|` + scan.Gap + `:[ \x{a0}]` + scan.Gap + `\d{1,5}(?:` + scan.Gap + `(?:` + scan.Dash + `)` + scan.Gap + `\d{1,5})?|` +
		scan.Gap + `\((?i:` + locatorWords + `|` + locators + `)` + scan.Gap + `[\w.,;–-]{1,20}\)|` + `,?` + scan.Gap + `第\d{1,5}[页頁章节節])`
	// locators are words for places in a work in the plural, which numbers may follow;
	// locatorWords those in the singular.
	locators     = `pp(?:\.|\b)|pages|ss\.|chapters|chaps?\.|chs\.|sections|sect?s\.|§§|figures|figs\.|tables|tabs\.|equations|eqs\.|theorems|lemmas|vols\.|págs\.|сс\.|kapitel|abschnitte`
	locatorWords = `p(?:\.|\b)|page|chapter|chap\.|ch\.|section|sect?\.|§|figure|fig\.|table|tab\.|equation|eq\.|th(?:eore)?m\.?|lemma|prop(?:osition)?\.?|def(?:inition)?\.?|vol\.|appendix|app\.|art\.|note|n\.|S\.|Kap\.|Abb\.|Bd\.|Rn\.|pág\.|pag\.|cap\.|с\.|стр\.|т\.|гл\.|рис\.`
	inEnd        = `,?` + scan.Gap + `(?i:and references (?:cited )?therein|for (?:a )?reviews?|and others)`

	// maxPlaces is how many places in a work may follow its number.
	maxPlaces = 3
)

// The parts of a mark, each at its start. One expression of all takes 20 ms to compile, at every
// start. The brackets may be escaped, as in Markdown.
var (
	bracketOpens  = lazyregexp.New(`^\\?\[` + scan.Gap)
	numberMember  = lazyregexp.New(`^` + lead + `\d{1,5}`)
	placeBehind   = lazyregexp.New(`^` + locator)
	nextMember    = lazyregexp.New(`^` + scan.Gap + `(?:[,;&]|` + scan.Dash + `|` + scan.RangeWord + `|` + scan.AndWord + `)` + scan.Gap)
	bracketCloses = lazyregexp.New(`^(?:` + inEnd + `)?` + scan.Gap + `\\?\]`)
	// rangeOfMarks matches what is between two marks that are a range, as in [1]–[3].
	rangeOfMarks = lazyregexp.New(`^` + scan.Gap + `(?:` + scan.Dash + `)` + scan.Gap)
)

var (
	// joint matches the brackets inside [1]–[3].
	joint = lazyregexp.New(`\\?\]` + scan.Gap + `(` + scan.Dash + `)` + scan.Gap + `\\?\[`)
	// placed matches the locators and the last words of a mark.
	placed = lazyregexp.New(locator + `|` + inEnd + `$`)
	// destination matches the URL, path or fragment that makes [1](…) a link.
	destination = lazyregexp.New(`^\((?:<|[^()\s]*[/#.][^()\s]*[\s)])`)
	// valued matches the signs before a value, of which ">" also ends a tag such as </sub>, pair the words before an interval or a pair of
	// numbers.
	valued = lazyregexp.New(`(?:[∈∉⊂⊆=<≤≥≠×]|(?:^|[^\w/])>)[ \t\n]*$`)
	pair   = lazyregexp.New(`(?i)\b(?:intervals?|ranges?|array|vector|tuple|domain)[ \t\n]*$`)
	// measured matches a number, and what may stand behind it, where a cell or a part of one begins.
	measured = lazyregexp.New(`[|;,/>(][ *_]*[<>≤≥~±+−-]?\d+(?:[.,·]\d+)*(?: ?[%°]| \(\d[^()|]{0,20}\))?[ *_]*$`)
	// interval matches two numbers that are the ends of an interval.
	interval = lazyregexp.New(`^\\?\[` + scan.Gap + `\d+(?:` + scan.Gap + `(?:` + scan.Dash + `|[,;]|to)` + scan.Gap + `)\d+` + scan.Gap + `\\?\]$`)
	// operated matches what follows an element of an array but never a citation.
	operated = lazyregexp.New(`^(?:[ \t]*(?:=|\+=|-=|\+\+|--)[^A-Za-z]|[\[(]?\.\w|\()`)
)

// maxBefore is how many bytes before a mark are searched for signs that it is no citation.
const maxBefore = 40

// leadsSomewhere reports whether the text that follows a mark makes it a link.
func leadsSomewhere(after string) bool { return destination.MatchString(after) }

// Marks returns the spans of text that have the shape of a mark, for a parser of Markdown that
// would make links of them.
func Marks(text string) []article.Span {
	var marks []article.Span
	for _, span := range brackets(text, article.Span{End: len(text)}) {
		if !leadsSomewhere(text[span.End:]) {
			marks = append(marks, span)
		}
	}
	return marks
}

// outnumbers reports whether authors and years name as many references of an unnumbered list as
// numbers do, which then are no citations.
func (s *source) outnumbers(named int) bool {
	return !s.numbers.labelled && s.byAuthor > 0 && s.byAuthor >= named
}

func findBrackets(s *source) []article.Citation {
	var found []article.Citation
	named := 0 // references by the marks so far
	for _, p := range s.prose {
		for _, span := range brackets(s.body, p) {
			labels, ok := s.bracketed(span)
			if !ok {
				continue
			}
			if named += len(labels); named > s.maxNamed() {
				s.leftOut++
				continue
			}
			found = append(found, s.numbers.citation(span, strings.ReplaceAll(s.body[span.Start:span.End], `\`, ""), labels))
		}
	}
	sortByStart(found)
	if s.numbers.empty && !startsAtOne(found) {
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
		if n := bracketMark(body[start:in.End]); n > 0 {
			at = start + n
			found = append(found, article.Span{Start: start, End: at})
		} else {
			at += i + 1
		}
	}
}

// bracketMark returns the length of the mark that s begins with, ranges such as [1]–[3] included,
// or 0.
func bracketMark(s string) int {
	at := oneBracket(s)
	for end := at; at > 0; at = end {
		between := len(rangeOfMarks.FindString(s[end:]))
		next := 0
		if between > 0 {
			next = oneBracket(s[end+between:])
		}
		if next == 0 {
			break
		}
		end += between + next
	}
	return at
}

// oneBracket returns the length of the brackets with numbers that s begins with, or 0.
func oneBracket(s string) int {
	at := 0
	// take goes past what an expression matches, and reports whether it does.
	take := func(part *lazyregexp.Regexp) bool {
		n := len(part.FindString(s[at:]))
		at += n
		return n > 0
	}
	for ok := take(bracketOpens); ok; ok = take(nextMember) {
		if !take(numberMember) {
			return 0
		}
		for places := 0; places < maxPlaces && take(placeBehind); places++ {
		}
		if take(bracketCloses) {
			return at
		}
	}
	return 0
}

// startsAtOne reports whether one of the citations names number 1, without which numbers in
// brackets are not believed in an article without a list.
func startsAtOne(citations []article.Citation) bool {
	return slices.ContainsFunc(citations, func(c article.Citation) bool { return slices.Contains(c.Missing, "1") })
}

// bracketed returns the labels that the mark at span names, and reports whether it may be a
// citation.
func (s *source) bracketed(span article.Span) (labels []int, ok bool) {
	mark := placed.ReplaceAllString(joint.ReplaceAllString(s.body[span.Start:span.End], "$1"), "")
	labels, ok = s.numbers.members(mark)
	before := scan.Tail(s.body[:span.Start], maxBefore)
	if !ok || isSubscript(s.body, span) || leadsSomewhere(s.body[span.End:]) ||
		valued.MatchString(before) || len(labels) == 2 && pair.MatchString(before) || isInterval(s.body, span, before) {
		return nil, false
	}
	return labels, true
}

// isInterval reports whether the mark is an interval behind a number in a table's cell, as in
// 12 [3–9], in the first kilobytes of a row.
func isInterval(body string, mark article.Span, before string) bool {
	row := scan.Tail(body[:mark.Start], 4<<10)
	row = row[strings.LastIndexByte(row, '\n')+1:]
	return strings.HasPrefix(row, "|") && measured.MatchString(before) && interval.MatchString(body[mark.Start:mark.End])
}

// isSubscript reports whether the mark is an index, as in x[1], items[2] = 3 or
// m[1][2]. A citation may stick to the word before it, but that word is one of
// prose: of more than one letter, without underscores or inner capitals.
func isSubscript(body string, span article.Span) bool {
	word := scan.LastWord(body[:span.Start])
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
