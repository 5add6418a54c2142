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
	{"BibTeX crossref, also to an entry further down",
		"@inproceedings{p, author={Wu Li}, title={Nets}, crossref={C99}, pages={3-9}}\n@Proceedings{c99, editor={Ana Cruz}, title={Proc. of Nets}, year=1999, publisher={Harbour}}",
		`[{"id":"p","type":"paper-conference","author":[{"family":"Li","given":"Wu"}],"editor":[{"family":"Cruz","given":"Ana"}],"issued":{"date-parts":[[1999]]},"title":"Nets","container-title":"Proc. of Nets","page":"3-9","publisher":"Harbour"},{"id":"c99","type":"book","editor":[{"family":"Cruz","given":"Ana"}],"issued":{"date-parts":[[1999]]},"title":"Proc. of Nets","publisher":"Harbour"}]`},
	{"RIS, dates without a year",
		"TY  - JOUR\nTI  - A\nPY  - in press\nDA  - soon\nER  - \nTY  - JOUR\nTI  - B\nPY  - forthcoming\nDA  - 2019/03\nER  - \n",
		`[{"type":"article-journal","issued":{"literal":"in press"},"title":"A"},{"type":"article-journal","issued":{"date-parts":[[2019,3]]},"title":"B"}]`},
	{"one item alone", `{"id": "a", "type": "book", "title": "A"}`, `[{"id":"a","type":"book","title":"A"}]`},
}

func TestRead(t *testing.T) {
	for _, tt := range readTests {
		t.Run(tt.name, func(t *testing.T) {
			items, notices, err := Read("", "list", "\ufeff"+tt.in)
			if err != nil || len(notices) > 0 {
				t.Fatal(err, notices)
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

func TestReadNoBibliography(t *testing.T) {
	for _, in := range []string{"", "Just text.", "# About @article{x\n", "[1, 2]", `{"name": "package", "version": "1"}`, "```\n@book{a, title={A}}\n```", "Write to\n@home{x}"} {
		if _, _, err := Read("", "list.txt", in); err != ErrNoBibliography {
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
		Read("", "x.bib", "@book{x, title={X}}\n@string{a={aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}}"+strings.Repeat(in, 1<<20/len(in)))
	}
}

var written = []struct {
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
		for _, f := range written {
			var b bytes.Buffer
			if err := f.write(&b, items); err != nil {
				t.Fatal(err)
			}
			got, notices, err := Read("", f.name, b.String())
			if err != nil || len(notices) > 0 || asJSON(got) != asJSON(items) {
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
				{Literal: "Ministry of Sleep and Waves"}, {Family: "Ho Van", Given: "Linh"}, {Family: "O’Neil", Given: "J.-P."},
			}[random.Intn(6)])
		}
		if len(out) > 0 && random.Intn(4) == 0 {
			out = append(out, bib.Name{Literal: bib.AndOthers})
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
		items, _, err := Read("", "x", in)
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
	for _, tt := range detectTests {
		f.Add(tt.text)
	}
	f.Add("@string{a=\"x\"}@string{a=a#a}@string{a=a#a}\n@book{b,title=a#a,crossref={b},author={and and, and and A B C, , D}}")
	f.Add("TY  - JOUR\nTI  - a\x1b[31m\nAU  - ,,\nPY  - 99999999999\nER  - \n")
	f.Add(`[{"id":"a","type":"book","title":"\ud800\u0000","issued":{"date-parts":[[1e99,-1]]},"author":[{"family":null},{}]}]`)
	f.Fuzz(func(t *testing.T, in string) {
		items, _, err := Read("", "x.bib", in)
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
		for _, format := range written {
			var b bytes.Buffer
			if err := format.write(&b, items); err != nil {
				t.Fatal(err)
			}
			again, notices, err := Read("", format.name, b.String())
			if len(items) > 0 && len(notices) > 0 {
				t.Errorf("%s: %v %v\n%s", format.name, err, notices, b.String())
			}
			if err == nil && len(again) != len(items) {
				t.Errorf("%s: %d of %d\n%s", format.name, len(again), len(items), b.String())
			}
		}
	})
}
