package people

import (
	"slices"
	"strings"
	"testing"
)

func TestTold(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Ann Berg", "Ann Berg"},
		{"Ann Berg, Carl Dahl and Eve Gray", "Ann Berg; Carl Dahl; Eve Gray"},
		{"Berg, Ann; Dahl, Carl", "Ann Berg; Carl Dahl"},
		{"Berg, Ann", "Ann Berg"},
		{"Ann Berg, Carl Dahl, Eve Gray, Ida Lund; Per Moe", "Ann Berg; Carl Dahl; Eve Gray; Ida Lund; Per Moe"},
		{"Ann Berg (Leith Univ.); Carl Dahl (Wick)", "Ann Berg; Carl Dahl"},
		{"Ann Berg (Leith), Carl Dahl (Wick, Inc.)", "Ann Berg; Carl Dahl"},
		{"Ann Berg {et al.}", "Ann Berg"},
		{"Ann Berg&eacute;", "Ann Bergé"},
		{"", ""},
	} {
		if got := strings.Join(Told(tt.text), "; "); got != tt.want {
			t.Errorf("%q: %s", tt.text, got)
		}
	}
}

func TestIn(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Ann Berg, Carl van der Dahl & Eve F. Gray", "Ann Berg; Carl van der Dahl; Eve F. Gray"},
		{"Ann BERG∗, Carl Dahl†§", "Ann BERG; Carl Dahl"},
		{"Yu.A.Berg, L.Dahl dos Santos", "Yu.A.Berg; L.Dahl dos Santos"},
		{"ANN BERG, AND CARL B. DAHL", "ANN BERG; CARL B. DAHL"},
		{"Ann Berg, University of Leith", ""},
		{"Ann Berg, Fellow, IEEE, Carl Dahl, and Eve Gray, Senior Member, IEEE", "Ann Berg; Carl Dahl; Eve Gray"},
		{"Ann Berg, MD, PhD, Carl Dahl, M.Sc. and Eve Gray, Ph.D.", "Ann Berg; Carl Dahl; Eve Gray"},
		{"Ann Moon, MA Jun, Bob Tide", "Ann Moon; MA Jun; Bob Tide"},
		{"Ann Berg, MD Anderson and Carl Dahl, MA", "Ann Berg; MD Anderson; Carl Dahl"},
		{"Ann Berg, MD*, Carl Dahl, M.D., Ph.D. †; Eve Gray, PhD ( ), Ida Lund", "Ann Berg; Carl Dahl; Eve Gray; Ida Lund"},
		{"Ann Berg ( ), Carl Dahl (✉)", "Ann Berg; Carl Dahl"},
		{"Original Article", ""},
		{"Google Inc", ""},
		{"Written von", ""},
		{"a text for sailors", ""},
	} {
		if got := strings.Join(In(tt.text), "; "); got != tt.want {
			t.Errorf("%q: %s", tt.text, got)
		}
	}
}

func TestInRows(t *testing.T) {
	for _, tt := range []struct{ rows, want string }{
		{"Ann Berg, Carl Dahl", "Ann Berg; Carl Dahl"},
		{"Ann Berg, Carl David|Dahl, and Eve Gray", "Ann Berg; Carl David Dahl; Eve Gray"},
		{"Ann Berg, Carl Da-|hl, and Eve Gray", "Ann Berg; Carl Dahl; Eve Gray"},
		{"Ann Berg|Carl Dahl", "Ann Berg; Carl Dahl"},
		{"Ann Berg, Carl Dahl|Tide Research Group|Leith", "Ann Berg; Carl Dahl"},
		{"Ann Berg|berg@example.org", "Ann Berg"},
		{"Ann Berg, Carl Dahl,A3,C4@EXAMPLE.ORG", "Ann Berg; Carl Dahl"},
		{"Ann Berg|rose with the tides", ""},
		{"Tides, 1, a@b.org", ""},
		{"", ""},
	} {
		if got := strings.Join(InRows(strings.Split(tt.rows, "|")), "; "); got != tt.want {
			t.Errorf("%q: %s", tt.rows, got)
		}
	}
	many := slices.Repeat([]string{"Ann Berg, Carl Dahl"}, 2*mostRows)
	if got := len(InRows(many)); got != 2*mostRows {
		t.Errorf("%d names in %d rows", got, len(many))
	}
	if InRows(nil) != nil {
		t.Error("names in no rows")
	}
}

func TestFamily(t *testing.T) {
	for name, want := range map[string]string{"Ann B. Berg": "Berg", "Berg": "Berg", "": ""} {
		if got := Family(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func TestIsName(t *testing.T) {
	for name, want := range map[string]bool{"Ann Berg": true, "annb": false, "Association of Pilots": false} {
		if got := IsName(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}
