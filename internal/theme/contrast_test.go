package theme

import (
	"math"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/muesli/termenv"
)

// luminance returns the relative luminance of one of the 256 colours, or of #rrggbb, as
// WCAG defines it.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	c := termenv.ConvertToRGB(termenv.TrueColor.Color(colour))
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func ratio(t *testing.T, text, ground string) float64 {
	t.Helper()
	a, b := luminance(t, text), luminance(t, ground)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func TestContrastOfPalettes(t *testing.T) {
	tests := []struct {
		name    string
		palette Palette
		grounds []string
		text    float64
	}{
		{"dark", darkPalette, []string{"#000000", "#282828"}, 4.5},
		{"light", lightPalette, []string{"#ffffff", "#f5f5f5"}, 4.5},
		{"contrast on dark", contrastDarkPalette, []string{"#000000", "#1e1e1e"}, 7},
		{"contrast on light", contrastLightPalette, []string{"#ffffff", "#f5f5f5"}, 7},
	}
	for _, tt := range tests {
		v := reflect.ValueOf(tt.palette)
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			least := tt.text
			switch name {
			case "Rule":
				least = 3 // what is no text
			case "Found", "chroma":
				continue
			case "match", "current", "hint":
				p := v.Field(i)
				if got := ratio(t, p.Field(0).String(), p.Field(1).String()); got < least {
					t.Errorf("%s: %s has a contrast of %.2f to 1", tt.name, name, got)
				}
				continue
			}
			for _, ground := range tt.grounds {
				if got := ratio(t, v.Field(i).String(), ground); got < least {
					t.Errorf("%s: %s %s on %s has a contrast of %.2f to 1", tt.name, name, v.Field(i), ground, got)
				}
			}
		}
		if found := tt.palette.Found; found != "" {
			for _, c := range []string{tt.palette.Link, tt.palette.Mark} {
				if got := ratio(t, c, found); got < tt.text {
					t.Errorf("%s: %s in a reference in focus has a contrast of %.2f to 1", tt.name, c, got)
				}
			}
		}
	}
}

var sgrColour = regexp.MustCompile(`38;5;(\d+)(?:;48;5;(\d+))?`)

// TestContrastOfCode holds that Chroma's colours, which are not ours, can be read.
func TestContrastOfCode(t *testing.T) {
	code := map[string]string{
		"go":     "package a // b\nimport \"c\"\ntype T struct{ a int }\nfunc (t *T) f(x ...int) string { return g(\"d\\n\", 0x1f, 'e', nil) }",
		"python": "# a\n@b\nclass A(B):\n    \"\"\"c\"\"\"\n    def f(self, x=1.5): return [len(y) for y in x if y is None]",
		"diff":   "- a\n+ b",
		"json":   "{\"a\": [1, true, null]}",
		"html":   "<a href=\"b\">c</a><!-- d -->&amp;",
		"sh":     "for i in $(ls); do echo \"$i\" | grep -v x; done",
		"r":      "x <- c(1, 2) %>% f() # a",
		"":       "plain",
	}
	tests := []struct {
		theme  Theme
		ground string
		least  float64
	}{
		{New(true, termenv.ANSI256), "#1e1e1e", 4.3}, // as inserted lines of a diff have
		{New(false, termenv.ANSI256), "#ffffff", 4.5},
		{Contrast(true, termenv.ANSI256), "#1e1e1e", 7},
		{Contrast(false, termenv.ANSI256), "#ffffff", 7},
	}
	for _, tt := range tests {
		sheet := NewSheet(tt.theme, true)
		for language, source := range code {
			for _, line := range sheet.Code(strings.Split(source, "\n"), language) {
				for _, part := range line {
					m := sgrColour.FindStringSubmatch(string(part.Style))
					if m == nil || strings.TrimSpace(part.Text) == "" {
						continue
					}
					ground := tt.ground
					if m[2] != "" {
						ground = m[2]
					}
					if got := ratio(t, m[1], ground); got < tt.least {
						t.Errorf("%s: %q in colour %s on %s has a contrast of %.2f to 1", tt.theme.Name, part.Text, m[1], ground, got)
					}
				}
			}
		}
	}
}
