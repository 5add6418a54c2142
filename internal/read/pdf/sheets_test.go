package pdf

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"

	"etal/internal/doc"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// A sheets is a PDF of pages that tests set; a nil page cannot be read.
type sheets struct {
	all  []*pdftest.Sheet
	info page.Info
}

func (s sheets) Pages() int         { return len(s.all) }
func (s sheets) Info(int) page.Info { return s.info }
func (s sheets) Close()             {}

func (s sheets) Page(n int) (*page.Page, error) {
	if s.all[n-1] == nil {
		return nil, errors.New("damaged")
	}
	return &s.all[n-1].Page, nil
}

func (s sheets) All(last int) iter.Seq2[*page.Page, error] {
	return func(yield func(*page.Page, error) bool) {
		for i := 1; i <= last && yield(s.Page(i)); i++ {
		}
	}
}

// prose and more are paragraphs of some lines each.
const (
	prose = "The tide comes and goes with the moon, and each harbour keeps a table of it for the ships that come in from the open sea or go out to it again at night. Sailors read the table before they set out, as their fathers did."
	more  = "Wind moves the sea as well, and the pressure of the air lifts it or holds it down, so that a table made a year ahead is wrong by a hand on most days and by a yard on a few of them. Nobody can tell which days these will be."
)

// Where text stands in most tests, in points.
const (
	left, top, wide = 100.0, 100.0, 400.0
	lineHeight      = 12.0
)

var named = strings.NewReplacer(prose, "PROSE", more, "MORE")

// draftOf returns what is read of pages.
func draftOf(t *testing.T, s sheets) *doc.Draft {
	t.Helper()
	d, err := Read(s, 0)
	if err != nil {
		t.Fatal(err)
	}
	return d.Draft()
}

// bodyOfSheets returns the blocks of what is read of pages, with short names for long texts.
func bodyOfSheets(t *testing.T, all ...*pdftest.Sheet) string {
	t.Helper()
	body := named.Replace(draftOf(t, sheets{all: all}).Body.String())
	return strings.Join(strings.Split(strings.TrimSpace(body), "\n\n"), " | ")
}

// A setting is a case of a test that sets one page, and the blocks that are read of it.
type setting struct {
	name string
	set  func(s *pdftest.Sheet)
	want string
}

func checkSettings(t *testing.T, settings []setting) {
	t.Helper()
	for _, tt := range settings {
		s := pdftest.NewSheet()
		tt.set(s)
		if got := bodyOfSheets(t, s); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// text sets two paragraphs from a height on, so that a page has a body, and returns the base of the next line.
func text(s *pdftest.Sheet, y float64) float64 {
	return s.Paragraph(left, s.Paragraph(left, y, wide, 0, prose)+6, wide, 0, more) + 6
}

// titled is the text of a titlePage.
const titled = "# Tides of the northern coast | PROSE | MORE"

// titlePage returns the first page of an article.
func titlePage() *pdftest.Sheet {
	s := pdftest.NewSheet()
	s.Size = 18
	s.Line(170, 60, "Tides of the northern coast")
	s.Size = 10
	text(s, 150)
	return s
}

// The first pages are read without the others.
func TestLimit(t *testing.T) {
	first := pdftest.NewSheet()
	text(first, top)
	d, err := Read(sheets{all: []*pdftest.Sheet{first, nil}}, 1)
	if err != nil || len(d.Notices) > 0 {
		t.Errorf("%v, notices %q", err, d.Notices)
	}
}

// Each page begins at its place, also within a paragraph.
func TestPageStarts(t *testing.T) {
	a, b := pdftest.NewSheet(), pdftest.NewSheet()
	a.Line(left, 700, "The tide comes and goes with the moon, and each harbour keeps a table of it which sails")
	b.Line(left, top, "with each ship.")
	d := draftOf(t, sheets{all: []*pdftest.Sheet{a, b}})
	p, ok := d.Pages.At(strings.Index(d.Body.String(), "with each"))
	if !ok || p.Number != 2 {
		t.Errorf("page %d of %q", p.Number, d.Body)
	}
	if first, _ := d.Pages.At(0); first.Number == 2 {
		t.Error("the first words are on page 2")
	}
}

// A page also begins at an entry of the reference list, whose number is no part of the text.
func TestPageOfEntries(t *testing.T) {
	a, b := pdftest.NewSheet(), pdftest.NewSheet()
	setList(a, text(a, top)+12, "References", "[%d]", 18, 0)
	b.Line(left, top, "[7] Jons, K. (2020). Proceedings of the Sea. Harbour Press, Leith.")
	d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), a, b}})
	for i, r := range d.References {
		want := 2
		if i == 6 {
			want = 3
		}
		if p, _ := d.Pages.At(r.Start); p.Number != want {
			t.Errorf("entry %d is on page %d", i+1, p.Number)
		}
	}
}

func TestRemoved(t *testing.T) {
	s := pdftest.NewSheet()
	text(s, top)
	s.Angle = 90
	s.Line(20, 600, "arXiv:2401.00001")
	d := draftOf(t, sheets{all: []*pdftest.Sheet{s}})
	var got []string
	for _, l := range d.Removed {
		got = append(got, l.String())
	}
	if !slices.Equal(got, []string{"arXiv:2401.00001"}) {
		t.Errorf("removed %q", got)
	}
}

// A page that cannot be read is told by its number; the others are read.
func TestDamagedPage(t *testing.T) {
	third := pdftest.NewSheet()
	text(third, top)
	d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), nil, third}})
	if len(d.Notices) != 1 || !strings.Contains(d.Notices[0].String(), "page 2") || !strings.Contains(d.Notices[0].String(), "damaged") {
		t.Errorf("notices %v", d.Notices)
	}
	if got := strings.Count(named.Replace(d.Body.String()), "PROSE"); got != 2 {
		t.Errorf("the text of %d pages is read", got)
	}
}
