package read

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
)

func TestLocate(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"a.md", "---\ntitle: Wheels\n---\nMany words about wheels came early.\n\nThen, some say, more of them [12] came.\n", "6:30"},
		{"a.md", "# Wheels\n\nÄpfel und Räder, viele Räder [12] hier.\n", "3:30"},
		{"a.txt", "Wheels\n\nMany words about wheels that\ncame early, and then, as some\nof us say [12], more of them.\n", "5:11"},
	}
	for _, tt := range tests {
		a := mustRead(t, tt.name, tt.source)
		offset := strings.Index(a.Body.String(), "[12]")
		if offset < 0 {
			offset = strings.Index(a.Body.String(), `\[12`)
		}
		line, column, ok := NewLocator(a, []byte(tt.source)).Find(offset)
		if got := fmt.Sprintf("%d:%d", line, column); !ok || got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.source, got, tt.want)
		}
	}
}

// Where the body is the source, each letter is found where it stands, also among the same words.
func TestLocateItself(t *testing.T) {
	source := "# Wheels\n\n" + strings.Repeat("Many wörds about wheels came early, as some say, and more of them.\n\nÄpfel, too.\n\n", 30)
	a := mustRead(t, "a.md", source)
	l := NewLocator(a, []byte(source))
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
	source := "<html><body><p>Many words about wheels came early.</p>\n<p>Then, <b class='some say'>some</b> say, more of them came.</p></body></html>"
	a := mustRead(t, "a.html", source)
	offset := strings.Index(a.Body.String(), "say, more")
	if line, column, ok := NewLocator(a, []byte(source)).Find(offset); !ok || line != 2 || column != 39 {
		t.Errorf("got %d:%d, %v", line, column, ok)
	}
	for _, other := range []string{"", "Short.", strings.Repeat("Nothing of it is here. ", 9)} {
		if line, column, ok := NewLocator(a, []byte(other)).Find(offset); ok {
			t.Errorf("in %q: at %d:%d", other, line, column)
		}
	}
}
