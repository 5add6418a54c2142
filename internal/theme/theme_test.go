package theme

import (
	"strings"
	"testing"

	"github.com/muesli/termenv"
)

// TestToldWithoutColour holds that what lies on a mark can be told where there are no
// colours.
func TestToldWithoutColour(t *testing.T) {
	look := Colourless()
	seen := map[Style]string{"": "text"}
	for name, s := range map[string]Style{
		"mark": look.Mark, "ambiguous": look.Ambiguous, "missing": look.Missing, "visited": look.Visited.On(look.Mark),
		"focus": look.Focus.On(look.Mark), "current match": look.CurrentMatch, "hint": look.Hint.On(look.Ambiguous),
	} {
		if other, taken := seen[s]; taken {
			t.Errorf("%s looks like %s: %q", name, other, s)
		}
		seen[s] = name
	}
}

func TestThemes(t *testing.T) {
	names := ""
	for _, theme := range All(true, termenv.ANSI256) {
		names += theme.Name + ", "
	}
	if want := "dark, light, high contrast on dark, no colours, "; names != want {
		t.Errorf("the themes are %s not %s", names, want)
	}
	if n := len(All(true, termenv.Ascii)); n != 1 {
		t.Errorf("%d themes without colours, not 1", n)
	}
}

func TestReadStyle(t *testing.T) {
	tests := []struct{ name, style, want string }{
		{"no JSON", "{\n\n\"h1\":", "line 3: not JSON: unexpected end of JSON input"},
		{"another type", "{\n\"h1\": {\"color\": 3}}", "line 2: h1.color is a number"},
		{"another kind of file", `{"name": "etal"}`, "not a Glamour style: it sets nothing that Glamour knows"},
		{"no colour", `{"h1": {"color": "re\u001bd"}}`, "h1: re␛d is not a colour: must be 0 to 255 or #rrggbb"},
		{"a colour beyond the last", `{"em": {}, "link": {"background_color": "256"}}`, "link: 256 is not a colour: must be 0 to 255 or #rrggbb"},
		{"a number in code", `{"code_block": {"chroma": {"keyword": {"color": "9"}}}}`, "keyword: 9 is not a colour for code: must be #rrggbb"},
		{"a margin that no terminal has", `{"document": {"margin": 4000000000}}`, "margin: 4000000000 is too large: must be 0 to 1000"},
		{"an indentation of code", `{"code_block": {"indent": 1001}}`, "indent: 1001 is too large: must be 0 to 1000"},
		{"too large", strings.Repeat(" ", MaxStyle+1), "larger than 262144 bytes"},
		{"signs only", `{"h2": {"prefix": "## "}}`, ""},
	}
	for _, tt := range tests {
		got := ""
		if _, err := ReadStyle("mine", []byte(tt.style), termenv.ANSI256); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
