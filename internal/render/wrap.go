package render

import (
	"sort"
	"strings"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/safe"
	"etal/internal/textwidth"
)

// Text is broken at blanks, after a hyphen between letters, and in scripts without blanks between
// words. A citation's mark stays on one line if it fits, and initials stay with their name; a URL or a DOI is broken only if it is wider than a
// line, and no hyphen is inserted.

// A word is a piece of text that fits on a line or is broken by force.
type word struct {
	blank Run   // the blank before it, with an empty Text if there is none
	runs  []Run // valid until the next word is cut
	width int
	hard  bool // a line ends before it
}

// maxKept is the length in bytes of the longest mark that is kept on one line. Names and years are
// longer and read like text; unbroken, they would leave gaps at the ends of lines.
const maxKept = 16

// A room is where runs are wrapped.
type room struct {
	width int
	keep  []article.Span // sorted; spans that are not broken at their blanks
	whole bool           // words are never broken, and may be wider than the room
}

// room returns the room of the given width for the text of the article.
func (d *Document) room(width int) room { return room{width, d.content.Marks, d.unbroken} }

// wrap breaks runs into lines as wide as the room.
func wrap(runs []Run, in room) []Line {
	in.width = max(in.width, 1)
	var lines []Line
	var line []Run // reused from line to line
	used := 0
	flush := func() {
		lines = append(lines, newLine(line))
		line, used = line[:0], 0
	}
	eachWord(runs, in, func(w word) {
		if w.hard {
			flush()
		}
		space := 0
		if w.blank.Text.Len() > 0 && used > 0 {
			space = 1
		}
		if used > 0 && used+space+w.width > in.width {
			flush()
			space = 0
		}
		if space > 0 {
			line = append(line, w.blank)
		}
		used += space
		for w.width > in.width && !in.whole {
			var head []Run
			head, w = w.cut(in.width, urlBreaks)
			line = append(line, head...)
			flush()
		}
		line = append(line, w.runs...)
		used += w.width
	})
	if len(line) > 0 || len(lines) == 0 {
		flush()
	}
	return lines
}

// newLine returns the line of runs, with adjacent ones joined.
func newLine(runs []Run) Line {
	var l Line
	for len(runs) > 0 {
		n := 1
		for n < len(runs) && runs[n-1].joins(runs[n]) {
			n++
		}
		l.Runs = append(l.Runs, join(runs[:n]))
		runs = runs[n:]
	}
	l.bounds()
	return l
}

// join joins adjacent runs of one style.
func join(runs []Run) Run {
	joined := runs[0]
	if len(runs) == 1 {
		return joined
	}
	joined.End = runs[len(runs)-1].End
	var b strings.Builder
	b.Grow(joined.Len())
	for _, r := range runs {
		b.WriteString(r.Text.String())
	}
	joined.Text = safe.New(b.String())
	return joined
}

// bounds sets the span of the line to that of all its runs.
func (l *Line) bounds() {
	first := true
	for _, r := range l.Runs {
		if r.Len() == 0 {
			continue
		}
		if first {
			l.Span, first = r.Span, false
		}
		l.Start, l.End = min(l.Start, r.Start), max(l.End, r.End)
	}
}

// joins reports whether next continues r, in the body and in style, and both show the bytes of
// their spans.
func (r Run) joins(next Run) bool {
	return r.Style == next.Style && r.End == next.Start && r.Len() > 0 && next.Len() > 0 &&
		r.Text.Len() == r.Len() && next.Text.Len() == next.Len()
}

// eachWord calls take for each word of the runs, one at a time because all words of a long
// paragraph would take far more memory than its text.
func eachWord(runs []Run, in room, take func(word)) {
	in.keep = overlapping(in.keep, runs)
	c := wordCutter{room: in, take: take}
	for _, r := range runs {
		c.run(r)
	}
	c.end()
}

// overlapping returns the spans that may overlap the runs.
func overlapping(keep []article.Span, runs []Run) []article.Span {
	var all Line
	all.Runs = runs
	all.bounds()
	first := sort.Search(len(keep), func(i int) bool { return keep[i].End > all.Start })
	last := first + sort.Search(len(keep)-first, func(i int) bool { return keep[first+i].Start >= all.End })
	return keep[first:last]
}

var blank = safe.New(" ")

type wordCutter struct {
	room
	word word // the current one
	take func(word)
}

func (c *wordCutter) end() {
	if len(c.word.runs) > 0 {
		c.take(c.word)
		c.word = word{runs: c.word.runs[:0]}
	}
}

func (c *wordCutter) add(r Run) {
	if r.Text.Len() > 0 {
		c.word.runs = append(c.word.runs, r)
		c.word.width += width(r.Text.String())
	}
}

// run cuts one run. A word may extend over several.
func (c *wordCutter) run(r Run) {
	text := r.Text.String()
	start := 0
	hyphens := !c.whole && mayHyphenate(text)
	for i := 0; i < len(text); {
		switch b := text[i]; {
		case b == '\n':
			c.add(r.slice(start, i))
			c.end()
			c.word.hard = true
			i++
			start = i
		case b == ' ' && i > start && tiesInitials(text, start, i, c.width-c.word.width):
			i++
		case (b == ' ' || b == '\t') && !c.kept(r, i):
			c.add(r.slice(start, i))
			c.end()
			c.word.blank = r.slice(i, i+1)
			c.word.blank.Text = blank
			i++
			start = i
		case b < utf8.RuneSelf:
			i++
			if b == '-' && hyphens && betweenLetters(text, i) {
				c.add(r.slice(start, i))
				c.end()
				start = i
			}
		default:
			cluster, columns := textwidth.First(text[i:])
			if mayBreakBefore(cluster, columns) {
				c.add(r.slice(start, i))
				c.endUnlessOpening()
				start = i
			}
			i += len(cluster)
		}
	}
	c.add(r.slice(start, len(text)))
}

// kept reports whether the blank at byte i of the run is in a span that is kept on one line.
func (c *wordCutter) kept(r Run, i int) bool {
	if r.Text.Len() != r.Len() {
		return false
	}
	at := r.Start + i
	n := sort.Search(len(c.keep), func(n int) bool { return c.keep[n].End > at })
	return n < len(c.keep) && c.keep[n].Contains(at) && c.keep[n].Len() <= min(c.width, maxKept)
}

// mayHyphenate reports whether text contains a hyphen after its first byte.
func mayHyphenate(text string) bool { return strings.IndexByte(text, '-') > 0 }

// maxHyphenated is the distance from a hyphen, in bytes, within which the signs of a URL are looked
// for.
const maxHyphenated = 200

// betweenLetters reports whether the hyphen before byte i is between letters of an ordinary word, at
// least two on each side: not in a URL, a DOI, a number or "t-test".
func betweenLetters(text string, i int) bool {
	if i < 3 || i+1 >= len(text) || !isLetter(text[i-3]) || !isLetter(text[i-2]) || !isLetter(text[i]) || !isLetter(text[i+1]) {
		return false
	}
	near := max(i-maxHyphenated, 0)
	from := near + strings.LastIndexAny(text[near:i], " \n") + 1
	to := strings.IndexAny(text[i:min(i+maxHyphenated, len(text))], " \n")
	if to < 0 {
		to = min(i+maxHyphenated, len(text)) - i
	}
	return !strings.ContainsAny(strings.TrimRight(text[from:i+to], ".,;:)"), "/@0123456789.:")
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= utf8.RuneSelf }

// urlBreaks are the characters after which a URL is broken.
const urlBreaks = "/?&=._-,;"

// cut cuts a word that is wider than a line: after the last of the signs in the second half of the
// line if there is one, else where the line is full.
func (w word) cut(width int, signs string) (head []Run, rest word) {
	used, best := 0, 0
	offset := 0 // in bytes over all runs
	for _, r := range w.runs {
		text := r.Text.String()
		for i := 0; i < len(text); {
			cluster, columns := textwidth.First(text[i:])
			if used+columns > width && offset+i > 0 {
				if best == 0 {
					best = offset + i
				}
				return w.split(best)
			}
			used += columns
			i += len(cluster)
			if used*2 > width && strings.Contains(signs, cluster) {
				best = offset + i
			}
		}
		offset += len(text)
	}
	return w.runs, word{}
}

// split splits a word after its first n bytes. The rest reuses the word's runs.
func (w word) split(n int) (head []Run, rest word) {
	for i, r := range w.runs {
		if n < r.Text.Len() {
			head = append(head, r.slice(0, n))
			rest.runs = w.runs[i:]
			rest.runs[0] = r.slice(n, r.Text.Len())
			break
		}
		head = append(head, r)
		n -= r.Text.Len()
		if n == 0 {
			rest.runs = w.runs[i+1:]
			break
		}
	}
	for _, r := range head {
		rest.width -= width(r.Text.String())
	}
	rest.width += w.width
	return head, rest
}

// Wrap wraps a text that is not part of an article.
func Wrap(text safe.Text, width int) []Line {
	return wrap([]Run{{Text: text}}, room{width: width})
}
