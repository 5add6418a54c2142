package cite

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/safe"
)

// Authors and years: (Smith, 2019a; Jones and Lee 2020), Smith et al. (2019, 2020b).
//
// Years are certain and names are not, so every year of the text is looked at, and the
// text before it is asked whether it ends in the authors of a reference of that year.
//
//	… as Jones and van der Berg (2004, 2006a) held
//	     ^^^^^ first family      ^^^^ year
//	          ^^^^^^^^^^^^^^^^^^ the rest has to be the reference's other authors,
//	                             "et al." or nothing
//
// What is left between that year and the next says whether the next goes on with the
// same authors. Years whose authors were found, in one pair of parentheses, are one
// citation.

var (
	yearMark = regexp.MustCompile(`\b((?:1[5-9]|20)\d\d)((?:[a-z](?:[ ]?[,–-][ ]?[a-z])*)?)\b|\b(in press|forthcoming|n\.d\.)`)
	// goesOn matches what stands between two years of the same authors.
	goesOn = regexp.MustCompile(`^[ ,;]*(?:and |& |und |see also |also )?$`)
	// others matches what stands for authors that are not named.
	others = regexp.MustCompile(`^,? *(?:et *al\.?|and (?:others|colleagues|co-?workers|associates)|& others|u\. ?a\.|y (?:cols?|otros)\.?|e (?:cols?|outros)\.?|i in\.|m\. ?fl\.|et coll\.?)`)
	// link matches what stands between two names, or behind the last of them.
	link = regexp.MustCompile(`^(?:,? *(?:and|&|und|et|y|e|og|och|en) +|, *)`)
	// additions matches what may follow a name: initials, and what tells a son from his
	// father.
	additions = regexp.MustCompile(`^,? +(?:([a-z])\.(?:[ -]?[a-z]\.)*|(?:jr|sr)\.?|iii?\b)`)
	// suffixes matches the letters and years in a reference that tell works of a year
	// apart.
	suffixed = regexp.MustCompile(`\b((?:1[5-9]|20)\d\d)([a-z])\b`)
)

const (
	maxNames = 200 // bytes before a year in which its authors are looked for
	maxGroup = 600 // bytes of the longest parenthesis that is believed to be a citation
)

// A work is a reference as author–year citations name it.
type work struct {
	number   int
	firsts   []string // what its first author may be called, folded
	initial  string   // the first letter of the first author's given name
	families []string // of its authors, folded; an organisation is one family
	year     string
	letter   string // 2019a
}

// authorYears links names and years to references.
type authorYears struct {
	byYear map[string][]work
}

// newAuthorYears returns nil where the list is one of numbers.
func newAuthorYears(references []article.Reference) *authorYears {
	labelled := 0
	a := &authorYears{byYear: map[string][]work{}}
	for _, r := range references {
		if r.Label.Len() > 0 {
			labelled++
		}
		w := newWork(r)
		if w.year != "" && len(w.families) > 0 {
			a.byYear[w.year] = append(a.byYear[w.year], w)
		}
	}
	if labelled*2 > len(references) {
		return nil
	}
	return a
}

func newWork(r article.Reference) work {
	item, text := r.Fields(), r.Text.String()
	w := work{number: r.Number}
	for _, n := range item.Author {
		w.families = append(w.families, familyOf(n))
	}
	lead := organisation.FindString(text)
	if len(w.families) == 0 && lead != "" {
		w.families = []string{fold(lead)}
	}
	if len(w.families) > 0 {
		w.firsts = []string{w.families[0]}
	}
	if lead != "" && (len(item.Author) == 0 || item.Author[0].Given == "") {
		w.firsts = append(w.firsts, fold(lead))
		w.firsts = append(w.firsts, acronyms(lead, text)...)
	}
	if len(item.Author) > 0 && item.Author[0].Given != "" {
		w.initial = fold(item.Author[0].Given)[:1]
	}
	if item.Issued != nil && len(item.Issued.Parts) > 0 && len(item.Issued.Parts[0]) > 0 {
		w.year = strconv.Itoa(item.Issued.Parts[0][0])
	}
	if m := suffixed.FindStringSubmatch(text); m != nil && (w.year == "" || m[1] == w.year) {
		w.year, w.letter = m[1], m[2]
	}
	if strings.Contains(strings.ToLower(text), "in press") && w.year == "" {
		w.year = "in press"
	}
	return w
}

// organisation matches a reference's beginning where it is no person's name: some words
// without initials, up to the year or a full stop.
var organisation = regexp.MustCompile(`^[\p{L}&'’\- ]{3,90}(?:[ .,(]|$)`)

// acronyms returns the short names of an organisation: its initials, and what stands in
// parentheses behind its name in the reference.
func acronyms(name, text string) []string {
	var out []string
	if m := shortName.FindStringSubmatch(text); m != nil {
		out = append(out, fold(m[1]))
	}
	initials := ""
	for _, word := range strings.Fields(name) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			initials += string(first)
		}
	}
	if len(initials) > 1 {
		out = append(out, fold(initials))
	}
	return out
}

// shortName matches the short name of an organisation behind its name: "World Health
// Organization (WHO)", "FAO (Food and Agriculture Organization)".
var shortName = regexp.MustCompile(`^[^().\d]{2,80}\(((?:\p{Lu}[\p{L}&-]*){2,12})\)`)

func familyOf(n bib.Name) string {
	if n.Literal != "" {
		return fold(n.Literal)
	}
	return fold(n.Family)
}

// A hit is a year of the text whose authors were found.
type hit struct {
	names, year article.Span
	references  []int
	ambiguous   []int
	missing     []string // letters that no work of the year has
}

func (a *authorYears) find(body string, prose []article.Span) []article.Citation {
	var found []article.Citation
	for _, p := range joined(body, prose) {
		text := blanked(body[p.Start:p.End])
		for _, c := range group(text, a.hits(text)) {
			c.Span = article.Span{Start: c.Start + p.Start, End: c.End + p.Start}
			c.Text = safe.Line(strings.NewReplacer("*", "", "_", "", `\`, "").Replace(body[c.Start:c.End]))
			found = append(found, c)
		}
	}
	return found
}

// joined joins spans of prose between which there is only emphasis: Smith *et al.* 2019.
func joined(body string, prose []article.Span) []article.Span {
	var out []article.Span
	for _, p := range prose {
		if n := len(out); n > 0 && out[n-1].End <= p.Start && strings.Trim(body[out[n-1].End:p.Start], "*_") == "" {
			out[n-1].End = p.End
			continue
		}
		out = append(out, p)
	}
	return out
}

// blanked returns text with the signs of Markdown, line ends and the like made blanks,
// byte for byte.
func blanked(text string) string {
	b := []byte(text)
	for i, c := range b {
		if c == '*' || c == '_' || c == '\n' || c == '\t' || c == '\\' || c == '>' {
			b[i] = ' '
		}
	}
	return strings.ReplaceAll(string(b), "\u00a0", "  ")
}

// hits returns the years of text whose authors were found, in order.
func (a *authorYears) hits(text string) []hit {
	var hits []hit
	before := 0 // the end of the year before
	for _, m := range yearMark.FindAllStringSubmatchIndex(text, -1) {
		h := hit{year: article.Span{Start: m[0], End: m[1]}}
		year, letters := text[m[0]:m[1]], ""
		if m[2] >= 0 {
			year, letters = text[m[2]:m[3]], text[m[4]:m[5]]
		}
		works := a.byYear[year]
		switch last := len(hits) - 1; {
		case last >= 0 && hits[last].year.End == before && goesOn.MatchString(text[before:m[0]]):
			h.names = hits[last].names
			works = named(text, h.names, works)
		default:
			works, h.names = lastNamed(text[max(before, m[0]-maxNames):m[0]], works)
			h.names.Start += max(before, m[0]-maxNames)
			h.names.End += max(before, m[0]-maxNames)
		}
		h.references, h.ambiguous, h.missing = choose(works, letters)
		before = m[1]
		if len(works) > 0 {
			hits = append(hits, h)
		}
	}
	return hits
}

// named returns the works whose authors stand in the span of text.
func named(text string, names article.Span, works []work) []work {
	found, _ := lastNamed(text[names.Start:names.End]+" ", works)
	return found
}

// lastNamed returns the works in whose authors the text ends, and where those stand.
// Works that fit better displace those that fit worse: with all authors named, or
// "et al." where there are more.
func lastNamed(text string, works []work) (found []work, names article.Span) {
	best := 0
	for _, w := range works {
		start, fits := w.endsIn(text)
		switch {
		case fits == 0 || fits < best:
			continue
		case fits > best:
			best, found = fits, nil
		}
		found = append(found, w)
		names = article.Span{Start: start, End: len(text)}
	}
	return found, names
}

// endsIn tells how well text ends in the authors of the work: 0 where it does not. Start
// is where the first of them begins.
func (w work) endsIn(text string) (start, fits int) {
	folded, offsets := foldWithOffsets(text)
	for _, first := range w.firsts {
		for at := strings.LastIndex(folded, first); at >= 0; at = strings.LastIndex(folded[:at], first) {
			end := at + len(first)
			if !isWordBorder(folded, at) || !isWordBorder(folded, end) || followsName(text[:offsets[at]]) {
				continue
			}
			if fits := w.rest(folded[end:]); fits > 0 {
				return offsets[at-len(particlesBefore.FindString(folded[:at]))], fits
			}
		}
	}
	return 0, 0
}

// rest tells how well the text behind the first family, up to the year, names the other
// authors.
func (w work) rest(text string) int {
	named := 1
	for {
		if m := others.FindString(text); m != "" {
			if strings.Trim(text[len(m):], " ,.(['s") != "" {
				return 0
			}
			return fit(len(w.families) > 2, len(w.families) > 1 || named == 1)
		}
		if m := additions.FindStringSubmatch(text); m != nil {
			if named == 1 && m[1] != "" && m[1] != w.initial {
				return 0
			}
			text = text[len(m[0]):]
			continue
		}
		text = strings.TrimPrefix(strings.TrimPrefix(text, "'s"), "'")
		if strings.Trim(text, " ,([") == "" {
			return fit(named == len(w.families), true)
		}
		m := link.FindString(text)
		if m == "" {
			return 0
		}
		next := w.family(text[len(m):])
		if next == "" {
			return 0
		}
		named++
		text = text[len(m)+len(next):]
	}
}

const particle = `(?:van|von|vom|zu|de|der|den|del|della|dei|la|le|di|du|da|dos|das|do|ter|ten|te|aan|het|el|al|bin|ibn|af|av) +`

var (
	particlesBefore = regexp.MustCompile(`\b(?:` + particle + `)+$`)
	particlesFirst  = regexp.MustCompile(`^(?:` + particle + `)+`)
)

// family returns the longest of the families, but the first, that text begins with,
// together with the particles before it.
func (w work) family(text string) (longest string) {
	particles := particlesFirst.FindString(text)
	for _, f := range w.families[1:] {
		for _, name := range []string{f, particles + f} {
			if strings.HasPrefix(text, name) && isWordBorder(text, len(name)) && len(name) > len(longest) {
				longest = name
			}
		}
	}
	return longest
}

// fit grades how well a citation fits: 2 exactly, 1 possibly, 0 not at all.
func fit(exactly, possibly bool) int {
	switch {
	case exactly:
		return 2
	case possibly:
		return 1
	}
	return 0
}

// followsName reports whether text ends so that the name after it is not a first
// author: in "Smith and" or "Smith,".
func followsName(text string) bool {
	text = strings.TrimRight(text, " ")
	for _, and := range []string{" and", " &", " und", " et"} {
		if before, ok := strings.CutSuffix(text, and); ok {
			return endsInName(before)
		}
	}
	if before, ok := strings.CutSuffix(text, ","); ok {
		return endsInName(before)
	}
	return false
}

// endsInName reports whether the last word of a text may be a name.
func endsInName(text string) bool {
	word := text[strings.LastIndexAny(text, " (;,[")+1:]
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && !strings.HasSuffix(word, ".")
}

func isWordBorder(s string, i int) bool {
	if i <= 0 || i >= len(s) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return !isWordRune(before) || !isWordRune(after)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// choose returns the works that the letters behind the year mean. Where letters tell
// nothing and several works fit, they are ambiguous.
func choose(works []work, letters string) (references, ambiguous []int, missing []string) {
	if len(works) == 0 {
		return nil, nil, nil
	}
	slices.SortStableFunc(works, func(a, b work) int { return a.number - b.number })
	wanted := expand(letters)
	if len(wanted) > 0 {
		for _, l := range wanted {
			var fitting []int
			for i, w := range works {
				if w.letter == l || w.letter == "" && len(works) > 1 && l == string(rune('a'+i)) || len(works) == 1 && w.letter == "" {
					fitting = append(fitting, w.number)
				}
			}
			switch len(fitting) {
			case 0:
				missing = append(missing, works[0].year+l)
			case 1:
				references = append(references, fitting[0])
			default:
				ambiguous = append(ambiguous, fitting...)
			}
		}
		return references, ambiguous, missing
	}
	if len(works) == 1 {
		return []int{works[0].number}, nil, nil
	}
	for _, w := range works {
		ambiguous = append(ambiguous, w.number)
	}
	return nil, ambiguous, nil
}

// expand returns the letters of "a", "a,b" or "a–c".
func expand(letters string) []string {
	var out []string
	var last rune
	ranged := false
	for _, r := range letters {
		switch {
		case r == '-' || r == '–':
			ranged = true
		case r >= 'a' && r <= 'z':
			if ranged {
				for last++; last < r; last++ {
					out = append(out, string(last))
				}
			}
			out = append(out, string(r))
			last, ranged = r, false
		}
	}
	return out
}

// group makes citations of hits: those in one pair of parentheses are one.
func group(text string, hits []hit) []article.Citation {
	var out []article.Citation
	open := -1
	for _, h := range hits {
		at := openBefore(text, h.year.Start)
		c := article.Citation{Span: article.Span{Start: h.names.Start, End: h.year.End}, References: h.references, Ambiguous: h.ambiguous, Missing: h.missing}
		if at >= 0 {
			c.Start = min(c.Start, at)
			c.End = closeAfter(text, at, h.year.End)
		}
		if n := len(out); n > 0 && (at >= 0 && at == open || c.Start < out[n-1].End) {
			out[n-1].End = max(out[n-1].End, c.End)
			out[n-1].References = append(out[n-1].References, c.References...)
			out[n-1].Ambiguous = append(out[n-1].Ambiguous, c.Ambiguous...)
			out[n-1].Missing = append(out[n-1].Missing, c.Missing...)
		} else {
			out = append(out, c)
		}
		open = at
	}
	return out
}

// openBefore returns the parenthesis or bracket that is open at i, or -1.
func openBefore(text string, i int) int {
	depth := 0
	for j := i - 1; j >= 0 && i-j < maxGroup; j-- {
		switch text[j] {
		case ')', ']':
			depth++
		case '(', '[':
			if depth == 0 {
				return j
			}
			depth--
		}
	}
	return -1
}

// closeAfter returns the end of the parenthesis that opens at open, at least end.
func closeAfter(text string, open, end int) int {
	depth := 0
	for j := open; j < len(text) && j-open < maxGroup; j++ {
		switch text[j] {
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth == 0 {
				return max(j+1, end)
			}
		}
	}
	return end
}

// fold makes letters small, takes their accents off and makes the signs in names plain.
func fold(s string) string {
	folded, _ := foldWithOffsets(s)
	return strings.Trim(folded, " .,(")
}

// plainer maps letters that have no accent to take off, and signs, to plain ones.
var plainer = map[rune]string{
	'ß': "ss", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ı': "i",
	'’': "'", '‘': "'", 'ʼ': "'", '‐': " ", '‑': " ", '–': " ", '−': " ",
}

// foldWithOffsets returns s folded, and for each byte of that, and its end, where it
// stands in s.
func foldWithOffsets(s string) (folded string, offsets []int) {
	var b strings.Builder
	for i, r := range s {
		out := string(unicode.ToLower(r))
		if r == '-' {
			out = " " // Théroux-Rancourt is Théroux Rancourt elsewhere
		}
		if r >= utf8.RuneSelf {
			base, _ := utf8.DecodeRuneInString(norm.NFD.String(out))
			out = string(base)
			if p, ok := plainer[base]; ok {
				out = p
			}
			if unicode.Is(unicode.Mn, r) {
				out = ""
			}
		}
		b.WriteString(out)
		for range len(out) {
			offsets = append(offsets, i)
		}
	}
	return b.String(), append(offsets, len(s))
}
