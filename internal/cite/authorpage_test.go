package cite

import (
	"strings"
	"testing"

	"etal/internal/article"
)

// shelfByPage is a list without numbers as the MLA has it.
func shelfByPage() []article.Reference {
	return works(
		"\"Harbour Songs.\" Tide Quarterly, vol. 3, no. 1, 1990, pp. 1-9.",    // 1
		"Lind, Cy. Another Book of Water. Pen, 2000.",                         // 2
		"---. \"Tide and Time.\" Journal of Tides, vol. 12, 1999, pp. 10-20.", // 3
		"Okoro, Ada. Harbours of the North. Pen, 2003.",                       // 4
		"Tide. Directed by A. Rao, Pen Films, 1987.",                          // 5
		"Wren, Dee, and Emil Oke. The Shore. Pen, 1985.",                      // 6
		"Ordnance Survey. Scale and Its Uses. Ordnance Survey, 1970.",         // 7
		"Table Manners of Old. Pen, 1971.",                                    // 8
		"Boone, Anna. Snow. Pen, 1972.",                                       // 9
		"Boone, Bea. Ice. Pen, 1973.",                                         // 10
	)
}

// enough are two marks, so that the style is believed.
const enough = " (Okoro 1) (Wren and Oke 2)"

var authorPageTests = []struct{ name, text, want string }{
	{"an author and a page", "often (Okoro 23).", "(Okoro 23)→4"},
	{"pages", "(Okoro 23-25), (Okoro, 3, 7–9), (Okoro p. 4), (Okoro xii)", "(Okoro 23-25)→4 (Okoro, 3, 7–9)→4 (Okoro p. 4)→4 (Okoro xii)→4"},
	{"two authors", "(Wren and Oke 5)", "(Wren and Oke 5)→6"},
	{"one of several works by its title", "(Lind, \"Tide\" 12) (Lind, Another 3) (Lind, *Another Book* 3)", "(Lind, \"Tide\" 12)→3 (Lind, Another 3)→2 (Lind, Another Book 3)→2"},
	{"any of several works", "(Lind 12)", "(Lind 12)→|2,3"},
	{"several works", "(Wren and Oke 5; Lind, Another 3)", "(Wren and Oke 5; Lind, Another 3)→6,2"},
	{"a title, and with an article", "(\"Harbour Songs\" 3) (*Shore* 4) (\"The Shore\" 4)", "(\"Harbour Songs\" 3)→1 (Shore 4)→6 (\"The Shore\" 4)→6"},
	{"words before", "(qtd. in Wren and Oke 9) (see Okoro 4) (cf. Okoro 5)", "(qtd. in Wren and Oke 9)→6 (see Okoro 4)→4 (cf. Okoro 5)→4"},
	{"pages behind a sentence", "It rose. As Okoro writes, it is slow (24). Oke's view differs.", "(24)→4"},
	{"the author named last", "Okoro, unlike Lind, thinks so (45-47).", "(45-47)→|2,3"},
	{"an author of the sentence before", "Okoro writes. It is slow (24).", ""},
	{"a title and an author without pages", "(Tide) (Okoro) (Harbour)", "(Tide)→5 (Okoro)→4"},
	{"acts, lines, chapters, volumes", "(Okoro 2.1.15-17) (Okoro, lines 3-4) (Okoro, ch. 3, par. 5) (Okoro vol. 2: 33) (Okoro 2: 33)",
		"(Okoro 2.1.15-17)→4 (Okoro, lines 3-4)→4 (Okoro, ch. 3, par. 5)→4 (Okoro vol. 2: 33)→4 (Okoro 2: 33)→4"},
	{"in other languages", "(vgl. Okoro 23) (Okoro 23f.) (Wren/Oke S. 23 ff.) (voir Okoro 5)", "(vgl. Okoro 23)→4 (Okoro 23f.)→4 (Wren/Oke S. 23 ff.)→6 (voir Okoro 5)→4"},
	{"initials tell two authors", "(A. Boone 3) (B. Boone 4) (C. Boone 5)", "(A. Boone 3)→9 (B. Boone 4)→10"},
	{"a body of two words", "(Ordnance Survey 44)", "(Ordnance Survey 44)→7"},
	{"numbers of other things", "Okoro says so (Table 2) (Figure 3) (n 5) (Kap. 3) (2.1) (Day 3)", ""},
	{"a year is no page", "Okoro wrote (1998), (Okoro 2003)", ""},
	{"others than the list has", "(Reed 12) (Okoro 5; Reed 12) (Okoro and Lind 7) (Lind, Rims 3)", ""},
	{"what is no mark", "f(Okoro) is (see below) (12 of 30) (n = 3) ((Okoro 3))", "(Okoro)→4 (Okoro 3)→4"},
}

func TestAuthorPages(t *testing.T) {
	for _, tt := range authorPageTests {
		t.Run(tt.name, func(t *testing.T) {
			text := tt.text + "\n\nSo." + enough
			prose := []article.Span{{Start: 0, End: len(tt.text)}, {Start: len(tt.text) + 2, End: len(text)}}
			got := strings.TrimSpace(strings.TrimSuffix(show(found(text, prose, shelfByPage())), "(Okoro 1)→4 (Wren and Oke 2)→6"))
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// A text with one such mark, or with a numbered list, has another style.
func TestAuthorPagesBelieved(t *testing.T) {
	for _, tt := range []struct {
		text string
		list []article.Reference
		want string
	}{
		{"so (Okoro 3).", shelfByPage(), ""},
		{"so (Okoro 3) (Okoro 4).", shelfByPage(), ""},
		{"so (Okoro 3) (Lind 4).", shelfByPage(), "(Okoro 3)→4 (Lind 4)→|2,3"},
		{"so (Smith 3) (Jones 4).", upTo(3), ""},
	} {
		if got := show(found(tt.text, []article.Span{{End: len(tt.text)}}, tt.list)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.text, got, tt.want)
		}
	}
}
