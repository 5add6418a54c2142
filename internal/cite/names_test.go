package cite

import (
	"testing"

	"etal/internal/article"
)

// nameTests are citations whose names differ from those that the list's entries begin with.
var nameTests = []struct{ name, entry, text, want string }{
	{"five initials", "Gunawardena AHLAN, Pearce DME. 2001. Aerenchyma. Planta 212:205–214.", "(Gunawardena and Pearce, 2001)", "(Gunawardena and Pearce, 2001)→1"},
	{"small initials", "Zou Lp, Sun Xh, Liu P (2011) Leaf rolling. Plant Physiol 156:1589–1602.", "Zou et al. (2011)", "Zou et al. (2011)→1"},
	{"a name that is a word", "Lee S, An G (2009) Iron in rice. Plant Cell Environ 32:408–416.", "(Lee and An 2009)", "(Lee and An 2009)→1"},
	{"particles", "de los Campos, G., and P. Pérez-Rodríguez, 2014. Regression. R package 1:1.", "de los Campos and Pérez-Rodríguez (2014)", "de los Campos and Pérez-Rodríguez (2014)→1"},
	{"co-workers", "Schriks, M., Roessig, J. M., & Murk, A. J. (2007). Thyroid. Toxicol. 23, 302–307.", "Schriks and co-workers (2007)", "Schriks and co-workers (2007)→1"},
	{"an acronym behind the name", "Food and Agriculture Organization of the United Nations, FAO, 2016. Balance Sheets.", "(FAO, 2016)", "(FAO, 2016)→1"},
	{"a firm without its form", "IBM Corp (2015) IBM SPSS statistics, version 23. IBM Corp, Armonk.", "(IBM 2015)", "(IBM 2015)→1"},
	{"a short form introduced", "National Tide Agency. (2016). Tide. NTA.", "(National Tide Agency [NTA], 2016), then (NTA, 2016)", "(National Tide Agency [NTA], 2016)→1 (NTA, 2016)→1"},
	{"a title", "Tide Tables. (2011). Harbour Press.", "(“Tide Tables,” 2011)", "(“Tide Tables,” 2011)→1"},
	{"two years", "Freud, S. (1953). Dreams (J. Strachey, Trans.). Penguin. (Original work published 1900)", "(Freud, 1900/1953), Freud ([1900] 1953)", "(Freud, 1900/1953)→1 Freud ([1900] 1953)→1"},
	{"accepted", "Wu, C., Jiang, P., and Fu, H. (accepted). Protoplasts. J. Appl. Phycol.", "(Wu et al., accepted)", "(Wu et al., accepted)→1"},
	{"letters that changed places", "Bomblies K, Weigel D. 2007. Hybrid necrosis. Nature 8:382–393.", "(Bombiles and Weigel 2007)", "(Bombiles and Weigel 2007)→1"},
	{"a slip, but another co-author", "Bomblies K, Weigel D. 2007. Hybrid necrosis. Nature 8:382–393.", "(Bombiles and Reed 2007; Bomblies and Weigel 2007)", "(Bombiles and Reed 2007; Bomblies and Weigel 2007)→1?Bombiles and Reed 2007"},
	{"a short name that is another's", "Smith K, Weigel D. 2007. Hybrid necrosis. Nature 8:382–393.", "(Smits and Weigel 2007; Smith and Weigel 2007)", "(Smits and Weigel 2007; Smith and Weigel 2007)→1?Smits and Weigel 2007"},
	{"a page that was read later", "RAO, P. Il mare. Milano: Adelphi, 2005. Ultimo accesso: 3 maggio 2020.", "(RAO, 2005)", "(RAO, 2005)→1"},
	{"a member that the list lacks", "Smith, J. (2019). Tides. Water, 1, 2–3.", "(Smith, 2019; Harbour Board, 2016; The Reed Report 2011), but (Ethiopia, 2015)", "(Smith, 2019; Harbour Board, 2016; The Reed Report 2011)→1?Harbour Board 2016?The Reed Report 2011"},
}

func TestNames(t *testing.T) {
	for _, tt := range nameTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(found(tt.text, []article.Span{{End: len(tt.text)}}, works(tt.entry))); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestInitialsTellApart(t *testing.T) {
	list := works(
		"Nguyen, T. B., Crounse, J. D., Teng, A. P. (2015). Oxidation. Phys. Chem. 17, 17914–17926.",
		"Nguyen, T. K. V., Capps, S. L., Carlton, A. G. (2015). Aerosols. Environ. Sci. 49, 7843–7850.",
	)
	for text, want := range map[string]string{
		"(T. B. Nguyen et al., 2015)":    "(T. B. Nguyen et al., 2015)→1",
		"(T. K. V. Nguyen et al., 2015)": "(T. K. V. Nguyen et al., 2015)→2",
		"(T. Nguyen et al., 2015)":       "(T. Nguyen et al., 2015)→|1,2",
		"(Nguyen T. K. et al., 2015)":    "(Nguyen T. K. et al., 2015)→2",
	} {
		if got := show(found(text, []article.Span{{End: len(text)}}, list)); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// A dash stands for the authors of the entry before, through several entries.
func TestRepeatedAuthors(t *testing.T) {
	list := works(`Lind, Cy. 1999. "The Tide Table." Journal of Tides 12: 40–60.`, `———. 2000. "Another Paper." Journal of Tides 13: 1–9.`,
		"———. 2001. Tides. London: Pen.", "Okoro, Ada. 2003a. Harbours. London: Pen.", "——. 2003b. Ports. London: Pen.", "------ (2005). Three. J. Tides, 1, 3.")
	text := "Lind (1999, 2000), (Lind, 2001; Okoro, 2003a, b) and Okoro (2005)"
	if got, want := show(found(text, []article.Span{{End: len(text)}}, list)), "Lind (1999, 2000)→1,2 (Lind, 2001; Okoro, 2003a, b)→3,4,5 Okoro (2005)→6"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestIsSlip(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"weigel", "weigel", false}, {"weigel", "weigl", true}, {"weigl", "weigel", true}, {"weigel", "weigul", true}, {"weigel", "wiegel", true},
		{"weigel", "weighel", true}, {"weigel", "weiger", true}, {"weigel", "eigel", true}, {"weigel", "weilge", false}, {"weigel", "wegl", false}, {"weigel", "reigen", false}, {"tides", "tdxes", false}, {"tides", "txies", false}, {"tides", "tide", true}, {"tides", "tid", false}, {"", "", false},
	} {
		if got := isSlip([]rune(tt.a), []rune(tt.b)); got != tt.want {
			t.Errorf("isSlip(%s, %s) = %v", tt.a, tt.b, got)
		}
	}
}
