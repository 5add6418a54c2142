package pdf

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// titleAnd returns a first page with a title and lines below it.
func titleAnd(lines ...string) *pdftest.Sheet {
	s := pdftest.NewSheet()
	s.Size = 18
	s.Line(170, 60, "Tides of the northern coast")
	s.Size = 10
	y := 90.0
	for _, l := range lines {
		for i, cell := range strings.Split(l, "|") {
			s.Line(left+150*float64(i), y, cell)
		}
		y += 24
	}
	s.Font = &page.Font{Bold: true}
	s.Line(left, y+12, "1 Introduction")
	s.Font = &page.Font{}
	text(s, text(s, y+36))
	return s
}

func TestAuthors(t *testing.T) {
	for _, tt := range []struct {
		lines []string
		told  string // by the file
		want  string
	}{
		{[]string{"Ann Berg and Carl Dahl"}, "", "Ann Berg; Carl Dahl"},
		{[]string{"Ann Berg, Carl van der Dahl & Eve F. Gray"}, "", "Ann Berg; Carl van der Dahl; Eve F. Gray"},
		{[]string{"Ann Berg^1^, Carl Dahl^1,2^", "^1^ University of Leith"}, "", "Ann Berg; Carl Dahl"},
		{[]string{"Ann Berg∗", "University of Leith"}, "", "Ann Berg"},
		{[]string{"University of Leith"}, "", ""},
		{[]string{"Ann Berg|Carl Dahl|Eve Gray"}, "", "Ann Berg; Carl Dahl; Eve Gray"},
		{[]string{"Ann Berg|Carl Dahl", "University of Leith"}, "Ann Berg Carl Dahl", "Ann Berg; Carl Dahl"},
		{[]string{"By Ann Berg at sea"}, "Sea", ""},
		{[]string{"A text for sailors, and others"}, "", ""},
		{[]string{"Ann Berg", "University of Leith", "C. Eve Dahl", "University of Wick"}, "", "Ann Berg; C. Eve Dahl"},
		{[]string{"Ann Berg and Carl Dahl"}, "z", "Ann Berg; Carl Dahl"},
		{[]string{"Ann Berg", "University of Leith", "Carl Dahl", "University of Wick"}, "", "Ann Berg; Carl Dahl"},
		{[]string{"Ann Berg and Carl Dahl"}, "Ann Berg", "Ann Berg; Carl Dahl"},
		{[]string{"Ann Berg and Carl Dahl"}, "Eve Gray", "Ann Berg; Carl Dahl"},
		{[]string{"By Ann Berg and Carl Dahl at sea"}, "Ann Berg, Carl Dahl", "Ann Berg; Carl Dahl"},
		{[]string{"By Ann Berg and Carl Dahl at sea"}, "Berg, Ann; Dahl, Carl", "Ann Berg; Carl Dahl"},
		{[]string{"By Ann Berg at sea"}, "Berg, Ann", "Ann Berg"},
		{[]string{"By Ann Berg at sea"}, "Eve Gray", ""},
		{[]string{"By Ann Bergé at sea"}, "Ann Berg&eacute;", "Ann Bergé"},
		{[]string{"Original Work", "By Ann Berg and Carl Dahl at sea"}, "Ann Berg and Carl Dahl", "Ann Berg; Carl Dahl"},
	} {
		d := draftOf(t, sheets{all: []*pdftest.Sheet{titleAnd(tt.lines...)}, info: page.Info{Author: tt.told}})
		var names []string
		for _, n := range d.Authors {
			names = append(names, n.String())
		}
		if got := strings.Join(names, "; "); got != tt.want {
			t.Errorf("%q, %q: %s", tt.lines, tt.told, got)
		}
	}
}

// Raised signs in the article's head lead to places of work: they are no citations.
func TestAffiliations(t *testing.T) {
	body := bodyOfSheets(t, titleAnd("Ann Berg^1^, Carl Dahl^2^", "^1^ University of Leith", "^2^ University of Wick"))
	checkContains(t, body, "Ann Berg¹, Carl Dahl²", "¹ University of Leith", "## 1 Introduction")
}

// Affiliations that follow each other closely stand on lines of their own, with those that they go on in.
func TestCloseAffiliations(t *testing.T) {
	s := pdftest.NewSheet()
	s.Size = 18
	s.Line(170, 60, "Tides of the northern coast")
	s.Size = 10
	s.Line(left, 90, "Ann Berg^1^, Carl Dahl^2^")
	for i, l := range []string{"^1^ Department of Tides and Harbours, University of Leith,", "Scotland", "^2^ University of Wick"} {
		s.Line(left, 114+12*float64(i), l)
	}
	s.Font = &page.Font{Bold: true}
	s.Line(left, 170, "1 Introduction")
	s.Font = &page.Font{}
	text(s, text(s, 190))
	checkContains(t, bodyOfSheets(t, s), "Carl Dahl²", "¹ Department of Tides and Harbours, University of Leith, Scotland | ² University of Wick | ")
}

func TestTitle(t *testing.T) {
	for _, tt := range []struct {
		name string
		set  func(s *pdftest.Sheet)
		told string
		want string
	}{
		{"the largest text", func(s *pdftest.Sheet) {
			s.Size = 12
			s.Line(left, 40, "Journal of the Sea")
			s.Size = 18
			s.Line(left, 70, "Tides of the coast")
			s.Size = 10
			text(s, top)
		}, "", "Tides of the coast"},
		{"not the number of a volume", func(s *pdftest.Sheet) {
			s.Size = 20
			s.Line(left, 40, "Vol. 3")
			s.Size = 18
			s.Line(left, 80, "Tides of the coast")
			s.Size = 10
			text(s, 120)
		}, "", "Tides of the coast"},
		{"not below the middle", func(s *pdftest.Sheet) {
			text(s, top)
			s.Size = 18
			s.Line(left, 700, "Tides of the coast")
		}, "", ""},
		{"as the file tells", func(s *pdftest.Sheet) { text(s, top) }, "Tides of the coast", "Tides of the coast"},
		{"the name of a file", func(s *pdftest.Sheet) { text(s, top) }, "Microsoft Word - tides of the coast.doc", ""},
		{"one word", func(s *pdftest.Sheet) { text(s, top) }, "tidesofthecoast", ""},
		{"not much larger than the text", func(s *pdftest.Sheet) {
			s.Size = 11
			s.Line(left, 70, "Tides of the coast")
			s.Size = 10
			text(s, top)
		}, "", ""},
	} {
		s := pdftest.NewSheet()
		tt.set(s)
		d := draftOf(t, sheets{all: []*pdftest.Sheet{s}, info: page.Info{Title: tt.told}})
		if got := d.Title.String(); got != tt.want {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

func TestTold(t *testing.T) {
	d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage()}, info: page.Info{Created: "D:20240517102030Z", Language: "en-GB"}})
	if d.Date.String() != "2024-05-17" || d.Language.String() != "en-GB" {
		t.Errorf("%s, %s", d.Date, d.Language)
	}
	for _, date := range []string{"2024-05-17", "D:00000000000000", "D:20241301", "D:19100517", "D:2024"} {
		if d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage()}, info: page.Info{Created: date}}); d.Date.Len() > 0 {
			t.Errorf("%s: date %s", date, d.Date)
		}
	}
}

// Heads of later pages that name the title or the authors are left out, though they stand on one page only.
func TestHeads(t *testing.T) {
	for head, removed := range map[string]bool{"Tides of the northern coast": true, "A. Berg et al.": true, "Winds of the southern coast": false} {
		s := pdftest.NewSheet()
		s.Line(left, 50, head)
		text(s, top)
		if got := len(removedOf(t, titlePage(), s)) > 0; got != removed {
			t.Errorf("%s: removed %v", head, got)
		}
	}
}

// The kind of an article is no title, though it is set as large.
func TestKindAboveTitle(t *testing.T) {
	s := pdftest.NewSheet()
	s.Size = 18
	s.Line(left, 60, "Research Article")
	s.Line(left, 100, "Tides of the northern coast")
	s.Size = 10
	text(s, text(s, 150))
	if d := draftOf(t, sheets{all: []*pdftest.Sheet{s}}); d.Title.String() != "Tides of the northern coast" {
		t.Errorf("%q", d.Title)
	}
}

// Licences above a title are no text, however long.
func TestLicenceAboveTitle(t *testing.T) {
	s := titlePage()
	s.Size = 7
	s.Line(left, 20, "Sea (2014), 26:1 © Sailors 2014. The online version is published under the conditions of a licence which says")
	s.Line(left, 28, "that all may copy it, if they name those who wrote it, and that no one may sell it without a letter from Leith.")
	if got := bodyOfSheets(t, s); got != titled {
		t.Error(got)
	}
}

// Affiliations under the names are lines of their own, however long they are, and an abstract ends them. Marks before them
// are no notes' marks.
func TestLongAffiliations(t *testing.T) {
	s := pdftest.NewSheet()
	s.Size = 18
	s.Line(170, 60, "Tides of the northern coast")
	s.Size = 10
	s.Line(left, 84, "Ann Berg^1^ and Carl Dahl^2^")
	s.Size = 8
	for i, line := range []string{
		"^1^Department of the Tides and of the Moon, and Institute of the Pilots of All of the Ports, University",
		"of Leith, Leith", "^2^Institute of the Pilots of All of the Ports of the North, and Department of the Moon, University",
		"of Wick, Wick", "^3^University of Ayr",
	} {
		s.Line(left, 110+10*float64(i), line)
	}
	s.Size, s.Font = 10, bold
	s.Line(left, 190, "Abstract")
	s.Font = &page.Font{}
	text(s, 210)
	want := "# Tides of the northern coast | Ann Berg¹ and Carl Dahl² | " +
		"¹Department of the Tides and of the Moon, and Institute of the Pilots of All of the Ports, University of Leith, Leith | " +
		"²Institute of the Pilots of All of the Ports of the North, and Department of the Moon, University of Wick, Wick | ³University of Ayr | ## Abstract | PROSE | MORE"
	if got := bodyOfSheets(t, s); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// A title stands before the text below it, with the authors, though the file has them behind it.
func TestTitleBehindText(t *testing.T) {
	s := pdftest.NewSheet()
	text(s, 300)
	s.Size = 18
	s.Line(170, 60, "Tides of the northern coast")
	s.Size = 10
	s.Line(250, 90, "Ann Berg")
	next := pdftest.NewSheet()
	text(next, top)
	if got, want := bodyOfSheets(t, s, next), "# Tides of the northern coast | Ann Berg | PROSE | MORE | PROSE | MORE"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// The second line of a title may look like a name.
func TestTitleLikeNames(t *testing.T) {
	s := pdftest.NewSheet()
	s.Size, s.Font = 18, &page.Font{Name: "Serif"}
	s.Line(170, 60, "A Table of the North and of")
	s.Line(190, 82, "Northern Measurements")
	s.Size = 10
	s.Line(230, 110, "Ann Berg and Carl Dahl")
	s.Font = &page.Font{Name: "Serif"}
	text(s, 160)
	d := draftOf(t, sheets{all: []*pdftest.Sheet{s}})
	if d.Title.String() != "A Table of the North and of Northern Measurements" || len(d.Authors) != 2 {
		t.Errorf("%q by %q", d.Title, d.Authors)
	}
}

// Authors who stand with their addresses elsewhere on the first page are behind the title, and no headings.
func TestAuthorsBehindKeywords(t *testing.T) {
	s := pdftest.NewSheet()
	plain := s.Font
	s.Size = 18
	s.Line(170, 60, "Tides of the northern coast")
	s.Size, s.Font = 10, bold
	s.Line(left, top, "Abstract")
	s.Font = plain
	text(s, top+lineHeight)
	for i, name := range []string{"Ann Berg", "Carl Dahl"} {
		y := 400 + 60*float64(i)
		s.Font = bold
		s.Line(left, y, name)
		s.Font = plain
		s.Line(left, y+12, "Harbour Lab")
		s.Line(left, y+36-12, name[:3]+"@example.org")
	}
	s.Font = bold
	s.Line(left, 560, "Eve Gray")
	s.Font = plain
	text(s, 572)
	d := draftOf(t, sheets{all: []*pdftest.Sheet{s}})
	if len(d.Authors) != 2 || d.Authors[0].String() != "Ann Berg" || d.Authors[1].String() != "Carl Dahl" {
		t.Errorf("authors %q", d.Authors)
	}
	want := "# Tides of the northern coast | **Ann Berg** | Harbour Lab  \nAnn@example.org | **Carl Dahl** | Harbour Lab  \nCar@example.org | ## Abstract | PROSE | MORE | ## Eve Gray | PROSE | MORE"
	if got := bodyOfSheets(t, s); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// A title goes on in the next line set alike, though it stands a little farther off.
func TestTitleOfTwoParts(t *testing.T) {
	s := pdftest.NewSheet()
	s.Size, s.Font = 18, bold
	s.Line(170, 60, "Tides of the coast:")
	s.Line(150, 88, "A Table of the North")
	s.Size, s.Font = 10, &page.Font{Name: "Serif"}
	text(s, text(s, 150))
	if d := draftOf(t, sheets{all: []*pdftest.Sheet{s}}); d.Title.String() != "Tides of the coast: A Table of the North" {
		t.Errorf("%q", d.Title)
	}
}

// A title in bold capitals is no larger than the text.
func TestTitleInCapitals(t *testing.T) {
	s := pdftest.NewSheet()
	plain := s.Font
	s.Font = bold
	s.Line(170, 60, "TIDES OF THE COAST")
	s.Font = plain
	s.Line(200, 90, "ANN BERG AND CARL DAHL")
	s.Line(left, 120, "Abstract. Tides come and go.")
	text(s, text(s, 150))
	d := draftOf(t, sheets{all: []*pdftest.Sheet{s}})
	if d.Title.String() != "TIDES OF THE COAST" || len(d.Authors) != 2 {
		t.Errorf("%q by %q", d.Title, d.Authors)
	}
}

// Pages of which nothing is left but their numbers have no title.
func TestNoText(t *testing.T) {
	for _, lines := range [][]string{nil, {"12"}, {" "}, {"Journal of Tides"}} {
		s := pdftest.NewSheet()
		for _, l := range lines {
			s.Line(left, 780, l)
		}
		if d, err := Read(sheets{all: []*pdftest.Sheet{s, s, s}}, 0); err == nil && d.Title.Len() > 0 {
			t.Errorf("%q: %s", lines, d.Title)
		}
	}
}

// What looks like the head of a page, or lies askew, is the text where there is no other.
func TestOnlyHeads(t *testing.T) {
	for _, angle := range []float64{0, 30} {
		s := pdftest.NewSheet()
		s.Angle = angle
		s.Line(left, 40, "Tides of the North Sea")
		if got := bodyOfSheets(t, s, s, s); !strings.HasPrefix(got, "Tides of the North Sea") {
			t.Errorf("at %v: %q", angle, got)
		}
		scan := pdftest.NewSheet()
		scan.Angle = angle
		scan.Line(left, 40, "Tides of the North Sea")
		scan.Pictures = []page.Rect{{Right: scan.Frame.Width(), Bottom: scan.Frame.Height()}}
		if _, err := Read(sheets{all: []*pdftest.Sheet{scan, scan, scan}}, 0); err == nil || !strings.Contains(err.Error(), "OCR it first") {
			t.Errorf("on scans: %v", err)
		}
	}
	s := pdftest.NewSheet()
	s.Angle = 30
	s.Line(left, 400, "Tides")
	s.Line(left+24, 395, "rise")
	if got := bodyOfSheets(t, s); got != "Tides rise" {
		t.Errorf("a slanting line: %q", got)
	}
}
