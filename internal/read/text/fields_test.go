package text

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/reflist"
)

var fieldTests = []struct{ name, text, want string }{
	{"fields", "Title: On Tides\nAuthor: Ada Wren", "Title=On Tides|Author=Ada Wren"},
	{"a field that goes on", "Title: On\n  Tides\n  and Moons\nAuthor: Ada Wren", "Title=On Tides and Moons|Author=Ada Wren"},
	{"an empty field that goes on", "Title:\n  On Tides", "Title=On Tides"},
	{"another line among them", "Title: On Tides\nand Moons\nAuthor: Ada Wren", ""},
	{"a line that goes on with none", "  On Tides\nAuthor: Ada Wren", ""},
	{"nothing", "", ""},
}

func TestReadFields(t *testing.T) {
	for _, tt := range fieldTests {
		var got []string
		for _, f := range readFields(reflist.CutLines(tt.text, article.Span{End: len(tt.text)})) {
			got = append(got, fmt.Sprintf("%s=%s", f.name, f.value))
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, s, tt.want)
		}
	}
}
