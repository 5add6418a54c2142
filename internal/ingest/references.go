package ingest

import (
	"regexp"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
)

// An entry is one reference as it stands in a text.
type entry struct {
	article.Span           // its text, without the label
	start        int       // where the line with its label begins
	label        string    // empty where it has none
	item         *bib.Item // its fields, where the format tells them
}

// listNames matches the headings that reference lists stand under.
var listNames = regexp.MustCompile(`(?i)^(?:\d+\.?\s+|[ivx]+\.\s+)?(?:` + strings.Join([]string{
	`(?:(?:list of|cited|selected|key|further|general|main|additional) )?references(?: (?:cited|and notes|and further reading|list))?`, `reference list`,
	`bibliography`, `(?:selected|annotated) bibliography`, `works cited`, `cited works`, `literature(?: cited)?`, `citations`, `sources`, `references & notes`, `notes and references`,
	`literatur(?:verzeichnis|liste|angaben|nachweise)?`, `quellen(?:verzeichnis|angaben)?`, `einzelnachweise`, `bibliographie`, `bibliografie`,
	`références(?: bibliographiques)?`, `ouvrages cités`, `referencias(?: bibliográficas)?`, `bibliografía`, `obras citadas`,
	`riferimenti(?: bibliografici)?`, `bibliografia`, `referências(?: bibliográficas)?`, `referenties`, `literatuur(?:lijst)?`,
	`referenser`, `källor`, `referanser`, `litteraturliste`, `litteratur`, `lähteet`, `литература`, `список литературы`, `参考文献`, `参考資料`,
}, "|") + `)\s*:?$`)

// namesList reports whether a heading's text announces a reference list.
func namesList(heading string) bool {
	return listNames.MatchString(strings.TrimSpace(strings.Trim(strings.TrimSpace(heading), "*_#")))
}

// labels match what a line of a numbered or marked list begins with; the first group
// is the label.
var labels = []*regexp.Regexp{
	regexp.MustCompile(`^\s*\\?\[(\d{1,5})\\?\]:?\s+`),                // [1] [1]:
	regexp.MustCompile(`^\s*(\d{1,5})\\?[.)]\s+`),                     // 1. 1)
	regexp.MustCompile(`^\s*\((\d{1,5})\)\s+`),                        // (1)
	regexp.MustCompile(`^\s*\\?\[([A-Za-z][\w+.\-]{1,15})\\?\]:?\s+`), // [Knu84]
	regexp.MustCompile(`^\s*()[-*+•–]\s+`),                            // -
	regexp.MustCompile(`^\s*(\d{1,4})(?:\s{2,}|\t)`),                  // 1  Smith
}

var (
	year    = regexp.MustCompile(`\b(?:1[5-9]|20)\d\d[a-z]?\b`)
	locator = regexp.MustCompile(`(?i)\b10\.\d{4,9}/\S|https?://|\barxiv\b|\bin press\b|\bn\.\s?d\.|\bdoi\b`)
	// surname matches the start of an entry without a label.
	surname = regexp.MustCompile(`^(?:(?:van|von|de|der|den|del|della|la|le|di|du|al|el|ter|aan)\s+(?:het\s+|der\s+|la\s+)?)?[\p{Lu}][\p{L}'’‐\-]+(?:,|\s+\p{Lu}|\s+(?:and|&)\s)`)
)

// longestJump is how many numbers a list may leave out between two entries.
const longestJump = 9

// cutEntries cuts a region of text into the entries of a reference list. Entries may
// have labels or not, stand on consecutive lines or apart, and go over several
// lines. It returns nothing where the region does not begin with a list.
func cutEntries(text string, region article.Span) []entry {
	lines := cutLines(text, region)
	for len(lines) > 0 && lines[0].blank() {
		lines = lines[1:]
	}
	if len(lines) == 0 {
		return nil
	}
	for _, label := range labels {
		if label.MatchString(lines[0].text) {
			return cutLabelled(lines, label)
		}
	}
	return cutUnlabelled(lines)
}

// cutLabelled cuts where lines begin with a label of the given shape that follows
// from the one before. After a blank line only indented text goes on with an entry.
func cutLabelled(lines []line, label *regexp.Regexp) []entry {
	var entries []entry
	last, blank, margin := 0, false, lines[0].indent()
	open := false
	for _, l := range lines {
		if l.blank() {
			blank = true
			continue
		}
		m := label.FindStringSubmatch(l.text)
		number := 0
		if m != nil {
			number, _ = strconv.Atoi(m[1])
		}
		numeric := m != nil && number > 0
		follows := !numeric || len(entries) == 0 || number > last && number <= last+1+longestJump
		switch {
		case m != nil && follows && l.indent() <= margin+3:
			entries = append(entries, entry{
				Span:  article.Span{Start: l.start + len(m[0]), End: l.end},
				start: l.start, label: m[1],
			})
			open, last = true, number
		case open && (!blank || l.indent() > margin):
			entries[len(entries)-1].End = l.end
		default:
			open = false
		}
		blank = false
	}
	return entries
}

// cutUnlabelled cuts at blank lines and, where a group of lines is a list of entries
// each on a line of its own or hung under its first, at lines.
func cutUnlabelled(lines []line) []entry {
	var entries []entry
	for len(lines) > 0 {
		n := 0
		for n < len(lines) && !lines[n].blank() {
			n++
		}
		for i, starts := range entryStarts(lines[:n]) {
			if starts {
				entries = append(entries, entry{Span: lines[i].span(), start: lines[i].start})
			} else {
				entries[len(entries)-1].End = lines[i].end
			}
		}
		lines = lines[n:]
		for len(lines) > 0 && lines[0].blank() {
			lines = lines[1:]
		}
	}
	return entries
}

// entryStarts tells for each line of a group without blank lines whether an entry
// begins there.
func entryStarts(group []line) []bool {
	starts := make([]bool, len(group))
	if len(group) == 0 {
		return starts
	}
	margin, hung, alone := group[0].indent(), 0, 0
	for _, l := range group {
		if l.indent() > margin {
			hung++
		}
		if surname.MatchString(strings.TrimSpace(l.text)) && (year.MatchString(l.text) || locator.MatchString(l.text)) {
			alone++
		}
	}
	for i, l := range group {
		switch {
		case i == 0:
			starts[i] = true
		case hung > 0:
			starts[i] = l.indent() <= margin
		default:
			starts[i] = alone*5 >= len(group)*4
		}
	}
	return starts
}

// looksLikeReferences reports whether entries that no heading announces are
// references: most bear a year or a locator.
func looksLikeReferences(text string, entries []entry) bool {
	bear := 0
	for _, e := range entries {
		if s := text[e.Start:e.End]; year.MatchString(s) || locator.MatchString(s) {
			bear++
		}
	}
	return len(entries) > 1 && bear*10 >= len(entries)*6
}

// A line is one line of a text and where it stands in it.
type line struct {
	text       string
	start, end int
}

// cutLines returns the lines of a region, without their line feeds and the blanks
// before them.
func cutLines(text string, region article.Span) []line {
	var lines []line
	for start := region.Start; start < region.End; {
		end := start + strings.IndexByte(text[start:region.End], '\n')
		if end < start {
			end = region.End
		}
		s := strings.TrimRight(text[start:end], " \t")
		lines = append(lines, line{s, start, start + len(s)})
		start = end + 1
	}
	return lines
}

func (l line) blank() bool { return strings.TrimSpace(l.text) == "" }

func (l line) indent() int { return len(l.text) - len(strings.TrimLeft(l.text, " \t")) }

// span returns the span of the line without its indentation.
func (l line) span() article.Span { return article.Span{Start: l.start + l.indent(), End: l.end} }
