package losses

import (
	"errors"
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
)

// TestLosses holds that what of a PDF's text cannot be had is said, and why a PDF has none.
func TestLosses(t *testing.T) {
	sheet := page.NewFrame(0, 0, 595, 842, 0)
	picture := func(share float64) *page.Page {
		return &page.Page{Frame: sheet, Pictures: []page.Rect{{Right: 595, Bottom: 842 * share}}}
	}
	letters := func(known, unknown int) *page.Page {
		p := picture(1)
		for range known {
			p.Glyphs = append(p.Glyphs, page.Glyph{Rune: 'x'}, page.Glyph{Rune: ' ', Unknown: true})
		}
		for range unknown {
			p.Glyphs = append(p.Glyphs, page.Glyph{Rune: 'y', Unknown: true}, page.Glyph{Rune: '\n', Added: true, Unknown: true})
		}
		return p
	}
	bitmap := letters(0, 8)
	bitmap.Glyphs = append(bitmap.Glyphs, page.Glyph{Rune: 'e', Unknown: true}, page.Glyph{Rune: 'A', Unknown: true})
	text, scan := letters(1, 0), picture(0.6)
	cut := letters(1, 0)
	cut.Cut = true
	marked := letters(1, 0)
	stamped := letters(1, 0)
	stamped.Pictures = picture(0.6).Pictures
	const remedy = "; OCR it first, e.g. with ocrmypdf"
	tests := []struct {
		name    string
		pages   []*page.Page
		notices string
		noText  string
	}{
		{"sound", []*page.Page{text, picture(0.4), text}, "", ""},
		{"one scan", []*page.Page{scan}, "page 1 is a picture without text: OCR it first, e.g. with ocrmypdf", "no text: its page is a picture" + remedy},
		{"scans", []*page.Page{scan, scan}, "pages 1–2 are pictures without text: OCR them first, e.g. with ocrmypdf", "no text: its 2 pages are pictures" + remedy},
		{"a scan and an empty page", []*page.Page{scan, picture(0)}, "page 1 is a picture without text: OCR it first, e.g. with ocrmypdf", "no text: 1 of its 2 pages are pictures" + remedy},
		{"empty", []*page.Page{picture(0)}, "", "no text: its pages are empty or damaged"},
		{"no pages", nil, "", "empty: it has no pages"},
		{"a scan in stripes", []*page.Page{{Frame: sheet, Pictures: []page.Rect{{Right: 595, Bottom: 300}, {Right: 595, Top: 300, Bottom: 600}}}}, "page 1 is a picture without text: OCR it first, e.g. with ocrmypdf", "no text: its page is a picture" + remedy},
		{"only links", []*page.Page{text, {Frame: sheet, Links: make([]page.Link, 1)}}, "page 2 is damaged: only its links can be read", ""},
		{"unread", []*page.Page{nil, text, nil, nil}, "pages 1, 3–4 left out: takes too long", ""},
		{"nothing read", []*page.Page{nil}, "page 1 left out: takes too long", "no page can be read: takes too long"},
		{"scans that are stamped", []*page.Page{stamped, stamped}, "", "no text: its pages are pictures with only running heads and the like" + remedy},
		{"cut", []*page.Page{text, cut}, "page 2 holds more than is read", ""},
		{"parts that are pictures", []*page.Page{text, marked, text, marked}, "pages 2, 4 have parts that are pictures without text: [image] stands for each", ""},
		{"every other page", []*page.Page{nil, text, nil, text, nil, text, nil, text, nil, text, nil}, "pages 1, 3, 5, 7, 9, … left out: takes too long", ""},
		{"some letters unknown", []*page.Page{letters(91, 9)}, "", ""},
		{"letters that are their codes", []*page.Page{bitmap}, "", ""},
		{"some letters wrong", []*page.Page{letters(90, 10)}, "10 % of the letters may be wrong: the file's fonts do not say which they are", ""},
		{"letters unknown", []*page.Page{letters(50, 50)}, "50 % of the letters may be wrong: the file's fonts do not say which they are", "no text: the file's fonts do not say which letters they show" + remedy},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var l Losses
			for i, p := range tt.pages {
				var err error
				if p == nil {
					err = errors.New("takes too long")
				}
				if l.Count(i+1, p, err); p == marked {
					l.Mark(i+1, i+1)
				}
			}
			if got := strings.Join(l.Notices(), "|"); got != tt.notices {
				t.Errorf("notices %q, want %q", got, tt.notices)
			}
			if got := l.NoText().Error(); tt.noText != "" && got != tt.noText {
				t.Errorf("no text: %q, want %q", got, tt.noText)
			}
		})
	}
}

// Text on pictures of pages is not the article if it is little.
func TestAreStamped(t *testing.T) {
	for _, tt := range []struct {
		name    string
		picture bool
		letters int
		want    bool
	}{
		{"a stamp on a scan", true, mostStamped - 1, true},
		{"a slanting text on a picture", true, mostStamped, false},
		{"a page's number", false, 1, false},
	} {
		p := &page.Page{Frame: page.NewFrame(0, 0, 100, 100, 0)}
		if tt.picture {
			p.Pictures = []page.Rect{{Right: 100, Bottom: 100}}
		}
		for range tt.letters {
			p.Glyphs = append(p.Glyphs, page.Glyph{Rune: 'a'})
		}
		var l Losses
		l.Count(1, p, nil)
		l.Count(2, p, nil)
		if got := l.AreStamped(); got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
}
