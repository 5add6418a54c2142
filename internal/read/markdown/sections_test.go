package markdown

import (
	"strings"
	"testing"
)

// TestSections says where a link to #a leads: what the body has there, or nothing.
func TestSections(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"# A\n\nText.", "A\n"},
		{"# Waves {#a}", "Waves"},
		{"# Waves {.x #a y=1}", "Waves"},
		{"# <a name=\"a\"></a>Waves", "Waves"},
		{"# <span id=\"a\">Waves</span>", "Waves"},
		{"<a id='a'></a>\n\n# Waves", "Waves"},
		{"<a id=a></a><br><br>\n\n# Waves", "Waves"},
		{"<a id=\"a\"></a>words\n\n# Waves", "words"},
		{"# Waves\n\n<a id=\"a\"></a>Words", "Words"},
		{"<a id=\"a\"></a>\n\n# Waves\n\n# A", "Waves"},
		{"# Waves\n\nWords.", ""},
	} {
		a := readAlone("[See](#a) and [it](#A).\n\n" + tt.text + "\n")
		if len(a.Links) == 0 {
			if tt.want != "" {
				t.Errorf("%.80q: no link", tt.text)
			}
			continue
		}
		if got := a.Body.String()[a.Links[0].Target:]; tt.want == "" || !strings.HasPrefix(got, tt.want) || len(a.Links) != 2 {
			t.Errorf("%.80q: %d links, to %.80q, want %q", tt.text, len(a.Links), got, tt.want)
		}
	}
}
