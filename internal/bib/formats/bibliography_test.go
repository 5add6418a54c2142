package formats

import (
	"bytes"
	"encoding/json"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"etal/internal/bib"
	"etal/internal/bib/bibtex"
	"etal/internal/bib/csljson"
	"etal/internal/bib/ris"
	"etal/internal/names"
	"etal/internal/safe"
)

// The persons and works are invented.
var readTests = []struct{ name, in, want string }{
	{"BibTeX article with accents, strings and a range",
		"@string{jua = \"J. Urban \" # {Acoust.}}\n@Article{okoro14, author = {Okoro, Bj{\\\"o}rn C. and Andr{\\'e} {\\O}stg{\\aa}rd}, title = \"The {DNA} of \\textit{Slow} Waves --- again\", journal = jua # \" B\", year = 2014, month = jul # \"~3\", volume = 12, number = {3}, pages = {45--67}, doi = {https://doi.org/10.5555/jua_2014}}",
		`[{"id":"okoro14","type":"article-journal","author":[{"family":"Okoro","given":"Björn C."},{"family":"Østgård","given":"André"}],"issued":{"date-parts":[[2014,7,3]]},"title":"The DNA of Slow Waves — again","container-title":"J. Urban Acoust. B","volume":"12","issue":"3","page":"45-67","DOI":"10.5555/jua_2014"}]`},
	{"BibTeX names in every form",
		`@book{n, author = {Jan van der Berg and de la Cruz, Jr., Ana and {World Sleep Organization} and {\'E}va Kov{\'a}cs and Plato and Ho Van, Linh and {\relax van} {Dam and Sons} and others}, title={N}, year={in press}}`,
		`[{"id":"n","type":"book","author":[{"family":"Berg","given":"Jan","non-dropping-particle":"van der"},{"family":"Cruz","given":"Ana","suffix":"Jr.","non-dropping-particle":"de la"},{"literal":"World Sleep Organization"},{"family":"Kovács","given":"Éva"},{"family":"Plato"},{"family":"Ho Van","given":"Linh"},{"family":"Dam and Sons","non-dropping-particle":"van"},{"literal":"et al."}],"issued":{"literal":"in press"},"title":"N"}]`},
	{"BibLaTeX fields",
		`@article(w, author = {family=Berg, given=Jan, prefix=van der and Li, Wu}, date = {2019-07/2020-01}, journaltitle = {Waves}, subtitle = {A study}, title = {Sleep}, location = {Lund}, eprint = {1401.01234}, eprinttype = {arxiv}, url = {http://example.org/a_b\&c})`,
		`[{"id":"w","type":"article-journal","author":[{"family":"Berg","given":"Jan","non-dropping-particle":"van der"},{"family":"Li","given":"Wu"}],"issued":{"date-parts":[[2019,7],[2020,1]]},"title":"Sleep: A study","container-title":"Waves","number":"arXiv:1401.01234","publisher-place":"Lund","URL":"http://example.org/a_b&c"}]`},
	{"BibTeX crossref, also to an entry further down",
		"@inproceedings{p, author={Wu Li}, title={Nets}, crossref={C99}, pages={3-9}}\n@Proceedings{c99, editor={Ana Cruz}, title={Proc. of Nets}, year=1999, publisher={Harbour}}",
		`[{"id":"p","type":"paper-conference","author":[{"family":"Li","given":"Wu"}],"editor":[{"family":"Cruz","given":"Ana"}],"issued":{"date-parts":[[1999]]},"title":"Nets","container-title":"Proc. of Nets","page":"3-9","publisher":"Harbour"},{"id":"c99","type":"book","editor":[{"family":"Cruz","given":"Ana"}],"issued":{"date-parts":[[1999]]},"title":"Proc. of Nets","publisher":"Harbour"}]`},
	{"BibTeX comments, and formulae",
		"% of mine\n@comment{x, {y}}\n@preamble{ \"\\newcommand{\\x}{y}\" }\nmail me@home.org\n@misc{h2o, title = {H$_2$O, CO\\textsubscript{2} and $\\alpha$-waves at 5\\,\\% of 10$^{-3}$}, howpublished = {\\url{https://example.org/x}}}",
		`[{"id":"h2o","type":"document","title":"H₂O, CO₂ and α-waves at 5 % of 10⁻³","URL":"https://example.org/x"}]`},
	{"RIS, both editions",
		"Provider: someone\n\nTY  - JOUR\r\nAU  - van der Berg, Jan, Jr.\r\nAU  - World Sleep Organization\r\nTI  - Slow waves in\r\n  sleeping cities\r\nT2  - J Waves\r\nPY  - 2014/07/03/\r\nVL  - 12\r\nIS  - 3\r\nSP  - 45\r\nEP  - 67\r\nDO  - doi:10.5555/jua\r\nER  - \r\nTY  - CHAP\r\nA1  - Li, W.\r\nT1  - Nets\r\nA2  - Cruz, Ana\r\nBT  - Book of Nets\r\nY1  - 1999//\r\nSN  - 978-3-16-148410-0\r\nER  -",
		`[{"type":"article-journal","author":[{"family":"Berg","given":"Jan","suffix":"Jr.","non-dropping-particle":"van der"},{"literal":"World Sleep Organization"}],"issued":{"date-parts":[[2014,7,3]]},"title":"Slow waves in sleeping cities","container-title":"J Waves","volume":"12","issue":"3","page":"45-67","DOI":"10.5555/jua"},{"type":"chapter","author":[{"family":"Li","given":"W."}],"editor":[{"family":"Cruz","given":"Ana"}],"issued":{"date-parts":[[1999]]},"title":"Nets","container-title":"Book of Nets","ISBN":"978-3-16-148410-0"}]`},
	{"RIS, dates without a year",
		"TY  - JOUR\nTI  - A\nPY  - in press\nDA  - soon\nER  - \nTY  - JOUR\nTI  - B\nPY  - forthcoming\nDA  - 2019/03\nER  - \n",
		`[{"type":"article-journal","issued":{"literal":"in press"},"title":"A"},{"type":"article-journal","issued":{"date-parts":[[2019,3]]},"title":"B"}]`},
	{"CSL-JSON, as it should be and as it is",
		`[{"id": 7, "type": "sculpture", "title": "A <i>b</i> &amp; c", "volume": 12, "issue": "3", "issued": {"date-parts": [["2014", "7"]]}, "page": "45–67", "author": [{"family": "Berg", "dropping-particle": "van", "given": "Jan"}, {"name": "X"}]}, {"id": "r", "type": "book", "title": ["R", "s"], "issued": {"raw": "3 July 2014"}}, {"id": "l", "type":"book", "title": "L", "issued": {"literal": "forthcoming"}}, {"id":"s","type":"book","title":"S","issued":"2014-07"}]`,
		`[{"id":"7","type":"sculpture","author":[{"family":"Berg","given":"Jan","non-dropping-particle":"van"},{"literal":"X"}],"issued":{"date-parts":[[2014,7]]},"title":"A b & c","volume":"12","issue":"3","page":"45-67"},{"id":"r","type":"book","issued":{"date-parts":[[2014,7,3]]},"title":"R"},{"id":"l","type":"book","issued":{"literal":"forthcoming"},"title":"L"},{"id":"s","type":"book","issued":{"date-parts":[[2014,7]]},"title":"S"}]`},
	{"one item alone", `{"id": "a", "type": "book", "title": "A"}`, `[{"id":"a","type":"book","title":"A"}]`},
}

func TestRead(t *testing.T) {
	for _, tt := range readTests {
		t.Run(tt.name, func(t *testing.T) {
			items, notices, err := Read("list", "\ufeff"+tt.in)
			if err != nil || len(notices) > 0 {
				t.Fatal(err, notices)
			}
			if got, _ := json.Marshal(items); !sameJSON(string(got), tt.want) {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func sameJSON(a, b string) bool {
	var x, y any
	return json.Unmarshal([]byte(a), &x) == nil && json.Unmarshal([]byte(b), &y) == nil && reflect.DeepEqual(x, y)
}

// TestReadBroken holds that what is broken costs only itself, and is told.
func TestReadBroken(t *testing.T) {
	for _, tt := range []struct {
		name, in, want string
		notice         string
	}{
		{"a brace is missing", "@book{a, title={A\n@book{b, title={B}}", "b", "line 1: entry a is not closed"},
		{"a quote is missing", "@book{a, title=\"A}\n@book{b, title={B}}", "b", "line 1: entry a is not closed"},
		{"a value is missing", "@book{c, title={C}}\n@book{a, title=, year=3}\n@book{b, title={B}}", "c b", "line 2: entry a has a field without a value"},
		{"the key is missing", "@book{title={A}}\n@book{b, title={B}}", "b", "line 1: entry has no key"},
		{"a comma is missing", "@book{a, title={A} year={1999}}", "a", ""},
		{"too deep", "@book{a, title=" + strings.Repeat("{", 200) + "}\n@book{b, title={B}}", "b", "line 1: entry a has too many braces in braces"},
		{"an entry that refers to itself", "@misc{b, crossref={B}, title={B}}", "b", ""},
		{"RIS without an end", "TY  - BOOK\nID  - a\nTI  - A\nTY  - BOOK\nID  - b\nTI  - B\nER  - \n", "a b", "line 4: the reference before has no end"},
		{"CSL-JSON with other things", `[{"id":"a","type":"book","title":"A"}, 3, null, {"id":"b","type":"book"}]`, "a b", "item 2 is no object"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			items, notices, err := Read("list.bib", tt.in)
			if err != nil {
				t.Fatal(err)
			}
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

func TestReadNoBibliography(t *testing.T) {
	for _, in := range []string{"", "Just text.", "# About @article{x\n", "[1, 2]", `{"name": "package", "version": "1"}`, "```\n@book{a, title={A}}\n```", "Write to\n@home{x}"} {
		if _, _, err := Read("list.txt", in); err != ErrNoBibliography {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// TestReadLong reads inputs that would make a careless reader start over, and never end.
func TestReadLong(t *testing.T) {
	for _, in := range []string{
		"@a{k,t={", "@a{k,t={x}", "@a{", "@a{k,t=\"", "@string{a=a#a#a}", "@a{b,c=\\", "@a{b,", "\n@a{b,c={",
		"TY  - JOUR\n", "AU  - \n", "@a{k,t={" + strings.Repeat("\\'{", 90),
	} {
		Read("x.bib", "@book{x, title={X}}\n@string{a={aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}}"+strings.Repeat(in, 1<<20/len(in)))
	}
}

var formats = []struct {
	name  string
	write func(*bytes.Buffer, []bib.Item) error
}{
	{"x.bib", func(b *bytes.Buffer, items []bib.Item) error { return bibtex.Write(b, items) }},
	{"x.ris", func(b *bytes.Buffer, items []bib.Item) error { return ris.Write(b, items) }},
	{"x.json", func(b *bytes.Buffer, items []bib.Item) error { return csljson.Write(b, items) }},
}

// TestRoundTrip holds that what is written is read again, field by field.
func TestRoundTrip(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 300 {
		var items []bib.Item
		for i := range 1 + random.Intn(5) {
			item := randomItem(random)
			item.ID = "id" + strings.Repeat("x", i)
			items = append(items, item)
		}
		for _, f := range formats {
			var b bytes.Buffer
			if err := f.write(&b, items); err != nil {
				t.Fatal(err)
			}
			got, notices, err := Read(f.name, b.String())
			if err != nil || len(notices) > 0 || !reflect.DeepEqual(got, items) {
				want, _ := json.MarshalIndent(items, "", " ")
				was, _ := json.MarshalIndent(got, "", " ")
				t.Fatalf("%s: %v %v\n%s\nwant %s\ngot %s", f.name, err, notices, b.String(), want, was)
			}
		}
	}
}

// randomItem returns a work with the fields that its type has, of words that mean
// something in one of the formats.
func randomItem(random *rand.Rand) bib.Item {
	words := strings.Fields(`Slow waves & and {DNA} 50% $5 a_b x^2 ~ \ "quoted" 'it' -- others und Ånd ß É 中文 H₂O <i> #1 TY ER @book , ; } { [x] 'n' AND`)
	text := func(n int) string {
		out := []string{"W" + strings.Repeat(string(rune('a'+random.Intn(26))), 1+random.Intn(2))}
		for range random.Intn(n) {
			out = append(out, words[random.Intn(len(words))])
		}
		return strings.Join(out, " ")
	}
	plain := func() string { return strings.ReplaceAll(text(3), "<i>", "i") }
	names := func() (out []bib.Name) {
		for range random.Intn(4) {
			out = append(out, []bib.Name{
				{Family: "Okoro", Given: "Ana B."}, {Family: "Berg", Given: "Jan", NonDroppingParticle: "van der"}, {Family: "Østgård-Ng", Given: "É.", Suffix: "Jr."},
				{Literal: "Ministry of Sleep and Waves"}, {Literal: "et al."}, {Family: "Ho Van", Given: "Linh"}, {Family: "O’Neil", Given: "J.-P."},
			}[random.Intn(7)])
		}
		return out
	}
	maybe := func(s string) string {
		if random.Intn(2) == 0 {
			return ""
		}
		return s
	}
	item := bib.Item{Author: names(), Title: strings.ReplaceAll(text(6), "<i>", "i"), DOI: maybe("10.5555/a_b(3)-%x"), URL: maybe("https://example.org/a_b~c?d=%20&e#f")}
	switch random.Intn(4) {
	case 0:
		item.Issued = &bib.Date{Parts: [][]int{{2014}}}
	case 1:
		item.Issued = &bib.Date{Parts: [][]int{{1999, 2}}}
	case 2:
		item.Issued = &bib.Date{Parts: [][]int{{1871, 12, 31}}}
	}
	switch random.Intn(4) {
	case 0:
		item.Type, item.ContainerTitle, item.Volume, item.Issue, item.Page = "article-journal", plain(), maybe("12"), maybe("3-4"), maybe("45-67")
	case 1:
		item.Type, item.Editor, item.Publisher, item.PublisherPlace, item.Edition = "book", names(), maybe(plain()), maybe("Århus"), maybe("2")
		item.ISBN, item.NumberOfPages, item.Collection = maybe("978-3-16-148410-0"), maybe("333"), maybe(plain())
	case 2:
		item.Type, item.ContainerTitle, item.Editor, item.Page = "chapter", plain(), names(), maybe("e12")
	case 3:
		item.Type, item.Number = "article", "arXiv:1401.01234"
	}
	return item
}

// TestReadSafe checks that what no terminal may get is gone before an item is printed, for
// the spans of a reference are taken as it is printed.
func TestReadSafe(t *testing.T) {
	accents := "Wa" + strings.Repeat("\u0301", 40) + "ves\u200b\x1b[31m"
	want := "Waves"
	for _, in := range []string{
		"@book{k, title={" + accents + "}, author={" + accents + ", " + accents + "}, publisher={" + accents + "}, doi={10.5555/" + accents + "}}",
		"@book{k, title={W" + strings.Repeat(`\'{`, 40) + "a" + strings.Repeat("}", 40) + "ves}}",
		"TY  - BOOK\nTI  - " + accents + "\nAU  - " + accents + "\nPB  - " + accents + "\nER  - \n",
		`[{"type": "book", "title": "` + strings.ReplaceAll(accents, "\x1b", `\u001b`) + `", "author": [{"family": "W"}]}]`,
	} {
		items, _, err := Read("x", in)
		if err != nil || len(items) != 1 {
			t.Fatalf("%q: %d items, %v", in, len(items), err)
		}
		text := items[0].Text()
		if text != safe.Line(text).String() {
			t.Errorf("%q is not safe", text)
		}
		if folded := names.FoldCase(items[0].Title); !strings.HasPrefix(folded, want) {
			t.Errorf("the title is %q", folded)
		}
	}
}

// FuzzRead checks that whatever is read can be written in each format and read again.
func FuzzRead(f *testing.F) {
	for _, tt := range readTests {
		f.Add(tt.in)
	}
	f.Add("@string{a=\"x\"}@string{a=a#a}@string{a=a#a}\n@book{b,title=a#a,crossref={b},author={and and, and and A B C, , D}}")
	f.Add("TY  - JOUR\nTI  - a\x1b[31m\nAU  - ,,\nPY  - 99999999999\nER  - \n")
	f.Add(`[{"id":"a","type":"book","title":"\ud800\u0000","issued":{"date-parts":[[1e99,-1]]},"author":[{"family":null},{}]}]`)
	f.Fuzz(func(t *testing.T, in string) {
		items, _, err := Read("x.bib", in)
		if err != nil {
			return
		}
		size := 0
		for _, item := range items {
			text := item.Text()
			if utf8.ValidString(in) && !utf8.ValidString(text) {
				t.Errorf("no UTF-8: %q", text)
			}
			size += len(text)
			if printable := safe.Line(text).String(); printable != text {
				t.Errorf("%q is printed, which is not %q", text, printable)
			}
		}
		if most := 50*len(in) + 64<<10; size > most {
			t.Errorf("%d bytes are printed as %d", len(in), size)
		}
		for _, format := range formats {
			var b bytes.Buffer
			if err := format.write(&b, items); err != nil {
				t.Fatal(err)
			}
			again, notices, err := Read(format.name, b.String())
			if len(items) > 0 && len(notices) > 0 {
				t.Errorf("%s: %v %v\n%s", format.name, err, notices, b.String())
			}
			if err == nil && len(again) != len(items) {
				t.Errorf("%s: %d of %d\n%s", format.name, len(again), len(items), b.String())
			}
		}
	})
}
