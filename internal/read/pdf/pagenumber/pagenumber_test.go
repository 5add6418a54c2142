package pagenumber

import (
	"strings"
	"testing"
)

func TestLabels(t *testing.T) {
	for _, tt := range []struct {
		name  string
		heads []Head
		pages int
		want  string
	}{
		{"at both ends", []Head{{1, "758 TIDES, VOL. 7, OCTOBER 1997"}, {2, "WREN: TIDES 759"}, {3, "760 TIDES, VOL. 7, OCTOBER 1997"}}, 3, "758 759 760"},
		{"alone", []Head{{1, "12"}, {2, "– 13 –"}}, 2, "12 13"},
		{"most pages", []Head{{2, "6"}, {3, "7"}, {4, "8"}}, 5, "5 6 7 8 "},
		{"few pages", []Head{{2, "6"}, {3, "7"}}, 5, ""},
		{"from 1", []Head{{1, "1"}, {2, "2"}, {3, "3"}}, 3, ""},
		{"behind a cover", []Head{{2, "1"}, {3, "2"}, {4, "3"}}, 4, " 1 2 3"},
		{"the same year on all", []Head{{1, "Tides 2014"}, {2, "Tides 2014"}, {3, "Tides 2014"}}, 3, ""},
		{"one number twice on a page", []Head{{1, "12"}, {1, "12"}, {2, "5"}}, 2, ""},
		{"a number amid words", []Head{{1, "Vol. 7 of Tides"}, {2, "Vol. 8 of Tides"}}, 2, ""},
		{"one page", []Head{{1, "12"}}, 1, ""},
		{"none", nil, 3, ""},
	} {
		if got := strings.Join(Labels(tt.heads, tt.pages), " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
