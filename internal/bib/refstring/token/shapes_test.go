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
	for in, want := range map[string]bool{"Okoro, B. (2014). Waves": true, "Waves (2014": false, "Waves 2014": false, "Waves (SST 2014)": false, "Waves (14) of": false} {
		l := Split(in)
		if got := l.HoldsDate(0, len(l)); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
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
