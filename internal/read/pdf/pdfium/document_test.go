package pdfium_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdfium"
	"etal/internal/read/pdf/pdftest"
)

// file returns a PDF of one page, with entries of its page and its catalog, and further objects from 10 on.
func file(onPage, inCatalog, content string, objects ...string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "%%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R %s >>\nendobj\n", inCatalog)
	b.WriteString("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n")
	fmt.Fprintf(&b, "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> %s >>\nendobj\n", onPage)
	b.WriteString("4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>\nendobj\n")
	fmt.Fprintf(&b, "5 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n", len(content), content)
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", 10+i, o)
	}
	b.WriteString("trailer\n<< /Root 1 0 R /Info 10 0 R >>\n")
	return []byte(b.String())
}

func open(t *testing.T, data []byte) *pdfium.Document {
	t.Helper()
	d, err := pdftest.Engine().Open(data, "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	return d
}

// Links lead to places, whichever way the file names them, or to a URL; other actions are no links.
func TestLinks(t *testing.T) {
	nan := math.NaN()
	for name, c := range map[string]struct {
		entry string
		to    page.Target
		url   string
	}{
		"XYZ":               {"/Dest [3 0 R /XYZ 100 700 0]", page.Target{Page: 1, X: 100, Y: 700}, ""},
		"Fit":               {"/Dest [3 0 R /Fit]", page.Target{Page: 1, X: nan, Y: nan}, ""},
		"FitH":              {"/Dest [3 0 R /FitH 650]", page.Target{Page: 1, X: nan, Y: 650}, ""},
		"FitV":              {"/Dest [3 0 R /FitV 80]", page.Target{Page: 1, X: 80, Y: nan}, ""},
		"FitR":              {"/Dest [3 0 R /FitR 10 20 300 400]", page.Target{Page: 1, X: 10, Y: 400}, ""},
		"named":             {"/Dest /tide", page.Target{Page: 1, X: 72, Y: 90}, ""},
		"GoTo":              {"/A << /S /GoTo /D [3 0 R /XYZ 5 6 0] >>", page.Target{Page: 1, X: 5, Y: 6}, ""},
		"URI":               {"/A << /S /URI /URI (https://example.org/a) >>", page.Target{X: nan, Y: nan}, "https://example.org/a"},
		"a page it has not": {"/Dest [99 0 R /Fit]", page.Target{}, ""},
		"Launch":            {"/A << /S /Launch /F (calc.exe) >>", page.Target{}, ""},
		"JavaScript":        {"/A << /S /JavaScript /JS (app.alert\\(1\\)) >>", page.Target{}, ""},
		"nothing":           {"", page.Target{}, ""},
	} {
		data := file("/Annots [11 0 R]", "/Dests << /tide [3 0 R /XYZ 72 90 0] >>", "", "<< >>",
			"<< /Type /Annot /Subtype /Link /Rect [10 20 30 50] "+c.entry+" >>")
		p, err := open(t, data).Page(1)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if c.to.Page == 0 && c.url == "" {
			if len(p.Links) > 0 {
				t.Errorf("%s: links %v", name, p.Links)
			}
			continue
		}
		if len(p.Links) != 1 {
			t.Errorf("%s: links %v", name, p.Links)
			continue
		}
		l := p.Links[0]
		want := page.Rect{Left: 10, Top: 750, Right: 30, Bottom: 780}
		if fmt.Sprint(l.To) != fmt.Sprint(c.to) || l.URL != c.url || len(l.Areas) != 1 || fmt.Sprint(l.Areas[0]) != fmt.Sprint(want) {
			t.Errorf("%s: %+v", name, l)
		}
	}
}

// An outline that leads into itself ends.
func TestInfo(t *testing.T) {
	data := file("", "/Lang (en) /Outlines 11 0 R", "", "<< /Title (Tides) /Author (Ann Moon) >>",
		"<< /First 12 0 R /Last 12 0 R >>",
		"<< /Title (One) /Parent 11 0 R /Next 12 0 R /First 13 0 R /Dest [3 0 R /Fit] >>",
		"<< /Title (Two) /Parent 12 0 R /A << /S /GoTo /D [3 0 R /FitH 9] >> >>")
	i := open(t, data).Info(1)
	if i.Title != "Tides" || i.Author != "Ann Moon" || i.Language != "en" {
		t.Errorf("%+v", i)
	}
	if len(i.Outline) < 2 || i.Outline[0].Title != "One" || i.Outline[0].Level != 1 || i.Outline[0].To.Page != 1 ||
		i.Outline[1].Title != "Two" || i.Outline[1].Level != 2 || i.Outline[1].To.Y != 9 {
		t.Errorf("outline %+v", i.Outline[:min(3, len(i.Outline))])
	}
}

// An outline ends at the first entry that leads beyond a page.
func TestOutlineOfBeginning(t *testing.T) {
	data := file("", "/Outlines 11 0 R", "", "<< >>",
		"<< /First 12 0 R /Last 14 0 R >>",
		"<< /Title (One) /Parent 11 0 R /Next 13 0 R /Dest [3 0 R /Fit] >>",
		"<< /Title (Two) /Parent 11 0 R /Next 14 0 R /Dest [15 0 R /Fit] >>",
		"<< /Title (Three) /Parent 11 0 R /Dest [3 0 R /Fit] >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>")
	data = []byte(strings.Replace(string(data), "[3 0 R] /Count 1", "[3 0 R 15 0 R] /Count 2", 1))
	for last, want := range map[int]int{1: 1, 2: 3} {
		if o := open(t, data).Info(last).Outline; len(o) != want || o[0].Title != "One" {
			t.Errorf("up to page %d: %v", last, o)
		}
	}
}

// Glyphs stand where a reader sees them: within the crop box, turned as the page is; artifacts are marked.
func TestGlyphs(t *testing.T) {
	const content = "/Artifact BMC BT /F1 10 Tf 120 300 Td (h) Tj ET EMC BT /F1 10 Tf 150 400 Td (t) Tj ET"
	p, err := open(t, file("/CropBox [100 200 500 600]", "", content, "<< >>")).Page(1)
	if err != nil {
		t.Fatal(err)
	}
	if p.Width() != 400 || p.Height() != 400 {
		t.Errorf("%v by %v", p.Width(), p.Height())
	}
	chrome := map[rune]bool{}
	for _, g := range p.Glyphs {
		if chrome[g.Rune] = g.Chrome; g.Rune == 't' && (math.Abs(float64(g.X)-50) > 1 || math.Abs(float64(g.Y)-200) > 1) {
			t.Errorf("at %v, %v", g.X, g.Y)
		}
	}
	if !chrome['h'] || chrome['t'] {
		t.Errorf("artifacts: %v", chrome)
	}
}

// Lines that are drawn across the page are told from pictures, from short ones and from those down the page.
func TestRules(t *testing.T) {
	const content = "50 700 m 350 700 l S 50 600 300 1 re f 50 500 m 50.5 500 l S 50 400 m 50 300 l S 50 200 300 50 re f"
	p, err := open(t, file("", "", content, "<< >>")).Page(1)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Rules) != 2 || len(p.Pictures) != 1 {
		t.Fatalf("rules %v, pictures %v", p.Rules, p.Pictures)
	}
	for i, want := range []float64{100, 200} {
		if r := p.Rules[i]; math.Abs(r.Left-50) > 2 || math.Abs(r.Right-350) > 2 || math.Abs(r.Bottom-want) > 2 {
			t.Errorf("rule %v, want one from 50 to 350 at %v", r, want)
		}
	}
}

// Lines that are drawn as pictures are lines too; short ones may be a minus.
func TestRulesOfPictures(t *testing.T) {
	const picture = " BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q "
	const content = "q 300 0 0 1 50 700 cm" + picture + "q 5 0 0 1 50 600 cm" + picture + "q 1 0 0 300 50 300 cm" + picture
	p, err := open(t, file("", "", content, "<< >>")).Page(1)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Rules) != 1 || len(p.Pictures) != 2 || p.Rules[0].Width() < 290 {
		t.Fatalf("rules %v, pictures %v", p.Rules, p.Pictures)
	}
}

// A page that is wrapped in a part, as programs wrap it to stamp it, is no picture; a drawing within it is one.
func TestWrapped(t *testing.T) {
	form := func(content, resources string) string {
		return fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 4 0 R >> %s >> /Length %d >>\nstream\n%s\nendstream", resources, len(content), content)
	}
	inner := form("BT /F1 10 Tf 300 400 Td (m) Tj ET", "")
	outer := form("BT /F1 10 Tf 50 750 Td (Tides) Tj 480 -700 Td (tides) Tj ET 50 600 300 1 re f /Y Do", "/XObject << /Y 12 0 R >>")
	p, err := open(t, file("/Resources << /XObject << /X 11 0 R >> >>", "", "/X Do", "<< >>", outer, inner)).Page(1)
	if err != nil {
		t.Fatal(err)
	}
	in := map[rune]bool{}
	for _, g := range p.Glyphs {
		in[g.Rune] = g.Picture > 0
	}
	if in['T'] || in['t'] || !in['m'] {
		t.Errorf("in pictures: %v", in)
	}
	if len(p.Rules) != 1 || math.Abs(p.Rules[0].Left-50) > 2 || math.Abs(p.Rules[0].Right-350) > 2 || math.Abs(p.Rules[0].Top-200) > 2 {
		t.Errorf("rules: %v", p.Rules)
	}
}

// Much text that lies on its side is a page of its own, turned.
func TestAside(t *testing.T) {
	for name, c := range map[string]struct {
		matrix string
		x, y   float64
	}{"to the left": {"0 1 -1 0 300 100", 100, 300}, "to the right": {"0 -1 1 0 300 700", 100, 300}} {
		content := "BT /F1 10 Tf 50 750 Td (" + strings.Repeat("Tides ", 10) + ") Tj ET BT /F1 4 Tf " + c.matrix + " Tm (" + strings.Repeat("moon", 40) + ") Tj ET"
		p, err := open(t, file("", "", content, "<< >>")).Page(1)
		if err != nil || p.Aside == nil {
			t.Fatalf("%s: %v, nothing lies on its side", name, err)
		}
		if got := text(p.Aside); !strings.HasPrefix(got, "moonmoon") || strings.Contains(got, "Tides") {
			t.Errorf("%s: %q", name, got)
		}
		if g := p.Aside.Glyphs[0]; g.Angle != 0 || p.Aside.Width() != p.Height() || g.Box.Width() < 1 || g.Box.Width() > 5 {
			t.Errorf("%s: %+v", name, g)
		}
	}
}

// After a page that takes too long others are read.
func TestPageLimit(t *testing.T) {
	d := open(t, pdftest.File("", []string{"Tides follow"}, []string{"the moon."}))
	limit := d.PageLimit
	d.PageLimit = time.Nanosecond
	for errs := 0; errs == 0; {
		if _, err := d.Page(1); err != nil {
			if errs++; !errors.Is(err, pdfium.ErrTime) {
				t.Fatal(err)
			}
		}
	}
	d.PageLimit = limit
	if p, err := d.Page(2); err != nil || text(p) != "the moon." {
		t.Errorf("%v, %v", p, err)
	}
}

// PDFium is stopped within a page.
func TestStop(t *testing.T) {
	const signs = 20_000
	d := open(t, file("", "", strings.Repeat("q Q ", signs), "<< >>"))
	if err := d.ParseTooLate(0); !errors.Is(err, pdfium.ErrTime) {
		t.Error(err)
	}
	if p, err := d.Page(1); err != nil || p == nil {
		t.Errorf("again: %v", err)
	}
}

// A document that was left is opened again, but not for another file or with another password.
func TestLeave(t *testing.T) {
	data := pdftest.File("", []string{"Tides follow the moon."})
	first := open(t, data)
	first.Leave()
	if again := open(t, data); again != first {
		t.Error("it is opened twice")
	} else if p, err := again.Page(1); err != nil || len(p.Glyphs) == 0 {
		t.Errorf("page 1: %v, %v", p, err)
	}
	first.Leave()
	if other := open(t, append([]byte(nil), data...)); other == first {
		t.Error("it is opened for a copy")
	}
	if again := open(t, data); again == first {
		t.Error("it is left open")
	}
}

// Text is level and of its size, whichever way the file turns it: by its matrix, a negative size, or askew as a scanner
// took it.
func TestAngles(t *testing.T) {
	for name, c := range map[string]struct {
		content     string
		angle, size float64
	}{
		"level":                 {"BT /F1 11 Tf 72 400 Td (Tides) Tj ET", 0, 11},
		"upside down":           {"BT /F1 11 Tf -1 0 0 -1 400 400 Tm (Tides) Tj ET", 0, 11},
		"a negative size":       {"BT /F1 -11 Tf -1 0 0 -1 72 400 Tm (Tides) Tj ET", 0, 11},
		"that turns it":         {"BT /F1 -11 Tf 400 400 Td (Tides) Tj ET", 0, 11},
		"on its side":           {"BT /F1 11 Tf 0 1 -1 0 300 400 Tm (Tides) Tj ET", 0, 11},
		"askew":                 {"BT /F1 11 Tf 0.9994 0.0349 -0.0349 0.9994 72 400 Tm (Tides) Tj ET", 0, 11},
		"on its side and askew": {"BT /F1 11 Tf -0.0349 0.9994 -0.9994 -0.0349 300 400 Tm (Tides) Tj ET", 0, 11},
		"slanting":              {"BT /F1 11 Tf 0.866 0.5 -0.5 0.866 72 400 Tm (Tides) Tj ET", 30, 11},
		"twice its size":        {"BT /F1 11 Tf 2 0 0 2 72 400 Tm (Tides) Tj ET", 0, 22},
	} {
		p, err := open(t, file("", "", c.content, "<< >>")).Page(1)
		if err != nil {
			t.Fatal(err)
		}
		if text(p) != "Tides" {
			t.Errorf("%s: %q", name, text(p))
		}
		for _, g := range p.Glyphs {
			if g.Angle != c.angle || math.Abs(g.Size-c.size) > 0.1 || g.X < p.Glyphs[0].X || c.angle == 0 && math.Abs(g.Y-p.Glyphs[0].Y) > 0.1 {
				t.Errorf("%s: %q at %v, %v, angle %v, size %v", name, g.Rune, g.X, g.Y, g.Angle, g.Size)
				break
			}
		}
	}
}
