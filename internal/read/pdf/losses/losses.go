// Package losses counts what of a PDF's text cannot be had, and says it.
//
// The package must not know how a page is laid out.
package losses

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"etal/internal/read/pdf/page"
)

// Losses is what of a PDF's text cannot be had, of which the reader is told.
type Losses struct {
	reasons            []string         // why pages cannot be read, in the order of the first of each
	unread             map[string][]int // pages by reasons
	scanned, bare, cut []int            // pages: that are pictures, that only have links, that hold more than is read
	marked             []int            // of which parts are pictures
	pictures           int              // pages that are pictures, with text or without
	pages              int
	letters, unknown   int // signs of the text, and those of which the fonts do not say what they are
	vowels             int // of the unknown, if their codes are letters
}

// Count notes what cannot be had of a page, or why it cannot be read.
func (l *Losses) Count(number int, p *page.Page, err error) {
	l.pages++
	if err != nil {
		l.fail(number, err.Error())
		return
	}
	if p.Cut {
		l.cut = append(l.cut, number)
	}
	letters := 0
	for _, g := range p.Glyphs {
		if g.Added || g.Rune == ' ' {
			continue
		}
		letters++
		if g.Unknown {
			l.unknown++
			if strings.ContainsRune("aeiouAEIOU", g.Rune) {
				l.vowels++
			}
		}
	}
	l.letters += letters
	picture := isPicture(p)
	if picture {
		l.pictures++
	}
	switch {
	case letters > 0:
	case picture:
		l.scanned = append(l.scanned, number)
	case len(p.Links) > 0:
		l.bare = append(l.bare, number)
	}
}

// Mark notes pages of which parts are pictures, each of which has a mark.
func (l *Losses) Mark(numbers ...int) {
	l.marked = append(l.marked, numbers...)
	slices.Sort(l.marked)
	l.marked = slices.Compact(l.marked)
}

func (l *Losses) fail(number int, why string) {
	if l.unread == nil {
		l.unread = map[string][]int{}
	}
	if l.unread[why] == nil {
		l.reasons = append(l.reasons, why)
	}
	l.unread[why] = append(l.unread[why], number)
}

// scanArea is the share of a page that a picture of a whole page covers at least: scans have margins.
const scanArea = 0.5

// isPicture reports whether a page is covered by a picture, or by the stripes of one.
func isPicture(p *page.Page) bool {
	area := 0.0
	for _, r := range p.Pictures {
		area += r.Width() * r.Height()
	}
	return len(p.Pictures) > 0 && area >= scanArea*p.Width()*p.Height()
}

// tooManyUnknown is the share of signs in percent from which on a text is known to lack letters. Signs
// of formulae are unknown in sound files too.
const tooManyUnknown = 10

// fewestVowels is the share of vowels in percent from which on the codes of unknown signs are their letters, as
// in bitmap fonts of TeX: of an article's text they are 31, of one in shifted codes 13.
const fewestVowels = 20

// uselessUnknown is the share of wrong letters in percent from which on nothing can be made of the rest.
const uselessUnknown = 50

// wrong returns the share of letters in percent that may be wrong.
func (l *Losses) wrong() int {
	if 100*l.vowels >= fewestVowels*l.unknown {
		return 0
	}
	return 100 * l.unknown / max(l.letters, 1)
}

// IsUseless reports whether no text can be had.
func (l *Losses) IsUseless() bool { return l.letters == 0 || l.wrong() >= uselessUnknown }

// mostStamped is how many letters a page has on average at most that a library stamped.
const mostStamped = 300

// AreStamped reports whether pages are pictures with so little text beside them that it is not the article.
func (l *Losses) AreStamped() bool { return l.pictures > 0 && l.letters < mostStamped*l.pages }

// Notices returns a sentence for each kind of loss.
func (l *Losses) Notices() []string {
	var all []string
	add := func(numbers []int, one, more string) {
		if len(numbers) > 0 {
			all = append(all, pageList(numbers, one, more))
		}
	}
	for _, why := range l.reasons {
		add(l.unread[why], "left out: "+why, "left out: "+why)
	}
	add(l.scanned, "is a picture without text: OCR it first, e.g. with ocrmypdf", "are pictures without text: OCR them first, e.g. with ocrmypdf")
	add(l.bare, "is damaged: only its links can be read", "are damaged: only their links can be read")
	add(l.marked, "has parts that are pictures without text: [image] stands for each", "have parts that are pictures without text: [image] stands for each")
	add(l.cut, "holds more than is read", "hold more than is read")
	if percent := l.wrong(); percent >= tooManyUnknown {
		all = append(all, fmt.Sprintf("%d %% of the letters may be wrong: the file's fonts do not say which they are", percent))
	}
	return all
}

// NoText returns the error for a PDF of which no text can be had.
func (l *Losses) NoText() error {
	const remedy = "; OCR it first, e.g. with ocrmypdf"
	switch {
	case l.pages == 0:
		return errors.New("empty: it has no pages")
	case len(l.reasons) == 1 && len(l.unread[l.reasons[0]]) == l.pages:
		return errors.New("no page can be read: " + l.reasons[0])
	case l.letters > 0 && !l.IsUseless():
		return errors.New("no text: its pages are pictures with only running heads and the like" + remedy)
	case l.letters > 0:
		return errors.New("no text: the file's fonts do not say which letters they show" + remedy)
	case len(l.scanned) == 0:
		return errors.New("no text: its pages are empty or damaged")
	case l.pages == 1:
		return errors.New("no text: its page is a picture" + remedy)
	case len(l.scanned) < l.pages:
		return fmt.Errorf("no text: %d of its %d pages are pictures%s", len(l.scanned), l.pages, remedy)
	}
	return fmt.Errorf("no text: its %d pages are pictures%s", l.pages, remedy)
}

// maxRanges is how many ranges of pages a notice names.
const maxRanges = 5

// pageList returns a sentence about pages, which are in order: "pages 3–5, 9 are pictures".
func pageList(numbers []int, one, more string) string {
	if len(numbers) == 1 {
		return "page " + strconv.Itoa(numbers[0]) + " " + one
	}
	var ranges []string
	for i := 0; i < len(numbers); {
		if len(ranges) == maxRanges {
			ranges = append(ranges, "…")
			break
		}
		last := i
		for last+1 < len(numbers) && numbers[last+1] == numbers[last]+1 {
			last++
		}
		s := strconv.Itoa(numbers[i])
		if last > i {
			s += "–" + strconv.Itoa(numbers[last])
		}
		ranges = append(ranges, s)
		i = last + 1
	}
	return "pages " + strings.Join(ranges, ", ") + " " + more
}
