package read

import (
	"fmt"
	"strings"
	"testing"
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
