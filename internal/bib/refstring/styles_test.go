package refstring

import (
	"strconv"
	"strings"
	"testing"

	"etal/internal/bib"
)

// A styleTest is one work as the styles of many publishers print it.
type styleTest struct {
	work   map[string]string // its fields, in small letters, as plainFields gives them
	prints []stylePrint
}

// A stylePrint is a work in one style. A style may leave a field out, or print it otherwise.
type stylePrint struct {
	style, in string
	differs   map[string]string
}

// The persons and works are invented.
var styleTests = map[string]styleTest{
	"article": {
		work: map[string]string{"type": "article-journal", "author": "okoro b, linden j", "year": "2014", "title": "slow waves in sleeping cities",
			"container": "journal of urban acoustics", "volume": "12", "issue": "3", "page": "45-67", "doi": "10.5555/jua.2014.45"},
		prints: []stylePrint{
			{"APA", `Okoro, B. C., & Linden, J. P. (2014). Slow waves in sleeping cities. Journal of Urban Acoustics, 12(3), 45–67. https://doi.org/10.5555/jua.2014.45`, nil},
			{"MLA", `Okoro, Beatrice C., and Joost P. Linden. “Slow Waves in Sleeping Cities.” Journal of Urban Acoustics, vol. 12, no. 3, 2014, pp. 45–67, https://doi.org/10.5555/jua.2014.45.`, nil},
			{"Chicago, author–date", `Okoro, Beatrice C., and Joost P. Linden. 2014. “Slow Waves in Sleeping Cities.” Journal of Urban Acoustics 12 (3): 45–67. https://doi.org/10.5555/jua.2014.45.`, nil},
			{"Chicago, notes", `Beatrice C. Okoro and Joost P. Linden, “Slow Waves in Sleeping Cities,” Journal of Urban Acoustics 12, no. 3 (2014): 45–67, https://doi.org/10.5555/jua.2014.45.`, nil},
			{"Vancouver", `Okoro BC, Linden JP. Slow waves in sleeping cities. J Urban Acoust. 2014;12(3):45-67. doi:10.5555/jua.2014.45`, map[string]string{"container": "j urban acoust"}},
			{"AMA", `Okoro BC, Linden JP. Slow waves in sleeping cities. J Urban Acoust. 2014;12(3):45-67. doi:10.5555/jua.2014.45.`, map[string]string{"container": "j urban acoust"}},
			{"NLM, with months", `Okoro BC, Linden JP. Slow waves in sleeping cities. J Urban Acoust. 2014 Mar 5;12(3):45-67. doi: 10.5555/jua.2014.45. PMID: 24691234.`, map[string]string{"container": "j urban acoust"}},
			{"IEEE", `B. C. Okoro and J. P. Linden, “Slow waves in sleeping cities,” J. Urban Acoust., vol. 12, no. 3, pp. 45–67, Mar. 2014, doi: 10.5555/jua.2014.45.`, map[string]string{"container": "j. urban acoust."}},
			{"Harvard", `Okoro, B.C. and Linden, J.P. (2014) ‘Slow waves in sleeping cities’, Journal of Urban Acoustics, 12(3), pp. 45–67. Available at: https://doi.org/10.5555/jua.2014.45.`, nil},
			{"Nature", `Okoro, B. C. & Linden, J. P. Slow waves in sleeping cities. J. Urban Acoust. 12, 45–67 (2014).`, map[string]string{"container": "j. urban acoust.", "issue": "", "doi": ""}},
			{"Science", `B. C. Okoro, J. P. Linden, Slow waves in sleeping cities. J. Urban Acoust. 12, 45–67 (2014).`, map[string]string{"container": "j. urban acoust.", "issue": "", "doi": ""}},
			{"Cell", `Okoro, B.C., and Linden, J.P. (2014). Slow waves in sleeping cities. J. Urban Acoust. 12, 45–67. 10.5555/jua.2014.45.`, map[string]string{"container": "j. urban acoust.", "issue": ""}},
			{"ACM", `Beatrice C. Okoro and Joost P. Linden. 2014. Slow waves in sleeping cities. Journal of Urban Acoustics 12, 3 (March 2014), 45–67. https://doi.org/10.5555/jua.2014.45`, nil},
			{"Springer", `Okoro, B.C., Linden, J.P.: Slow waves in sleeping cities. J. Urban Acoust. 12(3), 45–67 (2014). https://doi.org/10.5555/jua.2014.45`, map[string]string{"container": "j. urban acoust."}},
			{"Elsevier, numbered", `B.C. Okoro, J.P. Linden, Slow waves in sleeping cities, J. Urban Acoust. 12 (2014) 45–67. https://doi.org/10.5555/jua.2014.45.`, map[string]string{"container": "j. urban acoust.", "issue": ""}},
			{"Elsevier, Harvard", `Okoro, B.C., Linden, J.P., 2014. Slow waves in sleeping cities. J. Urban Acoust. 12, 45–67. https://doi.org/10.5555/jua.2014.45`, map[string]string{"container": "j. urban acoust.", "issue": ""}},
			{"GOST", `Okoro B. C., Linden J. P. Slow waves in sleeping cities // Journal of Urban Acoustics. 2014. Vol. 12, no. 3. P. 45–67. DOI: 10.5555/jua.2014.45.`, nil},
			{"ACS", `Okoro, B. C.; Linden, J. P. Slow Waves in Sleeping Cities. J. Urban Acoust. 2014, 12 (3), 45–67. DOI: 10.5555/jua.2014.45.`, map[string]string{"container": "j. urban acoust."}},
			{"RSC", `B. C. Okoro and J. P. Linden, J. Urban Acoust., 2014, 12, 45–67.`, map[string]string{"container": "j. urban acoust.", "issue": "", "title": "", "doi": ""}},
			{"APS", `B. C. Okoro and J. P. Linden, J. Urban Acoust. 12, 45 (2014).`, map[string]string{"container": "j. urban acoust.", "issue": "", "title": "", "page": "45", "doi": ""}},
			{"AIP", `B. C. Okoro and J. P. Linden, “Slow waves in sleeping cities,” J. Urban Acoust. 12(3), 45–67 (2014).`, map[string]string{"container": "j. urban acoust.", "doi": ""}},
			{"MDPI", `Okoro, B.C.; Linden, J.P. Slow waves in sleeping cities. J. Urban Acoust. 2014, 12, 45–67, doi:10.5555/jua.2014.45.`, map[string]string{"container": "j. urban acoust.", "issue": ""}},
			{"Frontiers", `Okoro, B. C., and Linden, J. P. (2014). Slow waves in sleeping cities. J. Urban Acoust. 12, 45–67. doi: 10.5555/jua.2014.45`, map[string]string{"container": "j. urban acoust.", "issue": ""}},
			{"PLOS", `Okoro BC, Linden JP. Slow waves in sleeping cities. Journal of Urban Acoustics. 2014;12: 45–67. doi:10.5555/jua.2014.45`, map[string]string{"issue": ""}},
			{"BMJ", `Okoro BC, Linden JP. Slow waves in sleeping cities. J Urban Acoust 2014;12:45-67.`, map[string]string{"container": "j urban acoust", "issue": "", "doi": ""}},
			{"AMS", `B. C. Okoro and J. P. Linden, Slow waves in sleeping cities, J. Urban Acoust. 12 (2014), no. 3, 45–67.`, map[string]string{"container": "j. urban acoust.", "doi": ""}},
			{"Royal Society", `Okoro BC, Linden JP. 2014 Slow waves in sleeping cities. J. Urban Acoust. 12, 45–67. (doi:10.5555/jua.2014.45)`, map[string]string{"container": "j. urban acoust.", "issue": ""}},
			{"Copernicus", `Okoro, B. C. and Linden, J. P.: Slow waves in sleeping cities, J. Urban Acoust., 12, 45–67, https://doi.org/10.5555/jua.2014.45, 2014.`, map[string]string{"container": "j. urban acoust.", "issue": ""}},
			{"ISO 690", `OKORO, Beatrice C. and Joost P. LINDEN. Slow waves in sleeping cities. Journal of Urban Acoustics. 2014, 12(3), 45–67. doi:10.5555/jua.2014.45.`, nil},
			{"DIN 1505", `Okoro, Beatrice C. ; Linden, Joost P.: Slow waves in sleeping cities. In: Journal of Urban Acoustics 12 (2014), Nr. 3, S. 45–67`, map[string]string{"doi": ""}},
			{"AFNOR", `OKORO, Beatrice C., LINDEN, Joost P. Slow waves in sleeping cities. Journal of Urban Acoustics, 2014, vol. 12, n° 3, p. 45-67.`, map[string]string{"doi": ""}},
			{"ABNT", `OKORO, B. C.; LINDEN, J. P. Slow waves in sleeping cities. Journal of Urban Acoustics, v. 12, n. 3, p. 45-67, 2014.`, map[string]string{"doi": ""}},
		},
	},
	"book": {
		work: map[string]string{"type": "book", "author": "okoro b", "year": "2014", "title": "the quiet town", "publisher": "harbour press", "place": "london", "edition": "2nd"},
		prints: []stylePrint{
			{"APA 6", `Okoro, B. C. (2014). The quiet town (2nd ed.). London: Harbour Press.`, nil},
			{"APA 7", `Okoro, B. C. (2014). The quiet town (2nd ed.). Harbour Press.`, map[string]string{"place": ""}},
			{"MLA", `Okoro, Beatrice C. The Quiet Town. 2nd ed., Harbour Press, 2014.`, map[string]string{"place": ""}},
			{"Chicago, author–date", `Okoro, Beatrice C. 2014. The Quiet Town. 2nd ed. London: Harbour Press.`, nil},
			{"Chicago, notes", `Beatrice C. Okoro, The Quiet Town, 2nd ed. (London: Harbour Press, 2014).`, nil},
			{"Vancouver", `Okoro BC. The quiet town. 2nd ed. London: Harbour Press; 2014.`, nil},
			{"IEEE", `B. C. Okoro, The Quiet Town, 2nd ed. London: Harbour Press, 2014.`, nil},
			{"Harvard", `Okoro, B.C. (2014) The quiet town. 2nd edn. London: Harbour Press.`, nil},
			{"Springer", `Okoro, B.C.: The Quiet Town, 2nd edn. Harbour Press, London (2014)`, nil},
			{"Elsevier", `B.C. Okoro, The Quiet Town, 2nd ed., Harbour Press, London, 2014.`, nil},
			{"ACS", `Okoro, B. C. The Quiet Town, 2nd ed.; Harbour Press: London, 2014.`, nil},
			{"ABNT", `OKORO, B. C. The quiet town. 2nd ed. London: Harbour Press, 2014.`, nil},
			{"AFNOR", `OKORO, Beatrice C. The quiet town. 2nd ed. London : Harbour Press, 2014.`, nil},
		},
	},
	"chapter": {
		work: map[string]string{"type": "chapter", "author": "okoro b", "editor": "linden j, tanaka h", "year": "2014", "title": "slow waves in cities",
			"container": "handbook of urban sound", "page": "45-67", "publisher": "harbour press", "place": "london"},
		prints: []stylePrint{
			{"APA", `Okoro, B. C. (2014). Slow waves in cities. In J. P. Linden & H. Tanaka (Eds.), Handbook of urban sound (pp. 45–67). London: Harbour Press.`, nil},
			{"MLA", `Okoro, Beatrice C. “Slow Waves in Cities.” Handbook of Urban Sound, edited by Joost P. Linden and Hiro Tanaka, Harbour Press, 2014, pp. 45–67.`, map[string]string{"place": ""}},
			{"Vancouver", `Okoro BC. Slow waves in cities. In: Linden JP, Tanaka H, editors. Handbook of urban sound. London: Harbour Press; 2014. p. 45-67.`, nil},
			{"Harvard", `Okoro, B.C. (2014) ‘Slow waves in cities’, in Linden, J.P. and Tanaka, H. (eds) Handbook of urban sound. London: Harbour Press, pp. 45–67.`, nil},
			{"Springer", `Okoro, B.C.: Slow waves in cities. In: Linden, J.P., Tanaka, H. (eds.) Handbook of Urban Sound, pp. 45–67. Harbour Press, London (2014)`, nil},
			{"Elsevier", `B.C. Okoro, Slow waves in cities, in: J.P. Linden, H. Tanaka (Eds.), Handbook of Urban Sound, Harbour Press, London, 2014, pp. 45–67.`, nil},
		},
	},
	"paper": {
		work: map[string]string{"type": "paper-conference", "author": "okoro b, linden j", "year": "2014", "title": "slow waves in cities",
			"container": "proceedings of the 9th conference on urban acoustics", "page": "45-54"},
		prints: []stylePrint{
			{"APA", `Okoro, B. C., & Linden, J. P. (2014). Slow waves in cities. In Proceedings of the 9th Conference on Urban Acoustics (pp. 45–54).`, nil},
			{"IEEE", `B. C. Okoro and J. P. Linden, “Slow waves in cities,” in Proceedings of the 9th Conference on Urban Acoustics, 2014, pp. 45–54.`, nil},
			{"ACM", `Beatrice C. Okoro and Joost P. Linden. 2014. Slow waves in cities. In Proceedings of the 9th Conference on Urban Acoustics. 45–54.`, nil},
			{"Springer", `Okoro, B.C., Linden, J.P.: Slow waves in cities. In: Proceedings of the 9th Conference on Urban Acoustics, pp. 45–54 (2014)`, nil},
			{"Elsevier", `B.C. Okoro, J.P. Linden, Slow waves in cities, in: Proceedings of the 9th Conference on Urban Acoustics, 2014, pp. 45–54.`, nil},
			{"ACL", `Beatrice C. Okoro and Joost P. Linden. 2014. Slow waves in cities. In Proceedings of the 9th Conference on Urban Acoustics, pages 45–54.`, nil},
		},
	},
}

// TestStyles checks that a work has the same fields in whichever style it is printed.
func TestStyles(t *testing.T) {
	for name, tt := range styleTests {
		for _, p := range tt.prints {
			t.Run(name+"/"+p.style, func(t *testing.T) {
				got := plainFields(Parse(p.in))
				for field, value := range got {
					want, differs := p.differs[field]
					if !differs {
						want = tt.work[field]
					}
					if value != want {
						t.Errorf("%s\n%s %q, want %q", p.in, field, value, want)
					}
				}
			})
		}
	}
}

// plainFields returns the fields that styles print, in small letters, with a person's first
// initial as the given name.
func plainFields(item bib.Item) map[string]string {
	people := func(all []bib.Name) string {
		var out []string
		for _, n := range all {
			out = append(out, strings.TrimSpace(n.Literal+n.Family+" "+n.Given[:min(1, len(n.Given))]))
		}
		return strings.Join(out, ", ")
	}
	fields := map[string]string{
		"type": item.Type, "author": people(item.Author), "editor": people(item.Editor), "year": "", "title": item.Title, "container": item.ContainerTitle,
		"volume": item.Volume, "issue": item.Issue, "page": item.Page, "publisher": item.Publisher, "place": item.PublisherPlace, "edition": item.Edition, "doi": item.DOI,
	}
	if item.Issued != nil {
		fields["year"] = strconv.Itoa(item.Issued.Year())
	}
	for name, value := range fields {
		fields[name] = strings.ToLower(value)
	}
	return fields
}
