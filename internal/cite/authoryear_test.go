package cite

import (
	"strings"
	"testing"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/safe"
)

// works makes an unnumbered list of references out of their texts.
func works(texts ...string) []article.Reference {
	var refs []article.Reference
	for i, text := range texts {
		refs = append(refs, article.Reference{Number: i + 1, Text: safe.New(text)})
	}
	return refs
}

// shelf is the list that the tests cite.
func shelf() []article.Reference {
	return works(
		"Smith, J. (2019). Tides. Water, 1, 2–3.",                                // 1
		"Smith, J., & Jones, K. (2019). Waves. Water, 1, 4–5.",                   // 2
		"Jones, K., Smith, J., & van der Berg, L. (2004). Dikes. Water, 2, 6–7.", // 3
		"Jones, K., Oke, B., & Lind, C. (2006a). Locks. Water, 3, 1–9.",          // 4
		"Jones, K., Oke, B., & Lind, C. (2006b). Sluices. Water, 3, 10–19.",      // 5
		"O’Néill-Größe, P. (1998). Sand. Water, 4, 3.",                           // 6
		"World Health Organization. (2010). Drinking water. Geneva: WHO Press.",  // 7
		"van der Berg, L. (2012). Polders. Water, 9, 1.",                         // 8
		"Lee, A., & Lee, B. (2015). Harbours. Water, 10, 1.",                     // 9
		"Moor, D. (2016). North. Water, 11, 1.",                                  // 10
		"Moor, E. (2016). South. Water, 11, 9.",                                  // 11
		"Reed, F. (n.d.). Banks. Water.",                                         // 12
		"Wren, G. (in press). Floods. Water.",                                    // 13
	)
}

var authorYearTests = []struct{ name, text, want string }{
	{"in parentheses", "rises (Jones et al., 2004).", "(Jones et al., 2004)→3"},
	{"several", "rises (Jones et al. 2004; O'Neill-Grosse 1998).", "(Jones et al. 2004; O'Neill-Grosse 1998)→3,6"},
	{"divided by commas", "rises (O’Néill-Größe 1998, Jones et al. 2004).", "(O’Néill-Größe 1998, Jones et al. 2004)→6,3"},
	{"the same twice, for the two works that it names", "rises (Lee & Lee 2015; Moor 2016; Moor 2016).", "(Lee & Lee 2015; Moor 2016; Moor 2016)→9,10,11"},
	{"the same twice, but not in one parenthesis", "rises (Moor 2016) and (Moor 2016).", "(Moor 2016)→|10,11 (Moor 2016)→|10,11"},
	{"the same twice, in the sentence", "as Moor 2016 and Moor 2016 held", "Moor 2016→|10,11 Moor 2016→|10,11"},
	{"narrative", "as Jones et al. (2004) held", "Jones et al. (2004)→3"},
	{"of one author, of two", "Smith (2019) and Smith and Jones (2019)", "Smith (2019)→1 Smith and Jones (2019)→2"},
	{"an ampersand", "(Smith & Jones, 2019)", "(Smith & Jones, 2019)→2"},
	{"all three named", "(Jones, Smith, & van der Berg, 2004)", "(Jones, Smith, & van der Berg, 2004)→3"},
	{"letters", "(Jones et al., 2006a, b) and Jones et al. (2006b)", "(Jones et al., 2006a, b)→4,5 Jones et al. (2006b)→5"},
	{"several years", "Jones et al. (2004, 2006a; see also 2006b)", "Jones et al. (2004, 2006a; see also 2006b)→3,4,5"},
	{"without its letter it may be either", "Jones et al. (2006)", "Jones et al. (2006)→|4,5"},
	{"two people of a name", "(Moor, 2016)", "(Moor, 2016)→|10,11"},
	{"told apart by initials", "(D. Moor 2016) and (Moor E. 2016)", "(D. Moor 2016)→10 (Moor E. 2016)→11"},
	{"particles", "(van der Berg 2012) and Van der Berg's (2012) polders", "(van der Berg 2012)→8 Van der Berg's (2012)→8"},
	{"an organisation and its short name", "(World Health Organization, 2010; WHO 2010)", "(World Health Organization, 2010; WHO 2010)→7,7"},
	{"words before it", "(e.g., Smith 2019; see also, for dikes, Jones et al. 2004)", "(e.g., Smith 2019; see also, for dikes, Jones et al. 2004)→1,3"},
	{"emphasised", "(Jones *et al.*, 2004)", "(Jones et al., 2004)→3"},
	{"without parentheses", "in Jones et al., 2004, too", "Jones et al., 2004→3"},
	{"an emphasised letter", "Jones *et al.* (2006*a*) and (Jones *et al.*, 2006*a*, *b*), in **2004** a", "Jones et al. (2006a)→4 (Jones et al., 2006a, b)→4,5"},
	{"an emphasised letter after a nought", "WHO (2010*a*)", "WHO (2010a)→7"},
	{"over a line's end", "(Jones et\nal., 2004)", "(Jones et al., 2004)→3"},
	{"other tongues", "(Jones u. a. 2004; Jones y cols., 2004; Smith und Jones 2019)", "(Jones u. a. 2004; Jones y cols., 2004; Smith und Jones 2019)→3,3,2"},
	{"others in other languages", "(Jones et coll. 2004), (Jones m. fl. 2004), (Jones e outros, 2004), (Smith og Jones 2019)", "(Jones et coll. 2004)→3 (Jones m. fl. 2004)→3 (Jones e outros, 2004)→3 (Smith og Jones 2019)→2"},
	{"names that begin like a month", "(Mayer et al. 2018), (Theroux and Oke 2018), (May and June 2018)", "(Mayer et al. 2018)→?Mayer et al. 2018 (Theroux and Oke 2018)→?Theroux and Oke 2018"},
	{"behind another author of the list", "as Jones, Smith (2019) and Jones K., Smith (2019) have it, but Tides, Smith (2019)", "Smith (2019)→?Smith 2019 Smith (2019)→?Smith 2019 Smith (2019)→1"},
	{"behind a word that joins names", "Oke and Smith (2019), Tides & Smith (2019), moon and Smith (2019)", "Oke and Smith (2019)→?Oke and Smith 2019 Tides & Smith (2019)→?Tides & Smith 2019 Smith (2019)→1"},
	{"behind a given name", "Donna E. Moor (2016), E. Moor (2016)", "Moor (2016)→|10,11 Moor (2016)→11"},
	{"a son", "(Smith Jr., 2019), (Smith III, 2019)", "(Smith Jr., 2019)→1 (Smith III, 2019)→1"},
	{"both of one name", "(Lee and Lee 2015)", "(Lee and Lee 2015)→9"},

	{"a letter that no entry has", "(Jones et al. 2006q)", "(Jones et al. 2006q)→?2006q"},

	{"another year", "(Smith, 2018)", "(Smith, 2018)→?Smith 2018"},
	{"a work that the list lacks", "(Oke and Smith 2019; Jones et al., 2004) and Berg et al. (1999a)", "(Oke and Smith 2019; Jones et al., 2004)→3?Oke and Smith 2019 Berg et al. (1999a)→?Berg et al. 1999a"},
	{"a word that begins like no date", "Wren was in pressure, as Wren (accepted) and Wren in presses", "Wren (accepted)→13"},
	{"no date, not yet out", "(Reed, n.d.; Wren, in press; Wren forthcoming)", "(Reed, n.d.; Wren, in press; Wren forthcoming)→12,13,13"},
	{"no work", "(Ethiopia, 2015), in May 2018, Windows 2000, (Jan and Feb 2019)", ""},
	{"a year alone", "in 2019, (2004), since 1998", ""},
	{"other words before the year", "Smith was born in 2019", ""},
}

func TestAuthorYears(t *testing.T) {
	for _, tt := range authorYearTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(newAuthorYears(shelf()).find(tt.text, []article.Span{{Start: 0, End: len(tt.text)}})); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

// The text decides how a list is cited, not whether its entries are numbered.
func TestNumberedListsCitedByYears(t *testing.T) {
	tides := func(labels string) []article.Reference {
		refs := works("Smith, J. (2019). Tides. Water, 1, 2.", "Oke, B. (2004). Ebb. Water, 1, 3.", "Lind, C. (2006). Waves. Water, 2, 3.",
			"Wren, D. (2007). Nets. Water, 2, 9.", "Rao, E. (2008). Boats. Water, 3, 1.", "Moor, F. (2009). Sand. Water, 4, 1.")
		for i, l := range strings.Fields(labels) {
			refs[i].Label = safe.New(l)
		}
		return refs
	}
	const numbered = "1 2 3 4 5 6"
	for _, tt := range []struct{ name, labels, text, want string }{
		{"by years", numbered, "Tides (Smith 2019; Oke, 2004), as Lind (2006) held", "(Smith 2019; Oke, 2004)→1,2 Lind (2006)→3"},
		{"in both styles", numbered, "Tides (Smith 2019; Oke, 2004) [3, 4] and ebb [5]", "(Smith 2019; Oke, 2004)→1,2 [3, 4]→3,4 [5]→5"},
		{"once, and otherwise by numbers", numbered, "Smith (2019) [1] and Oke [2] or Lind [3]", "[1]→1 [2]→2 [3]→3"},
		{"once, and not by numbers", numbered, "Smith (2019) and a value of 5", ""},
		{"raised numbers and years", numbered, "Tides^1,2^ (Smith 2019) and ebb^3,4^, or (Moor, 2009) at last^5^", "1,2→1,2 (Smith 2019)→1 3,4→3,4 (Moor, 2009)→6 5→5"},
		{"labelled with words", "Sm19 Oke04 Lin06 Wre07 Rao08 Moo09", "Tides (Smith 2019; Oke, 2004) [Lin06]", "(Smith 2019; Oke, 2004)→1,2 [Lin06]→3"},
		{"by the numbers of a list without", "", "Smith (2019) said [1], Oke too [2, 3], and [4–6]", "[1]→1 [2, 3]→2,3 [4–6]→4,5,6"},
		{"numbers that are no citations of a list without", "", "Tides (Smith 2019; Oke, 2004) rose by [1] to [2]", "(Smith 2019; Oke, 2004)→1,2"},
		{"neither", numbered, "Tides rise in 2019 and in 2004", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(found(tt.text, []article.Span{{End: len(tt.text)}}, tides(tt.labels))); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func FuzzAuthorYears(f *testing.F) {
	for _, tt := range authorYearTests {
		f.Add(tt.text)
	}
	refs := newAuthorYears(shelf())
	f.Fuzz(func(t *testing.T, text string) {
		text = safe.New(text).String()
		end := 0
		for _, c := range refs.find(text, []article.Span{{Start: 0, End: len(text)}}) {
			if c.Start < end || c.End > len(text) || c.Start >= c.End {
				t.Fatalf("spans overlap or leave the text: %v after %d", c.Span, end)
			}
			end = c.End
			if !utf8.ValidString(text[c.Start:c.End]) || len(c.Candidates())+len(c.Missing) == 0 {
				t.Fatalf("%q names %v", text[c.Start:c.End], c.Candidates())
			}
		}
	})
}

// An entry that does not name all authors has more than it names.
func TestUnnamedAuthors(t *testing.T) {
	list := works(
		"Abbott, B. P., Abbott, R., Abbott, T. D., et al. (2017a). An inspiral. Letters, 1, 2.",
		"Abbott, B. P., Abbott, R., u. a. (2017b). Its light. Journal, 3, 4.",
		"Quist, A., ... (2001). A mole. Water, 1, 1.",
	)
	text := "(Abbott et al., 2017a), (Abbott u. a., 2017b) and Quist et al. (2001)"
	want := "(Abbott et al., 2017a)→1 (Abbott u. a., 2017b)→2 Quist et al. (2001)→3"
	if got := show(newAuthorYears(list).find(text, []article.Span{{End: len(text)}})); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// The fields of a reference may lack an author whom it prints.
func TestUnparsedAuthors(t *testing.T) {
	item := bib.Item{Author: []bib.Name{{Family: "Smith", Given: "J."}}, Issued: &bib.Date{Parts: [][]int{{2019}}}}
	list := []article.Reference{{Number: 1, Item: &item, Text: safe.New("Smith J, Oke B, de Vries C. 2019. Tides. Water 1:2.")}}
	for text, want := range map[string]string{
		"(Smith and Oke, 2019)":           "(Smith and Oke, 2019)→1",
		"(Smith, Oke and de Vries, 2019)": "(Smith, Oke and de Vries, 2019)→1",
		"(Smith and Lind, 2019)":          "",
		"(Smith and Vri, 2019)":           "",
	} {
		if got := show(found(text, []article.Span{{End: len(text)}}, list)); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// Letters are letters of any script, and a name may have none at all.
var foreignNameTests = []struct {
	name, family, given, text, want string
}{
	{"no letter in the given name", "Smith", ".", "As Smith (2019) said", "Smith (2019)→1"},
	{"no given name", "Smith", "", "(J. Smith, 2019)", "(J. Smith, 2019)→1"},
	{"signs before the given name", "Smith", "(‘Jo’)", "J. Smith (2019), A. Smith (2019)", "Smith (2019)→1 Smith (2019)→?Smith 2019"},
	{"no letter in the family name", ".", "J.", "Smith, and (2019), J. . (2019)", ""},
	{"no letter in either", "–", "…", "So – (2019) – held Smith and – (2019)", ""},
	{"Cyrillic initial before", "Петров", "Иван", "Как писал И. Петров (2019)", "Петров (2019)→1"},
	{"Cyrillic initial behind", "Петров", "И.", "(Петров И., 2019; Петров А., 2019)", "(Петров И., 2019; Петров А., 2019)→1?Петров А. 2019"},
	{"another’s Cyrillic initial", "Петров", "Иван", "А. Петров (2019), И. Петров (2019)", "Петров (2019)→?Петров 2019 Петров (2019)→1"},
	{"Greek", "Παπαδόπουλος", "Ηλίας", "(Η. Παπαδοπουλος, 2019), Α. Παπαδόπουλος (2019)", "(Η. Παπαδοπουλος, 2019)→1 Παπαδόπουλος (2019)→?Παπαδόπουλος 2019"},
	{"an initial with an accent", "Moor", "Émile", "E. Moor (2019), É. Moor (2019), A. Moor (2019)", "Moor (2019)→1 Moor (2019)→1 Moor (2019)→?Moor 2019"},
	{"an initial that is folded to two letters", "Berg", "Ægir", "Æ. Berg (2019), (Berg Æ., 2019), O. Berg (2019)", "Berg (2019)→1 (Berg Æ., 2019)→1 Berg (2019)→?Berg 2019"},
	{"full-width signs", "李四", "", "如（李四，2019；李四，2019）和李四（2019）说", "（李四，2019；李四，2019）→1,1 李四（2019）→1"},
	{"Hangul", "김", "민수", "(김, 2019), (강, 2019)", "(김, 2019)→1"},
}

func TestForeignNames(t *testing.T) {
	for _, tt := range foreignNameTests {
		t.Run(tt.name, func(t *testing.T) {
			item := bib.Item{Author: []bib.Name{{Family: tt.family, Given: tt.given}}, Issued: &bib.Date{Parts: [][]int{{2019}}}}
			list := []article.Reference{{Number: 1, Item: &item}}
			if got := show(found(tt.text, []article.Span{{End: len(tt.text)}}, list)); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

// A name can be anything, also what no reader of bibliographies understands.
func FuzzNames(f *testing.F) {
	for _, tt := range foreignNameTests {
		f.Add(tt.family, tt.given, tt.text)
	}
	f.Fuzz(func(t *testing.T, family, given, text string) {
		text = safe.New(text).String()
		item := bib.Item{Author: []bib.Name{{Family: family, Given: given}}, Issued: &bib.Date{Parts: [][]int{{2019}}}}
		list := []article.Reference{{Number: 1, Item: &item, Text: safe.Line(family + ", " + given + " (2019).")}}
		for _, c := range found(text, []article.Span{{End: len(text)}}, list) {
			if !utf8.ValidString(text[c.Start:c.End]) {
				t.Errorf("span cuts a rune: %q", text[c.Start:c.End])
			}
		}
	})
}
