package refstring

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/bib/refstring/token"
)

// located returns where a reference says that the work stands: volume, issue, pages, with a slash between them.
func located(text string) string {
	item := Parse(text)
	return item.Volume + "/" + item.Issue + "/" + item.Page
}

// TestLocators tells which numerals behind a title count what.
func TestLocators(t *testing.T) {
	for in, want := range map[string]string{
		"12, 3–9":                            "12//3-9",
		"12(4), 3–9":                         "12/4/3-9",
		"12(Suppl 4), 3–9":                   "12/Suppl 4/3-9",
		"6(WEBLA), 109:1–109:28":             "6/WEBLA/109:1-109:28",
		"6(Web Server issue), W53":           "6/Web Server issue/W53",
		"6(The Web Server of Towns), 53":     "//", // too long for a name
		"6(WEBLA) of towns":                  "//",
		"6(WEBLA), aac4716":                  "6/WEBLA/aac4716",
		"6(WEBLA), 109:1–108:28":             "6/WEBLA/109",
		"6, p. 109:1–109:28":                 "6//109:1-109:28",
		"57-6, p. 59":                        "57/6/59",
		"57-60, p. 59":                       "57-60//59",
		"16-18, p. 303–328":                  "16-18//303-328",
		"5.1: 26–41":                         "5/1/26-41",
		"12/3, p. 4":                         "12/3//4",
		"n° 60, p. 7":                        "60//7",
		"vol. 6, n° 60, p. 7":                "6/60/7",
		"n° 60":                              "/60/",
		"vol. 6, pp67-76":                    "6//67-76",
		"14, no. 3":                          "14/3/",
		"XII(3), 45":                         "XII/3/45",
		"voll. 2":                            "2//",
		"Band 12, Heft 3, S. 4–9":            "12/3/4-9",
		"12 (2014), 3–9":                     "12//3-9",
		"aac4716":                            "//",
		"vol. 3, Harbour Press, Lund, pp. 4": "3//4",
	} {
		if got := located("Okoro, B. (2014). Slow waves in cities. Town Science, " + in + "."); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// TestBracketsName tells which parentheses belong to the name before them.
func TestBracketsName(t *testing.T) {
	for in, want := range map[string]bool{
		"(PODC 2007)": true, "(OSDI ’99)": true, "(WAVE ATC 14)": true, "(Onward! 2019)": true, "(EMNLP-IJCNLP 2019)": true, "(Volume 1: Long Papers)": true,
		"(Volume 1)": false, "(Volume 1: long papers)": false, "(Vol. 3, Part 2)": false, "(March 2007)": false, "(Harbour Press 2007)": false, "(London 2007)": false,
		"(2007)": false, "(PODC)": false, "(PODC, Lund 2007)": false, "(of towns 2007)": false, "(PODC 2007": false, "[PODC 2007]": false,
	} {
		for before, known := range map[string]bool{"Proceedings of the Meeting ": true, "The Quiet Towns ": false} {
			p := refParser{t: token.Split(before + in)}
			k := 0
			for k < len(p.t) && !p.t[k].OneOf("([") {
				k++
			}
			if got := p.bracketsName(k); got != (want && (known || strings.Contains(in, ":"))) {
				t.Errorf("%s%s: %v", before, in, got)
			}
		}
	}
}

// TestIsSpecies tells the name of a species behind its common name from other italics of two words.
func TestIsSpecies(t *testing.T) {
	for in, want := range map[string]bool{
		"(|Turdus quietus|)": true, "the bird, |Turdus quietus|": true, "the |Turdus quietus|": false, "|Turdus quietus|": false, "bird, |Turdus|": false, "bird, |Turdus quietus minor|": false,
		"bird, |Turdus Quietus|": false, "bird, |turdus quietus|": false, "bird, |Journal quietus|": false, "bird, |Quiet journal|": false,
	} {
		parts := strings.Split(in, "|")
		from := len(token.Split(parts[0]))
		p := refParser{t: token.Split(strings.Join(parts, ""))}
		if got := p.isSpecies(from, from+len(token.Split(parts[1]))); got != want {
			t.Errorf("%s: %v", in, got)
		}
	}
}

// TestColonPlace tells a place before a colon and its publisher, unless either is known already.
func TestColonPlace(t *testing.T) {
	for in, want := range map[string]int{
		"London: Harbour": 0, "Slow waves. London: Harbour": 1, "London: Harbour, Linden, Ito": 0, "Slow waves: Harbour": -1, "London, Harbour": -1, "London: harbour": -1, "Slow: London: Harbour": -1, "London: Harbour. Linden": -1, "London": -1, "": -1,
	} {
		p := refParser{t: token.Split(in)}
		parts := p.segments(0, len(p.t))
		if got := p.colonPlace(parts, 0); got != want {
			t.Errorf("%s: segment %d, want %d", in, got, want)
		}
		p.item.Publisher = "Harbour"
		if got := p.colonPlace(parts, 0); got != -1 {
			t.Errorf("%s: segment %d with a publisher", in, got)
		}
		p.item.Publisher, p.item.PublisherPlace = "", "London"
		if got := p.colonPlace(parts, 0); got != -1 {
			t.Errorf("%s: segment %d with a place", in, got)
		}
	}
}

// TestReportNumber tells kinds of reports from other parentheses: genre, series and number.
func TestReportNumber(t *testing.T) {
	for in, want := range map[string]string{
		"Report 7506": "Report//7506", "Technical Report No. 12": "Technical Report//12", "RFC 3629": "/RFC/3629", "Tech. Rep. CS-12": "Tech. Rep//CS-12",
		"Harbour Working Paper No. 5": "Harbour Working Paper//5", "Report": "", "2nd ed.": "", "PODC 2007": "", "No. 12": "", "a report of 12 towns": "",
	} {
		p := refParser{t: token.Split(in)}
		got := ""
		if p.reportNumber(0, len(p.t)) {
			got = fmt.Sprintf("%s/%s/%s", p.item.Genre, p.item.Collection, p.item.Number)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// TestBorders tells where the container begins in what stands between date and numerals.
func TestBorders(t *testing.T) {
	for in, container := range map[string]string{
		"Slow waves in cities. Town Science":                       "Town Science",
		"Slow waves in cities, Town Science":                       "Town Science",
		"Slow waves in cities? Town Science":                       "Town Science",
		"Slow waves in cities, J. Town. Sci":                       "J. Town. Sci.",
		"Slow waves in cities. Quiet. Commun":                      "Quiet. Commun.",
		"Slow waves in cities: a survey. Town Science":             "Town Science",
		"Silence. Town Science":                                    "Town Science",
		"Slow waves, nets, and sleep. Town Science":                "Town Science",
		"Slow waves. Journal of Urban Acoustics: Sleep and Waves":  "Journal of Urban Acoustics: Sleep and Waves",
		"Slow waves. Journal of Sleep, Waves, and Towns":           "Journal of Sleep, Waves, and Towns",
		"Slow waves in Lund, Sweden. Town Science":                 "Town Science",
		"Slow waves of the WAVE. Town Science":                     "Town Science",
		"Slow waves in towns Phys. Proc":                           "Phys. Proc.",
		"Journal of Urban Acoustics":                               "Journal of Urban Acoustics",
		"J. Town. Acoust":                                          "J. Town. Acoust.",
		"Essays on Science and Faith":                              "Essays on Science and Faith",
		"Slow waves in towns, Proceedings of the Meeting on Towns": "Proceedings of the Meeting on Towns",
	} {
		if got := Parse("Okoro, B. (2014). " + in + ", 12, 3–9.").ContainerTitle; strings.TrimSuffix(got, ".") != strings.TrimSuffix(container, ".") {
			t.Errorf("%s: %q, want %q", in, got, container)
		}
	}
}

// TestImprint tells publisher and place of books.
func TestImprint(t *testing.T) {
	for in, want := range map[string]string{
		"London: Harbour Press":                  "Harbour Press|London",
		"Wavetown: Noise House":                  "Noise House|Wavetown",
		"Harbour Press":                          "Harbour Press|",
		"Harbour Press, London":                  "Harbour Press|London",
		"Maloine":                                "Maloine|",
		"Boston; Montreal: Linden & Ito":         "Linden & Ito|Boston; Montreal",
		"Springfield, Illinois: Harbour Press":   "Harbour Press|Springfield, Illinois",
		"Linden, Ito, and Company":               "Linden, Ito, and Company|",
		"2nd ed. Noise House":                    "Noise House|",
		"Harbour Associates, Inc.":               "Harbour Associates, Inc.|",
		"Teachers College, Wave University":      "Teachers College, Wave University|",
		"The Harbour National University, Lund":  "The Harbour National University|Lund",
		"Zenodo":                                 "Zenodo|",
		"The Noise House":                        "The Noise House|",
		"Edited by Anna Silva. London: Harbour":  "Harbour|London",
		"Translated by Anna Silva. Lund: Harbor": "Harbor|Lund",
	} {
		if short := Parse("Okoro, B. (2014). The quiet town at sea. " + in + "."); short.Title != "The quiet town at sea" {
			t.Errorf("%s: title %q", in, short.Title)
		}
		item := Parse("Okoro, B. (2014). The quiet town of waves. " + in + ".")
		if got := item.Publisher + "|" + item.PublisherPlace; got != want || item.Title != "The quiet town of waves" {
			t.Errorf("%s: %q of %q, want %q", in, got, item.Title, want)
		}
	}
}

// TestDates tells the date that stands behind the authors, and the words in its place.
func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"(2014)": "[[2014]]", "(2014, March)": "[[2014 3]]", "(2014, March 5)": "[[2014 3 5]]", "(5 March 2014)": "[[2014 3 5]]", "(2014a)": "[[2014]]", "2014.": "[[2014]]",
		"(2014/2015)": "[[2014]]", "2014 [1960].": "[[2014]]", "2000 (a).": "[[2000]]", "(in press)": "", "(n.d.)": "", "(forthcoming)": "", "(s. f.)": "",
	} {
		item := Parse("Okoro, B. " + in + " Slow waves in cities. Town Science, 12, 3–9.")
		got := ""
		if item.Issued != nil {
			got = fmt.Sprint(item.Issued.Parts)
		}
		if got != want || item.Title != "Slow waves in cities" {
			t.Errorf("%s: %s of %q, want %s", in, got, item.Title, want)
		}
	}
}

// TestTypes tells the type of a work by what it has.
func TestTypes(t *testing.T) {
	for in, want := range map[string]string{
		"Slow waves in cities. Town Science, 12, 3–9.":                                   "article-journal",
		"Slow waves in cities. Proceedings of the Wave Academy, 12, 3–9.":                "article-journal",
		"Slow waves in cities. In Proceedings of the Wave Meeting, 12, 3–9.":             "paper-conference",
		"Slow waves in cities. In Advances in Town Systems, Vol. 3, 3–9.":                "paper-conference",
		"Slow waves in cities. In Sleep and Towns (SST 2014), 3–9.":                      "paper-conference",
		"Slow waves in cities. In A. Silva (Ed.), Towns (pp. 3–9). Lund: Harbour Press.": "chapter",
		"Slow waves in cities. Lund: Harbour Press.":                                     "book",
		"Slow waves in cities (PhD thesis, University of Lagos).":                        "thesis",
		"Slow waves in cities (Report 12). Harbour Press.":                               "report",
		"Slow waves in cities (ISO 8601). Harbour Press.":                                "standard",
		"Slow waves in cities. Zenodo. https://doi.org/10.5555/zenodo.1":                 "document",
		"Slow waves in cities. arXiv:1401.01234.":                                        "article",
		"Slow waves in cities. https://example.org/waves":                                "webpage",
		"Slow waves in cities. quiet-island.net. https://quiet-island.net/waves":         "webpage",
		"Slow waves in cities. Town Hub. https://example.org/waves":                      "webpage",
		"Slow waves in cities. Journal of Towns. https://example.org/waves":              "article-journal",
		"Slow waves in cities. Town Hub. https://doi.org/10.5555/1":                      "article-journal",
		"Slow waves in cities":                                "document",
		"Slow waves in cities. Conference on Towns, 4–9.":     "paper-conference",
		"Slow waves in cities. Phys. Conf. Ser. 12 (3), 4–9.": "article-journal",
	} {
		if got := Parse("Okoro, B. (2014). " + in).Type; got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// An issue may stand before its volume if its number is below and shorter.
func TestIsSmaller(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{{"3", "12", true}, {"12", "113", true}, {"12", "3", false}, {"3", "4", false}, {"123", "1234", false}, {"7", "07", false}, {"x", "12", false}, {"3", "xii", false}} {
		if got := isSmaller(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s: %v", tt.a, tt.b, got)
		}
	}
}

// A part has an imprint if a publisher follows a known place and a colon.
func TestHasImprint(t *testing.T) {
	for in, want := range map[string]bool{"Waves of Towns, London: Quay Press": true, "Waves of Towns, London, Quay Press": false, "Waves: Quay Press": false, "London": false, "London: Quay, Hull": false} {
		p := &refParser{t: token.Split(in)}
		if got := p.hasImprint(0, len(p.t)); got != want {
			t.Errorf("%s: %v", in, got)
		}
	}
}
