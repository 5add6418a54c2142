package read

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"etal/internal/article"
	"etal/internal/bib"
)

func TestLocate(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"a.md", "---\ntitle: Wheels\n---\nMany words about wheels came early.\n\nThen, some say, more of them [12] came.\n", "6:30"},
		{"a.md", "# Wheels\n\nÄpfel und Räder, viele Räder [12] hier.\n", "3:30"},
		{"a.md", "# Wheels\n\nIf p < 5, <b>many</b> words are <i>said</i> in <a href=\"#a\">few</a> [12] ways > 3.\n", "3:69"},
		{"a.txt", "Wheels\n\nMany words about wheels that\ncame early, and then, as some\nof us say [12], more of them.\n", "5:11"},
	}
	for _, tt := range tests {
		a := mustRead(t, tt.name, tt.source)
		offset := strings.Index(a.Body.String(), "[12]")
		if offset < 0 {
			offset = strings.Index(a.Body.String(), `\[12`)
		}
		line, column, ok := Reader{}.Locator(a, []byte(tt.source)).Find(offset)
		if got := fmt.Sprintf("%d:%d", line, column); !ok || got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.source, got, tt.want)
		}
	}
}

// Where the body is the source, each letter is found where it stands, also among the same words.
func TestLocateItself(t *testing.T) {
	source := "# Wheels\n\n" + strings.Repeat("Many wörds about wheels came early, as some say, and more of them.\n\nÄpfel, too.\n\n", 30)
	a := mustRead(t, "a.md", source)
	l := Reader{}.Locator(a, []byte(source))
	wantLine, wantColumn := 1, 1
	for offset, r := range source {
		line, column, ok := l.Find(offset)
		if unicode.IsLetter(r) && (!ok || line != wantLine || column != wantColumn) {
			t.Fatalf("offset %d: got %d:%d, %v, want %d:%d", offset, line, column, ok, wantLine, wantColumn)
		}
		if wantColumn++; r == '\n' {
			wantLine, wantColumn = wantLine+1, 1
		}
	}
}

// Letters in the tags of a page are no text; what the source lacks is not found.
func TestLocateInPage(t *testing.T) {
	source := "<html><body><p>Many words about wheels came early.</p>\n<p>Then, <b class='some say'>some</b> say, more of them came.</p>\n<p>Ships are <i>older</i> than any wheels.</p></body></html>"
	a := mustRead(t, "a.html", source)
	l := Reader{}.Locator(a, []byte(source))
	for words, want := range map[string]string{"Many": "1:16", "say, more": "2:39", "came.": "2:57", "Ships": "3:4", "older": "3:17", "wheels.": "3:36"} {
		offset := strings.LastIndex(a.Body.String(), words)
		line, column, ok := l.Find(offset)
		if got := fmt.Sprintf("%d:%d", line, column); !ok || got != want {
			t.Errorf("%s: got %s, %v, want %s", words, got, ok, want)
		}
	}
	for _, other := range []string{"", "Short.", strings.Repeat("Nothing of it is here. ", 9)} {
		if line, column, ok := (Reader{}).Locator(a, []byte(other)).Find(strings.Index(a.Body.String(), "say, more")); ok {
			t.Errorf("in %q: at %d:%d", other, line, column)
		}
	}
}

// Columns count characters also where the source is not in UTF-8.
func TestLocateInLatin1(t *testing.T) {
	source := "R\xe4der und Schr\xf6ter sagten von den alten R\xe4dern [12] viel.\n"
	a := mustRead(t, "a.txt", source)
	if line, column, ok := (Reader{}).Locator(a, []byte(source)).Find(strings.Index(a.Body.String(), "viel")); !ok || line != 1 || column != 53 {
		t.Errorf("got %d:%d, %v", line, column, ok)
	}
}

// Of the places that have the same letters, the nearest counts; letters that differ are not found.
func TestNearest(t *testing.T) {
	const words = "manywordsaboutwheelscameearly"
	filler := strings.Repeat("q", 100-len(words))
	l := Reader{}.Locator(&article.Article{}, []byte(words+filler+words+filler+words))
	for expected, want := range map[int]int{-10: 0, 0: 0, 1: 0, 49: 0, 51: 100, 99: 100, 100: 100, 101: 100, 149: 100, 151: 200, 228: 200, 1000: 200} {
		if got := l.nearest(words, expected); got != want {
			t.Errorf("near %d: %d, want %d", expected, got, want)
		}
	}
	for i := range len(words) {
		for _, other := range []string{words[:i] + "z" + words[i+1:], "z" + words[i:], words[i:] + "z", words[i:min(i+shortestContext-1, len(words))]} {
			if got := l.nearest(other, 0); got >= 0 {
				t.Errorf("%s is found at %d", other, got)
			}
		}
		if end := i + shortestContext; end <= len(words) {
			if got := l.nearest(words[i:end], 0); got != i {
				t.Errorf("%s is found at %d", words[i:end], got)
			}
		}
	}
}

// fingerprintTests are texts whose parts have their fingerprints.
var fingerprintTests = []string{"", "short", "nineteen letters ..", strings.Repeat("a", 60), strings.Repeat("ab", 40), "Many words about wheels came early, and more of them, and more of them, came late."}

// checkFingerprints holds that each part of a text that is long enough shares a fingerprint with it.
func checkFingerprints(t *testing.T, text string) {
	t.Helper()
	whole := map[fingerprint]bool{}
	for _, f := range fingerprints(text) {
		whole[f] = true
	}
	for i := 0; i+shortestContext <= len(text); i++ {
		part := fingerprints(text[i : i+shortestContext])
		if len(part) != 1 || !whole[fingerprint{part[0].hash, part[0].at + int32(i)}] {
			t.Fatalf("%q has %v, which is not in %q", text[i:i+shortestContext], part, text)
		}
	}
	if len(text) < shortestContext && len(whole) > 0 {
		t.Errorf("%q is too short for %v", text, whole)
	}
}

func TestFingerprints(t *testing.T) {
	for _, text := range fingerprintTests {
		checkFingerprints(t, text)
	}
}

func FuzzFingerprints(f *testing.F) {
	for _, text := range fingerprintTests {
		f.Add(text)
	}
	f.Fuzz(checkFingerprints)
}

// TestBeginsTag tells tags from signs of comparison.
func TestBeginsTag(t *testing.T) {
	for text, want := range map[string]bool{
		"<b>": true, "</b>": true, "<!-- a -->": true, "<?a?>": true, "<#if a>": true, "<a href='x'>": true, "<": false, "<>": false, "< b>": false, "<3>": false, "<b": false, "<b <c>": false,
		"<b" + strings.Repeat(" ", longestTag-3) + ">": true, "<b" + strings.Repeat(" ", longestTag-2) + ">": false,
	} {
		if got := beginsTag(text); got != want {
			t.Errorf("%.20q (%d bytes) begins with a tag: %v", text, len(text), got)
		}
	}
}

// TestEntryLines holds that the first line is one, and that entries of other files have none.
func TestEntryLines(t *testing.T) {
	at := func(start, line int) article.Reference {
		return article.Reference{Span: article.Span{Start: start}, Item: &bib.Item{Own: &bib.Own{Line: line}}}
	}
	lines := entryLines([]article.Reference{at(1, 1), at(2, 7), at(3, 0), {Span: article.Span{Start: 4}}, {Span: article.Span{Start: 5}, Item: &bib.Item{}}})
	if got := fmt.Sprint(lines); got != "map[1:1 2:7]" {
		t.Errorf("got %s", got)
	}
}

// TestCodeByName holds that a file whose name says so is code, whatever it holds, and prose is not.
func TestCodeByName(t *testing.T) {
	for name, want := range map[string]string{"sea.py": "```python\nThe sea is calm.\n```", "sea.txt": "The sea is calm."} {
		if got := strings.TrimSpace(mustRead(t, name, "The sea is calm.\n").Body.String()); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
