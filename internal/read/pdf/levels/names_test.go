package levels

import "testing"

func TestNumber(t *testing.T) {
	for text, want := range map[string][2]string{
		"2.1 Tides": {"2.1", "Tides"}, "IV. TIDES": {"IV", "TIDES"}, "Appendix A. Tides": {"A", "Tides"}, "3) Tides": {"3", "Tides"}, "Tides": {"", "Tides"}, "2": {"", "2"},
	} {
		if got := [2]string{Number(text), Unnumbered(text)}; got != want || IsNumbered(text) != (want[0] != "") {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestNames(t *testing.T) {
	for _, tt := range []struct {
		name    string
		is      func(string) bool
		yes, no []string
	}{
		{"opening", IsOpening, []string{"Introduction", "A B S T R A C T", "Abstract:", "Zusammenfassung"}, []string{"Introduction to tides", "Tides", "Abstracts"}},
		{"begins with one", BeginsOpening, []string{"Abstract—The tide", "Keywords: tides"}, []string{"The abstract", "Keywordless"}},
		{"abstract", IsAbstract, []string{"Abstract", "Résumé:"}, []string{"Abstract of tides", "Introduction"}},
		{"title", IsTitle, []string{"Tides", "2.1 Tides", "“Tides”", "潮汐", "3D tides"}, []string{"tides", "2 tides", "—Tides", "Tides → winds", "= 2", ""}},
		{"no heading", OnlyLooksSo, []string{"Index Terms—tides", "Key words: tides", "3 May 2021", "May 3, 2021", "A 3"}, []string{"Keywords", "Tides of 2021"}},
	} {
		for _, text := range tt.yes {
			if !tt.is(text) {
				t.Errorf("%s: not %q", tt.name, text)
			}
		}
		for _, text := range tt.no {
			if tt.is(text) {
				t.Errorf("%s: %q", tt.name, text)
			}
		}
	}
}

func TestContradictNumbers(t *testing.T) {
	for _, tt := range []struct {
		headings []string
		levels   []int
		want     bool
	}{
		{[]string{"1 Tides", "1.1 Ebb", "2 Winds"}, []int{1, 2, 1}, false},
		{[]string{"1 Tides", "1.1 Ebb", "2 Winds"}, []int{1, 2, 3}, true},
		{[]string{"Tides", "A Ebb", "Winds"}, []int{1, 2, 3}, false},
	} {
		if got := ContradictNumbers(tt.headings, tt.levels); got != tt.want {
			t.Errorf("%q: %v", tt.headings, got)
		}
	}
}
