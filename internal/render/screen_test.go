package render_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/read"
	"etal/internal/render"
	"etal/internal/theme"
)

// hostile is an input of testdata/hostile.
type hostile struct{ name, text string }

// readHostile reads the hostile inputs. What they repeat is repeated that many percent of
// the times that they say.
func readHostile(t testing.TB, percent int) []hostile {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "hostile"))
	if err != nil {
		t.Fatal(err)
	}
	var all []hostile
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, rest, _ := strings.Cut(line, " ")
		text := ""
		for rest != "" {
			quoted, err := strconv.QuotedPrefix(rest)
			if err != nil {
				t.Fatalf("%s: %v: %s", name, err, rest)
			}
			part, _ := strconv.Unquote(quoted)
			rest = strings.TrimLeft(rest[len(quoted):], " ")
			if count, after, _ := strings.Cut(rest, " "); count != "" && count[0] != '"' {
				n, err := strconv.Atoi(count)
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				part, rest = strings.Repeat(part, max(n*percent/100, 1)), after
			}
			text += part
		}
		all = append(all, hostile{name, text})
	}
	if len(all) == 0 {
		t.Fatal("no hostile inputs")
	}
	return all
}

// fileNames are names of which each leads to another reader, where the bytes leave a doubt.
var fileNames = []string{"a.md", "a.txt", "a.html", "a.xml", "a.bib", "a.ris", "a.json", "a"}

// TestHostile holds what FuzzScreen does of inputs that are far larger.
func TestHostile(t *testing.T) {
	for _, h := range readHostile(t, 100) {
		t.Run(h.name, func(t *testing.T) {
			for theme, width := range []int{1, 80, 200, 20} {
				checkScreen(t, h.name, []byte(h.text), width, theme)
			}
		})
	}
}

// FuzzScreen holds that whatever bytes an article is, under whatever name, what comes to
// the screen is printable text of the width asked for, and not much more of it than there was.
func FuzzScreen(f *testing.F) {
	for i, h := range readHostile(f, 10) {
		kind := slices.IndexFunc(fileNames, func(name string) bool { return filepath.Ext(name) == filepath.Ext(h.name) })
		f.Add([]byte(h.text), uint8(kind), uint8([]int{1, 20, 80, 200}[i%4]), uint8(i))
	}
	f.Add([]byte(sample), uint8(0), uint8(40), uint8(1))
	f.Fuzz(func(t *testing.T, data []byte, kind, width, theme uint8) {
		if len(data) > 1<<16 {
			return
		}
		checkScreen(t, fileNames[int(kind)%len(fileNames)], data, 1+int(width)%200, int(theme))
	})
}

// screenThemes are the themes that are tried; the last one with words.
var screenThemes = []theme.Theme{theme.Plain(), theme.New(true, termenv.ANSI256), theme.New(false, termenv.TrueColor), theme.Plain()}

// checkScreen checks what holds of an article and of all its lines, at a width and in one
// of the themes.
func checkScreen(t *testing.T, name string, data []byte, width, theme int) {
	t.Helper()
	a, err := read.Read(name, data)
	if err != nil {
		return
	}
	checkSpans(t, a)
	theme %= len(screenThemes)
	d := render.New(a, width, screenThemes[theme], render.Options{Hyperlinks: theme == 1, Announce: theme == 3, Addresses: theme == 0})
	size := 0
	for _, l := range lines(d) {
		if l.Start < 0 || l.End < l.Start || l.End > a.Body.Len() {
			t.Fatalf("line %q shows %v of %d bytes", l.Plain(), l.Span, a.Body.Len())
		}
		row := l.Draw(nil)
		checkRow(t, row, width)
		if i := strings.IndexFunc(ansi.Strip(row), isForbidden); i >= 0 {
			t.Fatalf("forbidden letter at %d in %q", i, row)
		}
		size += len(row) + 1
	}
	if most := 50*len(data) + 64<<10; size > most {
		t.Fatalf("%d bytes are shown in %d, at most %d", len(data), size, most)
	}
}

// isForbidden reports whether a terminal would obey a letter, or show others in an order
// that is not the text's, or nothing for it.
func isForbidden(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x061c ||
		r == 0x200b || r == 0xfeff || r >= 0xe0000 && r <= 0xe0fff || r == 0x2028 || r == 0x2029
}

// checkSpans checks that all spans of an article lie in its body, on the borders of letters
// and in order, and that what it is told is printable.
func checkSpans(t *testing.T, a *article.Article) {
	t.Helper()
	body := a.Body.String()
	last := map[string]article.Span{}
	check := func(what string, s article.Span, apart bool) {
		before := last[what]
		if s.Start < before.Start || apart && s.Start < before.End || s.End < s.Start || s.End > len(body) {
			t.Fatalf("%s %v after %v of %d bytes", what, s, before, len(body))
		}
		for _, at := range []int{s.Start, s.End} {
			if at < len(body) && !utf8.RuneStart(body[at]) {
				t.Fatalf("%s %v cuts a letter at %d", what, s, at)
			}
		}
		last[what] = s
	}
	shown := []string{body, a.Title.String(), a.ID.String(), a.Source.String(), a.Date.String(), a.Summary.String(), a.Language.String()}
	for _, b := range a.Blocks {
		check("block", b, true)
	}
	for _, h := range a.Headings {
		check("heading", h.Span, true)
		shown = append(shown, h.Title.String())
	}
	for i, r := range a.References {
		check("reference", r.Span, true)
		shown = append(shown, r.Label.String(), r.Text.String())
		if r.Number != i+1 {
			t.Fatalf("reference %d is called %d", i+1, r.Number)
		}
	}
	for _, c := range a.Citations {
		check("citation", c.Span, true)
		shown = append(shown, c.Text.String())
		for _, n := range c.Candidates() {
			if _, ok := a.Reference(n); !ok {
				t.Fatalf("citation %q names reference %d of %d", c.Text, n, len(a.References))
			}
		}
	}
	for _, l := range a.Links {
		check("link", l.Span, false)
		shown = append(shown, l.Text.String(), l.URL.String())
		if l.Inside() && (l.Target < 0 || l.Target > len(body)) {
			t.Fatalf("link %q leads to %d of %d", l.Text, l.Target, len(body))
		}
	}
	for _, n := range append(append(a.Notices, a.Furniture...), a.Authors...) {
		shown = append(shown, n.String())
	}
	for _, s := range shown {
		if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && r != '\t' && isForbidden(r) }) {
			t.Fatalf("not printable: %q", s)
		}
	}
	var items []bib.Item
	for _, r := range a.References[:min(len(a.References), 20)] {
		items = append(items, r.Entry())
	}
	for _, item := range items {
		if text := item.Text(); !utf8.ValidString(text) {
			t.Fatalf("no UTF-8: %q", text)
		}
	}
}
