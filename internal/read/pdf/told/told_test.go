package told

import "testing"

// The day of a PDF is that of its date, if it is one.
func TestDay(t *testing.T) {
	for date, want := range map[string]string{
		"D:20240517102030Z": "2024-05-17", "D:20240517": "2024-05-17", "D:2024051": "", "20240517102030": "", "D:20241317102030": "", "D:19900101": "1990-01-01", "D:19890101": "", "": "",
	} {
		if got := Day(date); got != want {
			t.Errorf("%q: %q, want %q", date, got, want)
		}
	}
}

func TestIsSoundTitle(t *testing.T) {
	for title, want := range map[string]bool{
		"Tides of the coast": true, "Microsoft Word - tides of the coast": false, "tides of the coast.doc": false, "tidesofthecoast": false, "A tide": false,
	} {
		if IsSoundTitle(title) != want {
			t.Errorf("%q: %v", title, !want)
		}
	}
}
