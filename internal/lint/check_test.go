package lint_test

import (
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/lint"
	"etal/internal/read"
	"etal/internal/safe"
)

const (
	numbered = "\n\n## References\n\n1. Oke, B. (1950). Wheels of the north. Tides, 1(2), 3–4.\n2. Lind, C. (1961). Waves at night. Tides, 2(2), 8.\n3. Wren, A. (1970). Carts and horses. Tides, 9, 9.\n"
	named    = "\n\n## References\n\nLind, C. (1961). Waves at night. Tides, 2(2), 8.\n\nMoor, D. (2016). North. Water, 11, 1.\n\nMoor, E. (2016). South. Water, 11, 9.\n"
)

var checkTests = []struct{ name, text, want string }{
	{"clean", "One [1], two [2], all [1-3]." + numbered, ""},
	{"missing", "One [1], two [2], all [1-3] and [7]." + numbered, "[7]: the list has no 7"},
	{"uncited", "One [1], two [2]." + numbered, "reference 3: nothing cites it"},
	{"out of order", "Two [2], one [1], three [3]." + numbered, "[2]: 2 is mentioned before 1"},
	{"out of order at first", "Two [2], one [1], two [2], three [3]." + numbered, "[2]: 2 is mentioned before 1"},
	{"footnotes that are works have no order", "One[^b], two[^a].\n\n[^a]: Oke, B. (1950). Wheels of the north. Tides, 1, 2.\n[^c]: Wren, A. (1970). Carts. Tides, 9, 9.\n[^b]: Lind, C. (1961). Waves at night. Tides, 2, 8.\n", ""},
	{"authors and years have no order", "(Lind, 1961), (Oke, 1950) and Wren (1970)" + numbered, ""},
	{"superscripts that lost their formatting have none that is sure", "Their waterfalls2,3 rise, and oceans too.1" + numbered, ""},
	{"raised numbers have", "Two², one¹, three³." + numbered, "²: 2 is mentioned before 1"},
	{"gap", "One [1], two [2], three [3], five [5]." + numbered + "5. Reed, F. (1980). Banks of sand. Tides, 7, 7.\n", "reference 5: the list goes from 3 to 5"},
	{"twice", "One [1], two [2], three [3], four [4]." + numbered + "4. Oke, B. (1950). Wheels of the north. *Tides*, 1(2), 3–4.\n", "reference 4: the same work as 1"},
	{"another year", "(Lind, 1962), (D. Moor, 2016; E. Moor, 2016), (Lind, 1961)" + named, "(Lind, 1962): the list has no Lind 1962, but Lind 1961"},
	{"ambiguous", "(Lind, 1961), (Moor, 2016)" + named, "(Moor, 2016): may be any of the references 2, 3"},
	{"malformed", "One [1].\n\n## References\n\n1. Oke, B. (1950). Wheels. Tides, 1. doi:11.1/x https://exa..mple.org/ http:/b.org\n",
		`reference 1: malformed DOI "11.1/x"|reference 1: malformed URL "https://exa..mple.org/"|reference 1: malformed URL "http:/b.org"`},
	{"years by an author of many works", "(Lind, 1961; D. Moor, 2016; E. Moor, 2016), (Moor, 2015)" + named, "(Moor, 2015): the list has no Moor 2015, but Moor 2016"},
	{"sorted by author", "Three [3], one [1], two [2]." + "\n\n## References\n\n1. Lind, C. (1961). Waves at night. Tides, 2(2), 8.\n2. Oke, B. (1950). Wheels of the north. Tides, 1(2), 3–4.\n3. Wren, A. (1970). Carts and horses. Tides, 9, 9.\n", ""},
	{"the same DOI", "One [1], two [2]." + "\n\n## References\n\n1. Oke, B. (1950). Wheels. Tides, 1. doi:10.5555/A\n2. Lind, C. (1961). Waves. Tides, 2. doi:10.5555/a\n", "reference 2: the same work as 1"},
	{"a list alone", "# References\n\n1. Oke, B. (1950). Wheels. Tides, 1.\n2. Lind, C. (1961). Waves. Tides, 2.\n", ""},
	{"an entry that stands for another is not cited", "One[^1], two[^2].\n\n[^1]: Oke, B. (1950). Wheels. Tides.\n[^2]: Ibid., 3.\n", ""},
	{"after the last of several", "One [1], three and two [3, 2]." + numbered, ""},
	{"labels that are not places", "Four [4], three [3], five [5]." + strings.NewReplacer("1. ", "3. ", "2. ", "4. ", "3. ", "5. ").Replace(numbered), "[4]: 4 is mentioned before 3"},
	{"too many works by an author", "(Lind, 1961; D. Moor, 2016; E. Moor, 2016; Moor, 2017; Moor, 2018; Moor, 2019), (Moor, 2015)" + named +
		"\nMoor, E. (2017). East. Water, 1, 1.\n\nMoor, E. (2018). West. Water, 2, 2.\n\nMoor, E. (2019). Below. Water, 3, 3.\n", "(Moor, 2015): the list has no Moor 2015"},
	{"sorted, by few authors", "Three [3], one [1], two [2]." + "\n\n## References\n\n1. Lind, C. (1961). Waves at night. Tides, 2(2), 8.\n2. Lind, C. (1962). Wheels of the north. Tides, 1(2), 3–4.\n3. Lind, C. (1970). Carts and horses. Tides, 9, 9.\n", ""},
	{"URLs", "One [1].\n\n## References\n\n1. Oke, B. (1950). Wheels. Tides, 1. https://a.org/x, http://b.org; (https://c.example.org/y). htp://d.org/ ftps://e.org\n", `reference 1: malformed URL "htp://d.org/"`},
	{"the same short title", "One [1], two [2]." + "\n\n## References\n\n1. Oke, B. (1950). An introduction. Tides, 1, 1.\n2. Oke, B. (1950). An introduction. Tides, 1, 1.\n", ""},
	{"the same title of three words", "One [1], two [2]." + "\n\n## References\n\n1. Lind, C. (1961). Waves at night. Tides, 2, 8.\n2. Lind, C. (1961). Waves at night. Tides, 2, 8.\n", "reference 2: the same work as 1"},
	{"the same title in another year, volume, by another", "One [1], two [2], three [3], four [4]." + "\n\n## References\n\n1. Oke, B. (1950). Wheels of the north. Tides, 1, 1.\n2. Oke, B. (1951). Wheels of the north. Tides, 1, 1.\n" +
		"3. Oke, B. (1950). Wheels of the north. Tides, 2, 1.\n4. Lind, B. (1950). Wheels of the north. Tides, 1, 1.\n", ""},
}

func TestCheck(t *testing.T) {
	for _, tt := range checkTests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := read.Read("a.md", []byte("# Title\n\n"+tt.text))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range lint.Check(a) {
				got = append(got, p.Message)
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("\n got %s\nwant %s", s, tt.want)
			}
		})
	}
}

func TestCheckNumbers(t *testing.T) {
	for labels, want := range map[string]string{
		"1 2 3": "", "2 3 4": "", "1 2 2": "reference 2: there are two of this number", "1 1 2": "reference 1: there are two of this number",
		"1 3 4": "reference 3: the list goes from 1 to 3", "1 a 3": "", "1 2 a": "", "2 1": "",
	} {
		a := &article.Article{}
		for i, label := range strings.Fields(labels) {
			a.References = append(a.References, article.Reference{Number: i + 1, Label: safe.New(label)})
		}
		var got []string
		for _, p := range lint.Check(a) {
			got = append(got, p.Message)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s: got %q, want %q", labels, s, want)
		}
	}
}

// A citation that may be one work only is in doubt, too.
func TestCheckDoubt(t *testing.T) {
	a := &article.Article{References: []article.Reference{{Number: 1, Label: safe.New("a7")}}, Citations: []article.Citation{{Text: safe.New("(Oke)"), Ambiguous: []int{1}}}}
	if got := lint.Check(a); len(got) != 1 || got[0].Message != "(Oke): may be any of the references a7" {
		t.Errorf("%v", got)
	}
}

// An author that the list does not have is no reason to name others.
func TestCheckUnknownAuthor(t *testing.T) {
	a := &article.Article{Citations: []article.Citation{{Text: safe.New("(Oke, 1950)"), Missing: []string{"Oke 1950"}}}}
	if got := lint.Check(a); len(got) != 1 || got[0].Message != "(Oke, 1950): the list has no Oke 1950" {
		t.Errorf("%v", got)
	}
}

func FuzzCheck(f *testing.F) {
	for _, tt := range checkTests {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := read.Read("a.md", []byte(text))
		if err != nil {
			return
		}
		last := 0
		for _, p := range lint.Check(a) {
			if p.Start < last || p.End > a.Body.Len() || p.Message == "" {
				t.Errorf("%v after %d: %q", p.Span, last, p.Message)
			}
			last = p.Start
		}
	})
}

// Two entries of one key are both listed, and reported in the second's line.
func TestCheckKeys(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"a.bib":  {"@book{oke, title={A}}\n\n@book{lind, title={B}}\n@book{oke, title={C}}\n@book{Oke, title={D}}\n", "key oke: also that of the entry in line 1"},
		"a.json": {`[{"id":"oke","type":"book","title":"A"},{"id":"oke","type":"book","title":"B"},{"type":"book","title":"C"},{"type":"book","title":"D"}]`, "key oke: also that of reference 1"},
	} {
		a, err := read.Read(name, []byte(tt.text))
		if err != nil || len(a.References) != 4 {
			t.Fatalf("%s: %v, %d references", name, err, len(a.References))
		}
		problems := lint.Check(a)
		if len(problems) != 1 || problems[0].Message != tt.want {
			t.Fatalf("%s: %v, want %s", name, problems, tt.want)
		}
		if line, column, ok := (read.Reader{}).Locator(a, []byte(tt.text)).Find(problems[0].Start); name == "a.bib" && (line != 4 || column != 1 || !ok) {
			t.Errorf("%s: line %d, column %d, %v", name, line, column, ok)
		}
	}
}
