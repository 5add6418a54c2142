package bibtex

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
	{"BibTeX article with accents, strings and a range",
		"@string{jua = \"J. Urban \" # {Acoust.}}\n@Article{okoro14, author = {Okoro, Bj{\\\"o}rn C. and Andr{\\'e} {\\O}stg{\\aa}rd}, title = \"The {DNA} of \\textit{Slow} Waves --- again\", journal = jua # \" B\", year = 2014, month = jul # \"~3\", volume = 12, number = {3}, pages = {45--67}, doi = {https://doi.org/10.5555/jua_2014}}",
		`[{"id":"okoro14","type":"article-journal","author":[{"family":"Okoro","given":"Björn C."},{"family":"Østgård","given":"André"}],"issued":{"date-parts":[[2014,7,3]]},"title":"The DNA of Slow Waves — again","container-title":"J. Urban Acoust. B","volume":"12","issue":"3","page":"45-67","DOI":"10.5555/jua_2014"}]`},
	{"BibTeX names in every form",
		`@book{n, author = {Jan van der Berg and de la Cruz, Jr., Ana and {World Sleep Organization} and {\'E}va Kov{\'a}cs and Plato and Ho Van, Linh and {\relax van} {Dam and Sons} and others}, title={N}, year={in press}}`,
		`[{"id":"n","type":"book","author":[{"family":"Berg","given":"Jan","non-dropping-particle":"van der"},{"family":"Cruz","given":"Ana","suffix":"Jr.","non-dropping-particle":"de la"},{"literal":"World Sleep Organization"},{"family":"Kovács","given":"Éva"},{"family":"Plato"},{"family":"Ho Van","given":"Linh"},{"family":"Dam and Sons","non-dropping-particle":"van"},{"literal":"others"}],"issued":{"literal":"in press"},"title":"N"}]`},
	{"BibLaTeX fields",
		`@article(w, author = {family=Berg, given=Jan, prefix=van der and Li, Wu}, date = {2019-07/2020-01}, journaltitle = {Waves}, subtitle = {A study}, title = {Sleep}, location = {Lund}, eprint = {1401.01234}, eprinttype = {arxiv}, url = {http://example.org/a_b\&c})`,
		`[{"id":"w","type":"article-journal","author":[{"family":"Berg","given":"Jan","non-dropping-particle":"van der"},{"family":"Li","given":"Wu"}],"issued":{"date-parts":[[2019,7],[2020,1]]},"title":"Sleep: A study","container-title":"Waves","number":"arXiv:1401.01234","publisher-place":"Lund","URL":"http://example.org/a_b&c"}]`},
	{"BibTeX crossref, also to an entry further down",
		"@inproceedings{p, author={Wu Li}, title={Nets}, crossref={C99}, pages={3-9}}\n@Proceedings{c99, editor={Ana Cruz}, title={Proc. of Nets}, year=1999, publisher={Harbour}}",
		`[{"id":"p","type":"paper-conference","author":[{"family":"Li","given":"Wu"}],"editor":[{"family":"Cruz","given":"Ana"}],"issued":{"date-parts":[[1999]]},"title":"Nets","container-title":"Proc. of Nets","page":"3-9","publisher":"Harbour"},{"id":"c99","type":"book","editor":[{"family":"Cruz","given":"Ana"}],"issued":{"date-parts":[[1999]]},"title":"Proc. of Nets","publisher":"Harbour"}]`},
	{"BibTeX comments, and formulae",
		"% of mine\n@comment{x, {y}}\n@preamble{ \"\\newcommand{\\x}{y}\" }\nmail me@home.org\n@misc{h2o, title = {H$_2$O, CO\\textsubscript{2} and $\\alpha$-waves at 5\\,\\% of 10$^{-3}$}, howpublished = {\\url{https://example.org/x}}}",
		`[{"id":"h2o","type":"document","title":"H₂O, CO₂ and α-waves at 5 % of 10⁻³","URL":"https://example.org/x"}]`},
	{"BibTeX pages, numbers and series", "@incollection{a, title={T}, booktitle={B}, number={7}, issue={2}, series={S}, edition={3}, pages={1 -- 2}, pagetotal={9}, isbn={978}, address={Lund}, school={Uni}, pmid={5}, pmc={PMC6}}",
		`[{"id":"a","type":"chapter","title":"T","container-title":"B","number":"7","issue":"2","collection-title":"S","edition":"3","page":"1-2","number-of-pages":"9","ISBN":"978","publisher":"Uni","publisher-place":"Lund","PMID":"5","PMCID":"PMC6"}]`},
	{"BibTeX theses, and an organisation", "@phdthesis{p, title={P}}\n@mastersthesis{m, title={M}}\n@thesis{t, type={Diploma}, title={T}}\n@thesis{u, type={phdthesis}, title={U}}\n@thesis{v, type={mathesis}, title={V}}\n@manual{o, title={O}, organization={Org}, publisher={Pub}}\n@manual{q, title={Q}, organization={Org}}",
		`[{"id":"p","type":"thesis","title":"P","genre":"PhD thesis"},{"id":"m","type":"thesis","title":"M","genre":"Master’s thesis"},{"id":"t","type":"thesis","title":"T","genre":"Diploma"},{"id":"u","type":"thesis","title":"U","genre":"PhD thesis"},{"id":"v","type":"thesis","title":"V","genre":"Master’s thesis"},{"id":"o","type":"book","author":[{"literal":"Org"}],"title":"O","publisher":"Pub"},{"id":"q","type":"book","title":"Q","publisher":"Org"}]`},
	{"BibTeX preprints", "@misc{a, title={A}, eprint={arXiv:1401.1}}\n@article{b, title={B}, journal={J}, eprint={7}, eprinttype={pubmed}}\n@article{c, title={C}, eprint={2}, archiveprefix={other}}\n@article{d, title={D}, number={4}, journal={J}, eprint={1401.2}}",
		`[{"id":"a","type":"article","title":"A","number":"arXiv:1401.1"},{"id":"b","type":"article-journal","title":"B","container-title":"J","PMID":"7"},{"id":"c","type":"article","title":"C","archive":"other","archive_location":"2"},{"id":"d","type":"article-journal","title":"D","container-title":"J","issue":"4","number":"arXiv:1401.2"}]`},
	{"BibTeX titles with subtitles", "@book{a, title={Why?}, subtitle={Because}}\n@book{b, title={Oh!}, subtitle={No}}\n@article{c, title={C}, journaltitle={J}, journalsubtitle={K}}",
		`[{"id":"a","type":"book","title":"Why? Because"},{"id":"b","type":"book","title":"Oh! No"},{"id":"c","type":"article-journal","title":"C","container-title":"J: K"}]`},
	{"BibTeX dates", "@book{a, title={A}, year={2014}, month={3}, day={5}}\n@book{b, title={B}, year={2014}, month=mar}\n@book{c, title={C}, year={2014}, month={13}}\n@book{d, title={D}, date={2014-12-31}}\n@book{e, title={E}, date={2014-12-32}}\n@book{f, title={F}, year={2013/2014}}\n@book{g, title={G}, year={1999-02}, month=dec}",
		`[{"id":"a","type":"book","issued":{"date-parts":[[2014,3,5]]},"title":"A"},{"id":"b","type":"book","issued":{"date-parts":[[2014,3]]},"title":"B"},{"id":"c","type":"book","issued":{"date-parts":[[2014]]},"title":"C"},{"id":"d","type":"book","issued":{"date-parts":[[2014,12,31]]},"title":"D"},{"id":"e","type":"book","issued":{"date-parts":[[2014,12]]},"title":"E"},{"id":"f","type":"book","issued":{"date-parts":[[2013],[2014]]},"title":"F"},{"id":"g","type":"book","issued":{"date-parts":[[1999,2]]},"title":"G"}]`},
	{"BibTeX strings, comments and parentheses", "@STRING(x = \"X\") @string{y = x # { Y}}\n@comment(a {) } b)\n@book(k, title = y # 3, volume = undefined,, note = {n},)",
		`[{"id":"k","type":"book","title":"X Y3","volume":"undefined","note":"n"}]`},
	{"BibTeX crossref leaves what is its own", "@inbook{a, title={A}, crossref={p}, year={2001}}\n@book{b, crossref={p}}\n@book{p, title={P}, subtitle={S}, year={2000}, doi={10.5555/p}, url={https://p.example}}",
		`[{"id":"a","type":"chapter","issued":{"date-parts":[[2001]]},"title":"A","container-title":"P: S"},{"id":"b","type":"book","issued":{"date-parts":[[2000]]},"title":"P: S"},{"id":"p","type":"book","issued":{"date-parts":[[2000]]},"title":"P: S","DOI":"10.5555/p","URL":"https://p.example"}]`},
	{"BibTeX addresses that were escaped", "@misc{a, title={A}, url={\\url{https://e.example/a\\_b\\%20c}}, doi={doi:10.5555/x\\_y}}\n@misc{b, title={B}, note={At https://n.example/x.}}",
		`[{"id":"a","type":"document","title":"A","DOI":"10.5555/x_y","URL":"https://e.example/a_b%20c"},{"id":"b","type":"document","title":"B","URL":"https://n.example/x","note":"At https://n.example/x."}]`},
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

var brokenTests = []struct{ name, in, want, notice string }{
	{"a brace is missing", "@book{a, title={A\n@book{b, title={B}}", "b", "line 1: entry a is not closed"},
	{"a quote is missing", "@book{a, title=\"A}\n@book{b, title={B}}", "b", "line 1: entry a is not closed"},
	{"a value is missing", "@book{c, title={C}}\n@book{a, title=, year=3}\n@book{b, title={B}}", "c b", "line 2: entry a has a field without a value"},
	{"the key is missing", "@book{title={A}}\n@book{b, title={B}}", "ref b", ""},
	{"nothing between the braces", "@book{}@book{,}\n@book{b, title={B}}", "b", ""},
	{"a comma is missing", "@book{a, title={A} year={1999}}", "a", ""},
	{"too deep", "@book{a, title=" + strings.Repeat("{", 200) + "}\n@book{b, title={B}}", "b", "line 1: entry a nests braces too deeply"},
	{"nothing behind the key", "@book{a,", "", "line 1: entry a is not closed"},
	{"nothing behind a value", "@book{a, title={A}", "", "line 1: entry a is not closed"},
	{"nothing behind an equals sign", "@book{a, title=", "", "line 1: entry a has a field without a value"},
	{"a brace is missing, and closed further down", "@book{a, title={A\n@book{b, title={B}}\n}}", "b", "line 1: entry a is not closed"},
	{"an @ that begins no entry", "@ { @book{b, title={B}}", "b", ""},
	{"an @ within a line of a value", "@book{a, title={A\nx@misc{y} z}}", "a", ""},
	{"a word before a brace at the start of a line", "@book{a, title={A\nword{y} z}}", "a", ""},
	{"an entry that refers to itself", "@misc{b, crossref={B}, title={B}}", "b", ""},
}

// Keys are kept, and made where an entry has none.
func TestKeysRead(t *testing.T) {
	for in, want := range map[string]string{
		"@book{müller:2017, title={A}}": "müller:2017", "@book{Doe 2016, title={A}}": "Doe 2016", "@book{o'neil(a), title={A}}": "o'neil(a)",
		"@book{a&b#c, title={A}}": "a&b#c", "@book{\n  next,\n title={A}}": "next", "@book(a, title={A})": "a", "@book{DBLP:conf/x/Y01}": "DBLP:conf/x/Y01",
		"@book{,\n title={Tides of it},\n year=1950}": "Tides1950", "@book{ \n\n  next ,}": "next", "@book{\n}@book{a,}": "a",
		"@book{, author={Oke, B.}, year=1950}": "Oke1950", "@book{author={Oke, B.}, year=1950}": "Oke1950", "@book{author = {Oke,\n B.}, year=1950}\n@book{Oke1950, title={B}}": "Oke1950a Oke1950",
	} {
		items, notices := Read(in)
		var ids []string
		for _, item := range items {
			ids = append(ids, item.ID)
		}
		if got := strings.Join(ids, " "); got != want || len(notices) > 0 {
			t.Errorf("%s: keys %q, want %q, %v", in, got, want, notices)
		}
	}
}

// Commands that only order entries print nothing, and those that the file defines what it says.
func TestMacros(t *testing.T) {
	const preamble = `@preamble{"\newcommand{\hide}[1]{} \providecommand\swap[2]{#2 #1} \def\keep#1{<#1>} \newcommand{\cprime}{'} \newcommand{\textit}[1]{no}"}`
	for in, want := range map[string]string{
		`{\noopsort{b}}Volume`: "Volume", `{\SortNoop{x}}Sorted`: "Sorted", `\switchargs{--90}{1968}`: "1968–90", `\hide{a}b`: "b", `\hide xb`: "b", `\swap{a}{b}c`: "b ac",
		`\keep{a}`: "<a>", `Il\cprime in`: "Il'in", `\textit{a}`: "a", `\hide`: "", `\swap{a}`: "a", `a\\noopsort`: "a noopsort", `\noopsorted{a}`: "a", `\hide{{a}{b}}c`: "c", `{a\keep}b`: "a<>b", `\keep\&b`: "<>&b",
	} {
		items, notices := Read(preamble + "@book{a, title={" + in + "}}")
		if len(items) != 1 || items[0].Title != want || len(notices) > 0 {
			t.Errorf("%s: %q, %v, want %q", in, items[0].Title, notices, want)
		}
	}
	items, _ := Read(preamble + `@book{a, author={{\SortNoop{Mueller}}M{\"u}ller, A.}, year={{\noopsort{1973b}}1981}}`)
	if got := asJSON(items); got != `[{"id":"a","type":"book","author":[{"family":"Müller","given":"A."}],"issued":{"date-parts":[[1981]]}}]` {
		t.Error(got)
	}
	if got := items[0].Own.Fields.Get("year"); got != "1981" {
		t.Errorf("the year is written %q", got)
	}
	if _, notices := Read(`@preamble{"\newcommand{\x}{` + strings.Repeat("y", 190) + `}"}@book{a, title={` + strings.Repeat(`\x`, 10_000) + "}}"); len(notices) != 1 {
		t.Errorf("a small file grows large: %v", notices)
	}
}

// TestApply gives a command its arguments: groups, or the next sign, which the end of a group and a command are not.
func TestApply(t *testing.T) {
	one, two := macro{body: "<#1>", arguments: 1}, macro{body: "#2#1", arguments: 2}
	for _, tt := range []struct {
		m        macro
		in, want string
	}{
		{one, "{a}b", "<a>|b"}, {one, " ab", "<a>|b"}, {one, "}b", "<>|}b"}, {one, `\b`, `<>|\b`}, {one, "", "<>|"}, {two, "{a}{b}c", "ba|c"}, {two, "abc", "ba|c"}, {two, "a}", "a|}"}, {macro{body: "x"}, "  a", "x|a"},
	} {
		if text, n := tt.m.apply(tt.in); text+"|"+tt.in[n:] != tt.want {
			t.Errorf("%s: %s|%s, want %s", tt.in, text, tt.in[n:], tt.want)
		}
	}
}

// TestMostMacros holds that commands beyond the most that a file may define are unknown ones.
func TestMostMacros(t *testing.T) {
	var b strings.Builder
	name := func(i int) string { return `\m` + string(rune('a'+i/26)) + string(rune('a'+i%26)) }
	most := maxMacros - len(orderMacros)
	for i := range most + 1 {
		b.WriteString(`\def` + name(i) + `{tides}`)
	}
	items, _ := Read(`@preamble{"` + b.String() + `"}@book{a, title={of ` + name(most-1) + `}}@book{b, title={of ` + name(most) + `}}`)
	if items[0].Title != "of tides" || items[1].Title == "of tides" {
		t.Errorf("titles %q and %q", items[0].Title, items[1].Title)
	}
}

// "et al." is nobody, however a list of names has it.
func TestEtAl(t *testing.T) {
	for in, want := range map[string]string{
		"Oke, B. and others": "Oke, B. and others", "Oke, B. and et al.": "Oke, B. and others", "Oke, B. and {et al.}": "Oke, B. and others", "Oke, B., et al.": "Oke, B. and others",
		"B. Oke et~al": "Oke, B. and others", "Bet Al": "Bet Al", "Al, Bet": "Al, Bet",
	} {
		items, _ := Read("@book{a, author={" + in + "}}")
		var b bytes.Buffer
		if err := Write(&b, items); err != nil || !strings.Contains(b.String(), "author = {"+want+"}") {
			t.Errorf("%s is written as %s, %v", in, b.String(), err)
		}
		if last := items[0].Author[len(items[0].Author)-1]; (last.Literal == bib.AndOthers) != strings.HasSuffix(want, "others") {
			t.Errorf("%s: %+v", in, items[0].Author)
		}
	}
}

// An entry is written as it stood, but for its key.
func TestOwn(t *testing.T) {
	const entry = "@mvbook{Doe 2016,\n  author = {Doe, Jo and {\\'E}va},\n  title = {The {\\em $O(n)$} Book},\n  month = jan,\n  date = {2016-01},\n  file = {:a.pdf:PDF},\n  x-mine = {1}\n}\n"
	items, notices := Read(entry)
	var b bytes.Buffer
	if err := Write(&b, items); err != nil || b.String() != entry || len(notices) > 0 {
		t.Errorf("%v %v\n got %s\nwant %s", err, notices, b.String(), entry)
	}
	if line := items[0].Own.Line; line != 1 {
		t.Errorf("line %d", line)
	}
}

// TestReadBroken checks that a broken entry costs only itself, and is reported.
func TestReadBroken(t *testing.T) {
	for _, tt := range brokenTests {
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

// The kinds of entries that BibTeX and BibLaTeX know, and what others name them.
func TestKinds(t *testing.T) {
	for kinds, want := range map[string]string{
		"article ARTICLE":                         "article-journal",
		"book mvbook booklet":                     "book",
		"collection mvcollection":                 "book",
		"proceedings manual reference periodical": "book",
		"incollection inbook bookinbook suppbook": "chapter",
		"inproceedings conference":                "paper-conference",
		"phdthesis mastersthesis thesis":          "thesis",
		"techreport report":                       "report",
		"online electronic www":                   "webpage",
		"inreference":                             "entry-encyclopedia",
		"movie video":                             "motion_picture",
		"dataset":                                 "dataset",
		"software":                                "software",
		"patent":                                  "patent",
		"standard":                                "standard",
		"review":                                  "review",
		"unpublished":                             "manuscript",
		"misc unheard":                            "document",
		"artwork image":                           "graphic",
		"audio music":                             "song",
		"jurisdiction":                            "legal_case",
	} {
		for _, kind := range strings.Fields(kinds) {
			if items, _ := Read("@" + kind + "{a, title={A}}"); len(items) != 1 || items[0].Type != want {
				t.Errorf("@%s: %v, want the type %s", kind, items, want)
			}
		}
	}
}

// A preprint is an article or none of the known kinds, and appeared in nothing but an archive.
func TestPreprints(t *testing.T) {
	for in, want := range map[string]string{
		"@article{a, eprint={1401.1}}": "article", "@misc{a, eprint={1401.1}}": "article", "@article{a}": "article-journal",
		"@article{a, eprint={1401.1}, journal={J}}": "article-journal", "@book{a, eprint={1401.1}}": "book", "@misc{a, eprint={1401.1}, booktitle={B}}": "document",
	} {
		if items, _ := Read(in); len(items) != 1 || items[0].Type != want {
			t.Errorf("%s: %v, want the type %s", in, items, want)
		}
	}
}

// Styles write a title's words in lower case but for those in braces.
func TestProtectTitle(t *testing.T) {
	for in, want := range map[string]string{
		"Slow waves": "Slow waves", "Slow Waves": "Slow {Waves}", "slow waves of Lagos": "slow waves of {Lagos}", "pH of mRNA": "{pH} of {mRNA}", "DNA": "{DNA}", "A": "A",
		"Ébène Ébène": "Ébène {Ébène}", "H₂O and co": "{H₂O} and co", "5 % of A": `5 \% of {A}`, "a { B": `a \textbraceleft{} {B}`, "": "",
	} {
		if got := protectTitle(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
}

func TestLaTeX(t *testing.T) {
	for in, want := range map[string]string{
		`H$_2$O`: "H₂O", `10$^{-3}$`: "10⁻³", `$x_a$`: "x_a", `$x^a$`: "x^a", `x_`: "x_", `$x^+$`: "x⁺", "x^+": "x^+", `{x}`: "x", `a}b{c`: "abc",
		`\'{e}\'e\'{\i}`: "ééí", `\"o\c{c}\v s`: "öçš", `\'1`: "1", `\ss{}\o`: "ßø", `a\,b\ c~d`: "a b c d", `a\-b\/c`: "abc", `\t{oo}`: "oo", `\`: "",
		"a--b---c": "a–b—c", "``a''": "“a”", `\href{http://x.example}{a}`: "a", `\textsuperscript{2}\textsubscript{x}`: "²x", `\unknown{a}`: "a", `50\% \& \#`: "50% & #",
	} {
		if got := fromLaTeX(in); got != want {
			t.Errorf("%s prints %q, want %q", in, got, want)
		}
	}
}

// A word in braces begins no particle, even in lower case; an accent's braces are none.
func TestNames(t *testing.T) {
	for in, want := range map[string]bib.Name{
		"Ana {de} Cruz": {Family: "Cruz", Given: "Ana de"}, "Ana de Cruz": {Family: "Cruz", Given: "Ana", NonDroppingParticle: "de"},
		`Ana {\'e}l Cruz`: {Family: "Cruz", Given: "Ana", NonDroppingParticle: "él"}, "Ana 't Cruz": {Family: "Cruz", Given: "Ana", NonDroppingParticle: "'t"},
		"de la Cruz": {Family: "Cruz", NonDroppingParticle: "de la"}, "Ana de Cruz de Sol": {Family: "Sol", Given: "Ana", NonDroppingParticle: "de Cruz de"},
		"family=Cruz": {Family: "Cruz"}, "given=Ana": {Family: "given=Ana"}, "others": {Literal: bib.AndOthers}, "{others}": {Literal: "others"},
	} {
		if got := bibName(in); got != want {
			t.Errorf("%s is read %+v, want %+v", in, got, want)
		}
	}
	for in, want := range map[string]bib.Name{
		"{Cruz, Sons}": {Family: "Cruz, Sons"}, "{de la Cruz}, Ana": {Family: "de la Cruz", Given: "Ana"}, "Cruz {and} Sol, Ana": {Family: "Cruz and Sol", Given: "Ana"},
		"{Wave and Sons}": {Literal: "Wave and Sons"}, "de la Cruz, {Jr, II}, Ana": {Family: "Cruz", Given: "Ana", Suffix: "Jr, II", NonDroppingParticle: "de la"}, "Plato": {Family: "Plato"},
	} {
		if got := writeBibName(want); got != in {
			t.Errorf("%+v is written %q, want %q", want, got, in)
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
	for _, tt := range brokenTests {
		f.Add(tt.in)
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
		`@article{a,
  author = {van der Berg, Jan and Ng, Jr., É. and {Ministry of Sleep and Waves} and others},
  title = {50\% of {H₂O} \& \{x\} {-}{-} 'a' \textasciitilde{} \#1\_b},
  journal = {J. Waves},
  year = {2014},
  month = mar,
  day = {5},
  volume = {12},
  number = {3-4},
  pages = {45--67},
  doi = {10.5555/a_b(3)},
  url = {https://e.example/a_b~c?d=%20&e#f}
}

@book{b,
  editor = {Plato, X.},
  translator = {Ito, K.},
  title = {Nets},
  year = {1999},
  month = feb,
  pagetotal = {333},
  edition = {2},
  series = {Series},
  publisher = {Harbour},
  address = {Lund},
  isbn = {978-3-16-148410-0}
}

@phdthesis{c,
  title = {T},
  year = {871},
  school = {Uni}
}

@misc{d,
  title = {P},
  year = {in press},
  eprint = {1401.01234},
  archiveprefix = {arXiv}
}

@incollection{e,
  title = {C},
  booktitle = {Book},
  pages = {e12}
}
`},
	{`[{"id":"a","type":"thesis","title":"T","publisher":"Uni","genre":"Diploma"},{"id":"b","type":"thesis","title":"T","genre":"PhD thesis"},{"id":"c","type":"report","title":"R","number":"TR-7","publisher":"Lab"},{"id":"d","type":"webpage","issued":{"date-parts":[[2014,12],[2015,1]]},"title":"W","container-title":"Site"},{"id":"e","type":"book","issued":{"date-parts":[[2014,1,31]]},"title":"B","issue":"2","number":"4"}]`,
		`@thesis{a,
  title = {T},
  school = {Uni},
  type = {Diploma}
}

@phdthesis{b,
  title = {T}
}

@techreport{c,
  title = {R},
  number = {TR-7},
  institution = {Lab}
}

@online{d,
  title = {W},
  journal = {Site},
  date = {2014-12/2015-01}
}

@book{e,
  title = {B},
  year = {2014},
  month = jan,
  day = {31},
  issue = {2},
  number = {4}
}
`},
}
