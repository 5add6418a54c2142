package markdown

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/bib"
	"etal/internal/bib/refstring"
)

// The works are invented.
const keyWorks = `
@book{li99, author={Li, Wu}, title={Nets and waves}, year=1999}
@book{li99b, author={Li, Wu}, title={Nets again}, year=1999}
@article{okoro14, author={Okoro, B. and Berg, Jan van der}, title={Slow waves}, journal={J. Waves}, year=2014}
@misc{de_nova_2017_x, author={{Ministry of Sleep}}, title={A_b}, year=2017}
@misc{team, author={A Bo and C Da and E Fu}, title={Many}}
@misc{two words, title={On the sleep of the many and the few}}
`

var keyTests = []struct{ name, in, want, cites string }{
	{"one", `So [@okoro14].`, `So (Okoro & van der Berg, 2014).`, `okoro14`},
	{"several", `So [@okoro14; @team].`, `So (Okoro & van der Berg, 2014; Bo et al., n.d.).`, `okoro14 team`},
	{"letters", `[@li99] and [@li99b]`, `(Li, 1999b) and (Li, 1999a)`, `li99|li99b`},
	{"words and places", `[see @okoro14, pp. 33-35 and *passim*; @li99, chap. 3]`, `(see Okoro & van der Berg, 2014, pp. 33–35 and *passim*; Li, 1999, chap. 3)`, `okoro14 li99`},
	{"a number is a page", `[@li99, 33] [@li99 33-35] [@li99{see p. 3}]`, `(Li, 1999, p. 33) (Li, 1999, pp. 33–35) (Li, 1999 see p. 3)`, `li99|li99|li99`},
	{"narrative", `@okoro14 says, and @li99 [p. 3] too.`, `Okoro and van der Berg (2014) says, and Li (1999, p. 3) too.`, `okoro14|li99`},
	{"without authors", `Li [-@li99] says [-@li99, p. 3].`, `Li (1999) says (1999, p. 3).`, `li99|li99`},
	{"signs about a key", `Is it @li99? @li99's *@li99*: (@li99).`, `Is it Li (1999)? Li (1999)'s *Li (1999)*: (Li (1999)).`, `li99|li99|li99|li99`},
	{"a key with signs", `[@de_nova_2017_x] or @{two words}.`, `(Ministry of Sleep, 2017) or “On the sleep of …” (n.d.).`, `de_nova_2017_x|two words`},
	{"words between", `[@li99 and @okoro14, @team]`, `(Li, 1999 and Okoro & van der Berg, 2014; Bo et al., n.d.)`, `li99 okoro14 team`},
	{"over lines, in a quote", "> So [see @li99;\n> @okoro14].", "> So (see Li, 1999; Okoro & van der Berg, 2014).", `li99 okoro14`},
	{"MyST", "So {cite}`li99, okoro14`, {cite:t}`li99`, {cite:p}`{see}li99{p. 3}`.", `So (Li, 1999; Okoro & van der Berg, 2014), Li (1999), (see Li, 1999, p. 3).`, `li99 okoro14|li99|li99`},
	{"in a footnote", "x[^1]\n\n[^1]: @li99 says.", "x[^1]\n\n[^1]: Li (1999) says.", `li99`},
	{"in a caption", `![Nets [@li99]](nets.png)`, `![Nets (Li, 1999)](nets.png)`, `li99`},
	{"unknown", `[@nobody] [@li99; @nobody99], @nobody99 and @nobody.`, `[@nobody] (Li, 1999; @nobody99), @nobody99 and @nobody.`, `?nobody|li99 ?nobody99|?nobody99`},
	{"keys behind signs", `x.@li99 x/@li99 @@li99 x-@li99 --@li99 (-@li99)`, `x.@li99 x/@li99 @@li99 x-Li (1999) --Li (1999) ((1999))`, `li99|li99|li99`},
	{"keys before signs", `@li99, @li99: @li99. @li99... @li99--x`, `Li (1999), Li (1999): Li (1999). Li (1999)... Li (1999)--x`, `li99|li99|li99|li99|li99`},
	{"brackets that are no marks", `x^[see @li99] [@li99]{.a} [@li99](b.md)`, "x[^note-1] Li (1999) [@li99](b.md)\n\n[^note-1]: see Li (1999)", `li99|li99`},
	{"a bracket before another that is no address", `[@li99](see there)`, `[Li (1999)](see there)`, `li99`},
	{"a note at the beginning", `^[see @li99]`, "[^note-1]\n\n[^note-1]: see Li (1999)", `li99`},
	{"a bracket that is too long", `[@li99 ` + strings.Repeat("word ", maxMark/5) + `]`, `[Li (1999) ` + strings.Repeat("word ", maxMark/5) + `]`, `li99`},
	{"a bracket behind a sign", `@[@li99] @{@li99`, `@(Li, 1999) @{Li (1999)`, `li99|li99`},
	{"a mark in a mark", "[@okoro14, see {cite}`li99`]", "(Okoro & van der Berg, 2014, see cite`li99`)", `okoro14`},
	{"an open bracket", `[x @li99 and [@okoro14]`, `[x Li (1999) and (Okoro & van der Berg, 2014)`, `li99|okoro14`},
	{"brackets behind a key", `@li99 [p. 3][a] @li99 [p. 3]: @li99[p. 3] @li99  [p. 3] @li99,[p. 3] @li99 [@team]`, `Li (1999) [p. 3][a] Li (1999) [p. 3]: Li (1999, p. 3) Li (1999)  [p. 3] Li (1999),[p. 3] Li (1999) (Bo et al., n.d.)`, `li99|li99|li99|li99|li99|li99|team`},
	{"prefixes behind a key", `[@li99, @team] [@li99 @team] [@li99, and @team, p. 3; see -@okoro14]`, `(Li, 1999; Bo et al., n.d.) (Li, 1999; Bo et al., n.d.) (Li, 1999 and Bo et al., n.d., p. 3; see 2014)`, `li99 team|li99 team|li99 team okoro14`},
	{"braces", "@{li99} @{} [@{two\n words}]", `Li (1999) @{} (“On the sleep of …”, n.d.)`, `li99|two words`},
	{"MyST's years and roles", "{cite:year}`li99` {cite:yearpar}`li99` {cite}`` {cite}`{` {x}`li99` {cite:p}`nobody; li99`", "(1999) (1999) {cite}`` {cite}`{` {x}`li99` (@nobody; Li, 1999)", `li99|li99|li99 ?nobody`},
	{"places", `[@li99, 3-5, 7] [@li99 iv] [@li99, chap. 3, 4--5] [@li99, and so on]`, `(Li, 1999, pp. 3–5, 7) (Li, 1999 iv) (Li, 1999, chap. 3, 4–5) (Li, 1999, and so on)`, `li99|li99|li99|li99`},
	{"no keys", "Mail me@li99.org, `[@li99]`, \\@li99, a@li99, [x @li99](http://example.org), [@fig:net1](#a), @fig:net1 and [the @home].\n\n    @li99\n\n```\n[@li99]\n```", "", ``},
}

// TestKeys tells what is made of a text that cites by keys: the text, and what its
// citations name.
func TestKeys(t *testing.T) {
	for _, tt := range keyTests {
		t.Run(tt.name, func(t *testing.T) {
			a := readBeside("---\nbibliography: works.bib\n---\n\n" + tt.in + "\n")
			body, list, _ := strings.Cut(a.Body.String(), "\n\n## References")
			if tt.want == "" {
				tt.want = tt.in
			}
			if body = strings.TrimSpace(body); body != tt.want && tt.name != "no keys" {
				t.Errorf("got  %s\nwant %s\n%s", body, tt.want, list)
			}
			var cites []string
			for _, c := range a.Citations {
				var keys []string
				for _, n := range c.References {
					keys = append(keys, a.References[n-1].Item.ID)
				}
				for _, m := range c.Missing {
					keys = append(keys, "?"+m)
				}
				cites = append(cites, strings.Join(keys, " "))
				shown := strings.Join(strings.Fields(strings.NewReplacer("*", "", `\`, "", "\n>", " ").Replace(a.Slice(c.Span).String())), " ")
				if shown != c.Text.String() {
					t.Errorf("the span has %q, the citation %q", shown, c.Text)
				}
			}
			if got := strings.Join(cites, "|"); got != tt.cites {
				t.Errorf("cites %s\nwant  %s", got, tt.cites)
			}
			for _, r := range a.References {
				if refstring.Parse(r.Text.String()).Title == "" || !strings.Contains(a.Slice(r.Span).String(), "*") {
					t.Errorf("reference %q", a.Slice(r.Span))
				}
			}
		})
	}
}

// TestIdentifiers cites works by identifiers, which need no bibliography.
func TestIdentifiers(t *testing.T) {
	a := readAlone("So [@doi:10.5555/tl.7] and @pmid:123 say [@arxiv:1706.03762, p. 3; @isbn:1-2; @doi:10.5555/tl.7], not [@doi:x] and @home:a.\n")
	const want = "So (doi:10.5555/tl.7) and pmid:123 say (arxiv:1706.03762, p. 3; isbn:1-2; doi:10.5555/tl.7), not [@doi:x] and @home:a."
	if got, _, _ := strings.Cut(a.Body.String(), "\n"); strings.ReplaceAll(got, `\`, "") != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var list, cited []string
	for _, r := range a.References {
		list = append(list, r.Text.String())
	}
	for _, c := range a.Citations {
		cited = append(cited, fmt.Sprint(c.References, c.Missing))
	}
	if got := strings.Join(list, "|"); got != "https://doi.org/10.5555/tl.7|https://pubmed.ncbi.nlm.nih.gov/123/|arXiv:1706.03762. https://arxiv.org/abs/1706.03762|ISBN 1-2." {
		t.Errorf("list %s", got)
	}
	if got := strings.Join(cited, " "); got != "[1] [] [2] [] [3 4 1] [] [] [doi:x]" {
		t.Errorf("cited %s", got)
	}
}

// TestReadKey tells what key a text begins with.
func TestReadKey(t *testing.T) {
	for text, want := range map[string]string{
		"@li99": "li99", "@a:b": "a:b", "@a.b-c/d~e": "a.b-c/d~e", "@a..b": "a", "@a.:b": "a", "@a.": "a", "@.a": "", "@a!b": "a", "@a b": "a", "@_a": "_a", "@ö9": "ö9", "@": "", "@ ": "",
		"@{a b}c": "a b", "@{}": "", "@{a": "", "@{" + strings.Repeat("a", 199) + "}": strings.Repeat("a", 199), "@{" + strings.Repeat("a", 201) + "}": "",
	} {
		key, end := readKey("x"+text, 1)
		if key != want || end <= 1 || end > len(text)+1 {
			t.Errorf("%q: %q, %d", text, key, end)
		}
	}
}

// TestKeysAndOthers holds that other marks cite only what the text lists itself.
func TestKeysAndOthers(t *testing.T) {
	for text, want := range map[string]string{
		"[@li99] in [1], (Li, 1999).": "(Li, 1999) [1]",
		"[@li99; @okoro14] in [1].":   "(Li, 1999; Okoro & van der Berg, 2014) [1 2]",
		"[@li99] and (Ito, 2003).\n\n# References\n\nIto, K. (2003). *Own*. Harbour.\n": "(Li, 1999) [2] (Ito, 2003) [1]",
		"[@nobody] as in [1].\n\n# References\n\n1. Ito, K. (2003). Own. Harbour.\n":    "[@nobody] [] [1] [1]",
	} {
		var got []string
		for _, c := range readBeside("---\nbibliography: works.bib\n---\n" + text).Citations {
			got = append(got, fmt.Sprint(c.Text, c.References))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
	if a := readAlone("---\nreferences: [{id: a1, title: Own}]\n---\n@nobody99 says."); len(a.Citations) != 1 || len(a.Citations[0].Missing) != 1 {
		t.Errorf("what looks like a key, beside one work: %v", a.Citations)
	}
}

// TestLetters holds that works that are cited alike get letters as long as there are any.
func TestLetters(t *testing.T) {
	var works []bib.Item
	for i := range 27 {
		works = append(works, bib.Item{ID: fmt.Sprint(i), Author: []bib.Name{{Family: "Li"}}, Title: fmt.Sprintf("%02d", i), Issued: &bib.Date{Parts: [][]int{{1999}}}})
	}
	k := newKeyed(nil, works, []string{"*"})
	for i, want := range map[int]string{0: "1999a", 1: "1999b", 25: "1999z", 26: "1999"} {
		if got := shortDate(k.items[i]); got != want {
			t.Errorf("work %d is of %s, want %s", i, got, want)
		}
	}
}

// TestWorks tells how works are named.
func TestWorks(t *testing.T) {
	li, oke := bib.Name{Family: "Li", Given: "Wu"}, bib.Name{Family: "Oke", Given: "B."}
	for _, tt := range []struct {
		name string
		work bib.Item
		want string
	}{
		{"two authors", bib.Item{Author: []bib.Name{li, oke}}, "Li & Oke, n.d."},
		{"an author and others", bib.Item{Author: []bib.Name{li, {Literal: "others"}}}, "Li et al., n.d."},
		{"three authors", bib.Item{Author: []bib.Name{li, oke, li}}, "Li et al., n.d."},
		{"a title of five words", bib.Item{Title: "On waves, nets and sleep"}, "“On waves, nets and sleep”, n.d."},
		{"a title of six words", bib.Item{Title: "On waves and nets, and sleep"}, "“On waves and nets …”, n.d."},
		{"neither", bib.Item{ID: "a9"}, "a9, n.d."},
		{"a letter", bib.Item{ID: "a9", YearSuffix: "b"}, "a9, n.d.-b"},
		{"a date in words", bib.Item{ID: "a9", Issued: &bib.Date{Literal: "in press"}}, "a9, in press"},
	} {
		if got := shortNames(tt.work, "&") + ", " + shortDate(tt.work); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestKeyList holds where the generated list stands, and what in it.
func TestKeyList(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"at the end, in order", "[@okoro14; @li99]",
			"(…)\n\n## References\n\nLi, W. (1999). *Nets and waves*.\n\nOkoro, B., & van der Berg, J. (2014). Slow waves. *J. Waves*.\n"},
		{"under its heading", "[@li99]\n\n# Bibliography\n\n# Appendix\n\nMore [@okoro14].",
			"(…)\n\n# Bibliography\n\nLi, W. (1999). *Nets and waves*.\n\nOkoro, B., & van der Berg, J. (2014). Slow waves. *J. Waves*.\n\n# Appendix\n\nMore (…).\n"},
		{"in its place", "[@li99]\n\n# References\n\n::: {#refs}\n:::\n\n# Appendix", "(…)\n\n# References\n\nLi, W. (1999). *Nets and waves*.\n\n# Appendix\n"},
		{"in MyST's place", "[@li99]\n\n```{bibliography}\n:filter: docname\n```\n\nEnd.", "(…)\n\n## References\n\nLi, W. (1999). *Nets and waves*.\n\nEnd.\n"},
		{"before the notes", "[@li99] x[^a]\n\n# References\n\n[^a]: A remark.", "(…) x[^a]\n\n# References\n\nLi, W. (1999). *Nets and waves*.\n\n[^a]: A remark.\n"},
		{"behind what is listed already", "[@li99]\n\n# References\n\nIto, K. (2003). *Own*. Harbour.", "(…)\n\n# References\n\nIto, K. (2003). *Own*. Harbour.\n\nLi, W. (1999). *Nets and waves*.\n"},
		{"in its place, without a heading", "[@li99]\n\n<div id=\"refs\"></div>\n\nEnd.", "(…)\n\n## References\n\nLi, W. (1999). *Nets and waves*.\n\nEnd.\n"},
		{"before what is listed already", "[@li99]\n\n::: {#refs}\n:::\n\n# References\n\nIto, K. (2003). *Own*. Harbour.", "(…)\n\n## References\n\nLi, W. (1999). *Nets and waves*.\n\n# References\n\nIto, K. (2003). *Own*. Harbour.\n"},
		{"in its place, before a mark", "So.\n\n<div id=\"refs\"></div>\n\n[@li99] says.", "So.\n\n## References\n\nLi, W. (1999). *Nets and waves*.\n\n(…) says.\n"},
		{"behind a line", "[@li99] so\n# References", "(…) so\n# References\n\nLi, W. (1999). *Nets and waves*.\n"},
		{"a level as the others'", "# A\n\n[@li99]\n\n# B", "# A\n\n(…)\n\n# B\n\n# References\n\nLi, W. (1999). *Nets and waves*.\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := readBeside("---\nbibliography: [sub/works.bib]\n---\n" + tt.in + "\n")
			body := a.Body.String()
			for i := len(a.Citations) - 1; i >= 0; i-- {
				c := a.Citations[i]
				body = body[:c.Start] + "(…)" + body[c.End:]
			}
			if body != tt.want {
				t.Errorf("got\n%s\nwant\n%s", body, tt.want)
			}
			if got, want := len(a.References), strings.Count(tt.want, "). "); got != want {
				t.Errorf("%d references, want %d", got, want)
			}
			for _, r := range a.References {
				if got := strings.ReplaceAll(a.Slice(r.Span).String(), "*", ""); got != r.Text.String() {
					t.Errorf("the span has %q, the reference %q", got, r.Text)
				}
			}
		})
	}
}

func FuzzKeys(f *testing.F) {
	for _, s := range []string{"[@li99; @okoro14]", "[[[@li99]", "@{", "-@li99 [", "[@li99](x)", "{cite}`li99`", "\\[@li99\\]", "# References\n\nx\n\n[@li99]\n\n::: {#refs}\n:::", "> [@li99\n> ]", "[^1]: @li99", "![a [@li99]](b)"} {
		f.Add(s)
	}
	for _, tt := range keyTests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		a := readBeside("---\nbibliography: works.bib\nnocite: '@team'\n---\n" + in)
		last := 0
		for _, c := range a.Citations {
			if c.Start < last || c.End <= c.Start || c.End > a.Body.Len() {
				t.Errorf("citation %v after %d of %d", c.Span, last, a.Body.Len())
			}
			last = c.Start
			for _, n := range c.Candidates() {
				if n < 1 || n > len(a.References) {
					t.Errorf("reference %d of %d", n, len(a.References))
				}
			}
		}
		last = 0
		for _, r := range a.References {
			if r.Start < last || r.End < r.Start || r.End > a.Body.Len() {
				t.Errorf("reference %v after %d of %d", r.Span, last, a.Body.Len())
			}
			last = r.End
		}
	})
}
