package token

import "testing"

func TestInEnumeration(t *testing.T) {
	for in, want := range map[string]bool{
		"Learning, Memory, and Sleep": true, "Urban, Rural, & Coastal": true, "Waves of towns. Chaos, Solitons and Fractals": true,
		"Waves, Silence": false, "towns, Siberia, Acta et Opera": false, "Waves, towns and sleep": false,
	} {
		l := Split(in)
		k := 0
		for !l[k].Is(",") {
			k++
		}
		if got := l.InEnumeration(k + 1); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
	if l := Split("Learning, Memory, and Sleep"); !l.InEnumeration(4) {
		t.Error("a part that begins with a conjunction is one of several")
	}
}

func TestHoldsDate(t *testing.T) {
	for in, want := range map[string]bool{"Okoro, B. (2014). Waves": true, "Okoro (2014)": true, "Waves (2014": false, "Waves 2014": false, "Waves (SST 2014)": false, "Waves (14) of": false} {
		l := Split(in)
		if got := l.HoldsDate(0, len(l)); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}

func TestIsSentence(t *testing.T) {
	for in, want := range map[string]bool{"Slow waves of towns": true, "Waves of the Towns": false, "Journal of slow waves": false, "Ann. of slow waves": false, "Waves": false, "": false} {
		if got := Split(in).IsSentence(); got != want {
			t.Errorf("%s: %v", in, got)
		}
	}
}

func TestIsCJK(t *testing.T) {
	for in, want := range map[string]bool{"波": true, "물결": true, "なみ": true, "ナミ": true, "waves": false, "12": false, "、": false} {
		if got := Split(in)[0].IsCJK(); got != want {
			t.Errorf("%s: %v", in, got)
		}
	}
}

func TestAnyMonth(t *testing.T) {
	l := Split("Waves May 12 towns")
	for _, tt := range []struct {
		from, to int
		want     bool
	}{{0, 1, false}, {0, 2, true}, {1, 2, true}, {2, 4, false}} {
		if got := l.AnyMonth(tt.from, tt.to); got != tt.want {
			t.Errorf("[%d, %d): %v", tt.from, tt.to, got)
		}
	}
}

func TestHasCapitals(t *testing.T) {
	for in, want := range map[string]bool{"PODC": true, "EuroSys": true, "Onward": false, "waves": false} {
		if got := Split(in)[0].HasCapitals(); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}
