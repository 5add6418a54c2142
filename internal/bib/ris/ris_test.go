package ris

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"etal/internal/bib"
)

// The persons and works are invented.
var readTests = []struct{ name, in, want string }{
	{"RIS, both editions",
		"Provider: someone\n\nTY  - JOUR\r\nAU  - van der Berg, Jan, Jr.\r\nAU  - World Sleep Organization\r\nTI  - Slow waves in\r\n  sleeping cities\r\nT2  - J Waves\r\nPY  - 2014/07/03/\r\nVL  - 12\r\nIS  - 3\r\nSP  - 45\r\nEP  - 67\r\nDO  - doi:10.5555/jua\r\nER  - \r\nTY  - CHAP\r\nA1  - Li, W.\r\nT1  - Nets\r\nA2  - Cruz, Ana\r\nBT  - Book of Nets\r\nY1  - 1999//\r\nSN  - 978-3-16-148410-0\r\nER  -",
		`[{"type":"article-journal","author":[{"family":"Berg","given":"Jan","suffix":"Jr.","non-dropping-particle":"van der"},{"literal":"World Sleep Organization"}],"issued":{"date-parts":[[2014,7,3]]},"title":"Slow waves in sleeping cities","container-title":"J Waves","volume":"12","issue":"3","page":"45-67","DOI":"10.5555/jua"},{"type":"chapter","author":[{"family":"Li","given":"W."}],"editor":[{"family":"Cruz","given":"Ana"}],"issued":{"date-parts":[[1999]]},"title":"Nets","container-title":"Book of Nets","ISBN":"978-3-16-148410-0"}]`},
	{"years that differ, serial numbers of an article",
		"TY  - JOUR\nTI  - A\nPY  - 2014\nY1  - 2015/07/03/\nSN  - 0316148410\nSN  - 1234-5678\nER  - \nTY  - JOUR\nTI  - B\nPY  - 2014\nY1  - 2014/07//\nER  - \n",
		`[{"type":"article-journal","issued":{"date-parts":[[2014]]},"title":"A","ISBN":"0316148410","ISSN":"1234-5678"},{"type":"article-journal","issued":{"date-parts":[[2014,7]]},"title":"B"}]`},
	{"RIS, dates without a year",
		"TY  - JOUR\nTI  - A\nPY  - in press\nDA  - soon\nER  - \nTY  - JOUR\nTI  - B\nPY  - forthcoming\nDA  - 2019/03\nER  - \n",
		`[{"type":"article-journal","issued":{"literal":"in press"},"title":"A"},{"type":"article-journal","issued":{"date-parts":[[2019,3]]},"title":"B"}]`},
	{"RIS books, theses and reports", "TY  - BOOK\nBT  - B\nA2  - Ed, A.\nED  - Ed, B.\nT3  - S\nM1  - 7\nSP  - 300\nM3  - G\nSN  - 1\nER  - \nTY  - THES\nTI  - T\nSP  - 3\nEP  - 9\nC7  - 4\nER  - \nTY  - RPRT\nTI  - R\nT2  - Series\nER  - \n",
		`[{"type":"book","editor":[{"family":"Ed","given":"B."},{"family":"Ed","given":"A."}],"title":"B","collection-title":"S","number":"7","number-of-pages":"300","genre":"G","ISBN":"1"},{"type":"thesis","title":"T","number":"4","page":"3-9"},{"type":"report","title":"R","collection-title":"Series"}]`},
	{"RIS pages", "TY  - JOUR\nSP  - 4\nER  - \nTY  - JOUR\nEP  - 5\nER  - \nTY  - JOUR\nSP  - 6\nEP  - 6\nER  - \nTY  - JOUR\nSP  - 7–8\nEP  - 8\nER  - \n",
		`[{"type":"article-journal","page":"4"},{"type":"article-journal","page":"5"},{"type":"article-journal","page":"6"},{"type":"article-journal","page":"7-8"}]`},
	{"RIS names", "TY  - GEN\nAU  - et al.\nAU  - others\nAU  - Li WX\nAU  - Mercury Group\nAU  - Ng ABCD\nAU  - O'Neil, J.\nAU  - 't Hart, P.\nAU  - Cruz, Ana de la\nAU  - von\nAU  - , J.\nAU  - Berg,\nAU  - X,, Y\nER  - \n",
		`[{"type":"document","author":[{"literal":"others"},{"literal":"others"},{"family":"Li","given":"WX"},{"literal":"Mercury Group"},{"literal":"Ng ABCD"},{"family":"O'Neil","given":"J."},{"family":"Hart","given":"P.","non-dropping-particle":"'t"},{"family":"Cruz","given":"Ana","non-dropping-particle":"de la"},{"literal":"von"},{"literal":"J."},{"literal":"Berg"},{"family":"X","suffix":"Y"}]}]`},
	{"RIS identifiers", "TY  - JOUR\nDB  - PubMed\nAN  - 123\nC2  - PMC45\nSN  - 1234-5678\nER  - \nTY  - UNPB\nAN  - ARXIV:1401.1\nM3  - x\nER  - \nTY  - GEN\nM3  - arXiv:2.2\nC2  - PMC\nSN  - 978-3-16-14841\nER  - \n",
		`[{"type":"article-journal","PMID":"123","PMCID":"PMC45","ISSN":"1234-5678"},{"type":"article","number":"arXiv:1401.1","genre":"x"},{"type":"document","number":"arXiv:2.2","ISBN":"978-3-16-14841"}]`},
	{"RIS dates", "TY  - GEN\nPY  - 2014\nDA  - 2014/03/05\nER  - \nTY  - GEN\nPY  - 2014/03\nDA  - 2014\nER  - \nTY  - GEN\nPY  - 2015\nDA  - 2014/03\nER  - \nTY  - GEN\nY1  - 2014//05/\nER  - \nTY  - GEN\nPY  - 31/12\nER  - \n",
		`[{"type":"document","issued":{"date-parts":[[2014,3,5]]}},{"type":"document","issued":{"date-parts":[[2014,3]]}},{"type":"document","issued":{"date-parts":[[2015]]}},{"type":"document","issued":{"date-parts":[[2014]]}},{"type":"document","issued":{"date-parts":[[31,12]]}}]`},
}

func TestRead(t *testing.T) {
	for _, tt := range readTests {
		t.Run(tt.name, func(t *testing.T) {
			items, notices := Read(strings.ReplaceAll(tt.in, "\r\n", "\n"))
			if len(notices) > 0 {
				t.Error(notices)
			}
			if got, _ := json.Marshal(items); !sameJSON(string(got), tt.want) {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func asJSON(items []bib.Item) string {
	out, _ := json.Marshal(items)
	return string(out)
}

func sameJSON(a, b string) bool {
	var x, y any
	return json.Unmarshal([]byte(a), &x) == nil && json.Unmarshal([]byte(b), &y) == nil && reflect.DeepEqual(x, y)
}

// TestReadBroken checks that a broken entry costs only itself, and is reported.
func TestReadBroken(t *testing.T) {
	for _, tt := range []struct{ name, in, want, notice string }{
		{"the last without an end", "TY  - BOOK\nID  - a\nTI  - A", "a", "line 3: the last reference has no end"},
		{"too large", "TY  - BOOK\nID  - a\nTI  - " + strings.Repeat("x", bib.MaxEntrySize) + "\nVL  - 1\nER  - \nTY  - BOOK\nID  - b\nER  - \n", "b", "line 3: a reference is too large"},
		{"an end alone", "ER  - \nTY  - BOOK\nID  - b\nER  - \n", "b", ""},
		{"RIS without an end", "TY  - BOOK\nID  - a\nTI  - A\nTY  - BOOK\nID  - b\nTI  - B\nER  - \n", "a b", "line 4: the reference before has no end"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			items, notices := Read(tt.in)
			var ids []string
			for _, item := range items {
				ids = append(ids, item.ID)
			}
			if got := strings.Join(ids, " "); got != tt.want {
				t.Errorf("read %q, want %q", got, tt.want)
			}
			if got := strings.Join(notices, "\n"); !strings.HasPrefix(got, tt.notice) || tt.notice == "" && got != "" {
				t.Errorf("notices %q, want %q", got, tt.notice)
			}
		})
	}
}

// The types of references that RIS has, in both of its editions.
func TestTypes(t *testing.T) {
	for types, want := range map[string]string{
		"JOUR EJOUR JFULL ABST INPR jour": "article-journal", "BOOK EBOOK EDBOOK SER": "book", "CHAP ECHAP": "chapter", "CONF CPAPER": "paper-conference", "THES": "thesis", "RPRT GOVDOC": "report",
		"ELEC WEB ICOMM": "webpage", "UNPB": "article", "DATA DBASE AGGR": "dataset", "COMP": "software", "PAT": "patent", "STAND": "standard", "MGZN": "article-magazine", "NEWS": "article-newspaper",
		"ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary", "MANSCPT": "manuscript", "BLOG": "post-weblog", "VIDEO MPCT": "motion_picture", "CASE LEGAL": "legal_case", "GEN OTHER": "document",
	} {
		for _, ty := range strings.Fields(types) {
			if items, _ := Read("TY  - " + ty + "\nTI  - A\nER  - \n"); len(items) != 1 || items[0].Type != want {
				t.Errorf("%s: %v, want the type %s", ty, items, want)
			}
		}
	}
}

// Writers are free with the blanks around a tag, and a value may go on for lines.
func TestLines(t *testing.T) {
	for in, want := range map[string]string{
		"TI  - A b": "A b", "TI - A": "A", "   TI  - A": "A", "    TI  - A": "", "TI  -A": "A", "TI  -": "", "ti  - A": "A", "TI- A": "A", "TI-A": "", "T2-weighted": "", "\tTI  - A": "A", "TI  - A\n  b\nc": "A b c", "TI  - A\n\nb": "A b", "TI  - A\nVL  - 1\nb": "A", "T1  - A": "A", "CT  - A": "A", "TI  - \nTI  - B": "B",
	} {
		items, notices := Read("x\nTY  - GEN\n" + in + "\nER  - \nTI  - outside\n")
		if len(items) != 1 || items[0].Title != want || len(notices) > 0 {
			t.Errorf("%q: %v, %v, want the title %q", in, items, notices, want)
		}
	}
}

// TestWrite checks how items are written, and that they are read again as they were.
func TestWrite(t *testing.T) {
	for _, tt := range writeTests {
		var items []bib.Item
		if err := json.Unmarshal([]byte(tt.items), &items); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := Write(&b, items); err != nil || b.String() != tt.want {
			t.Errorf("%v\ngot  %s\nwant %s", err, b.String(), tt.want)
		}
		again, notices := Read(strings.ReplaceAll(b.String(), "\r\n", "\n"))
		if len(notices) > 0 || asJSON(again) != asJSON(items) {
			t.Errorf("%s\nis read as %v, %v\nwant %v", b.String(), again, notices, items)
		}
	}
}

// FuzzRead checks that whatever is read can be written and read again.
func FuzzRead(f *testing.F) {
	for _, tt := range readTests {
		f.Add(tt.in)
	}
	for _, tt := range writeTests {
		f.Add(tt.want)
	}
	f.Fuzz(func(t *testing.T, in string) {
		items, _ := Read(in)
		bib.MakeSafe(items)
		var b bytes.Buffer
		if err := Write(&b, items); err != nil {
			t.Fatal(err)
		}
		if again, notices := Read(strings.ReplaceAll(b.String(), "\r\n", "\n")); len(again) != len(items) || len(notices) > 0 {
			t.Errorf("%d of %d are read again, %v\n%s", len(again), len(items), notices, b.String())
		}
	})
}

var writeTests = []struct{ items, want string }{
	{`[{"id":"a","type":"article-journal","author":[{"family":"Berg","given":"Jan","non-dropping-particle":"van der"},{"family":"Ng","given":"É.","suffix":"Jr."},{"literal":"Ministry of Sleep and Waves"},{"literal":"others"}],"issued":{"date-parts":[[2014,3,5]]},"title":"50% of H₂O & {x} -- 'a' ~ #1_b","container-title":"J. Waves","volume":"12","issue":"3-4","page":"45-67","DOI":"10.5555/a_b(3)","URL":"https://e.example/a_b~c?d=%20&e#f"},{"id":"b","type":"book","editor":[{"family":"Plato","given":"X."}],"translator":[{"family":"Ito","given":"K."}],"issued":{"date-parts":[[1999,2]]},"title":"Nets","edition":"2","publisher":"Harbour","publisher-place":"Lund","collection-title":"Series","ISBN":"978-3-16-148410-0","number-of-pages":"333"},{"id":"c","type":"thesis","issued":{"date-parts":[[871]]},"title":"T","genre":"PhD thesis","publisher":"Uni"},{"id":"d","type":"article","issued":{"literal":"in press"},"title":"P","number":"arXiv:1401.01234"},{"id":"e","type":"chapter","title":"C","container-title":"Book","page":"e12"}]`,
		strings.ReplaceAll(`TY  - JOUR
ID  - a
AU  - van der Berg, Jan
AU  - Ng, É., Jr.
AU  - Ministry of Sleep and Waves
N1  - author: et al.
TI  - 50% of H₂O & {x} -- 'a' ~ #1_b
T2  - J. Waves
PY  - 2014
DA  - 2014/03/05/
VL  - 12
IS  - 3-4
SP  - 45
EP  - 67
DO  - 10.5555/a_b(3)
UR  - https://e.example/a_b~c?d=%20&e#f
ER  - 

TY  - BOOK
ID  - b
ED  - Plato, X.
A4  - Ito, K.
TI  - Nets
T3  - Series
PY  - 1999
DA  - 1999/02//
SP  - 333
ET  - 2
PB  - Harbour
CY  - Lund
SN  - 978-3-16-148410-0
ER  - 

TY  - THES
ID  - c
TI  - T
PY  - 0871
M3  - PhD thesis
PB  - Uni
ER  - 

TY  - UNPB
ID  - d
TI  - P
PY  - in press
AN  - arXiv:1401.01234
ER  - 

TY  - CHAP
ID  - e
TI  - C
T2  - Book
SP  - e12
ER  - 

`, "\n", "\r\n")},
}
