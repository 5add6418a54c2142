package read

import (
	"encoding/json"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/markdown"
)

// unsafeTexts are characters that a terminal must not get, or that change what stands before them,
// as they are and as bibliographies write them.
var unsafeTexts = []string{
	"\u200b", "\u00ad", "\ufeff", "\u202e", "\u2066", "e" + strings.Repeat("\u0301", 40), "\u0301", "\x00", "\x1b[31m", "\xff", "\u2028",
	`{\'{}}`, `\-`, `\u0000`, `\ud800`, `\u202e`, `<i>`, "&#8203;", "*_`[x](y)`",
}

// slots are bibliographies of two works, in which a § stands in every place that takes text.
var slots = map[string]string{
	"works.bib": `@string{tl = "Tidal§ Letters"} @article{§oke, author = {O§ke, §B. and {§Quay House} and Jan van§ Berg}, title = {§Wheels {that§} reckon}, journal = tl # "§", year = {19§50}, volume = {§3}, number = {4§}, pages = {1§--9}, doi = {10.5555/§w}, url = {https://example.org/§}, note = {§n}, abstract = {§a}, keywords = {k§}, language = {§en}, month = §mar}
@incollection{lind, editor = {§Oke, B.}, booktitle = {§Tides}, publisher = {Qu§ay}, address = {§Hull}, edition = {2§}, series = {§S}, title = {Waves§}, author = {Lind§}, year = 1961§, isbn = {§}}`,
	"works.ris": "TY  - JOUR\nID  - §oke\nAU  - O§ke, §B.\nA1  - §Quay House\nTI  - §Wheels§ that reckon\nT2  - Tidal§ Letters\nPY  - 19§50\nDA  - 1950/§3/1§\nVL  - §3\nIS  - 4§\nSP  - §1\nEP  - 9§\nDO  - 10.5555/§w\nUR  - https://example.org/§\nN1  - §\nAB  - §a\nKW  - §k\nLA  - §en\nPB  - §Quay\nCY  - §Hull\nSN  - §1\nER  - \nTY  - BOOK§\nID  - lind\nAU  - Lind§\nTI  - Waves\nPY  - §1961\nER  - \n",
	"works.json": `[{"id":"§oke","type":"article-journal","title":"§Wheels <i>that§</i> reckon","author":[{"family":"O§ke","given":"§B."},{"literal":"§Quay House"}],"container-title":"Tidal§ Letters","issued":{"date-parts":[["19§50"]]},"volume":"§3","issue":"4§","page":"§1-9","DOI":"10.5555/§w","URL":"https://example.org/§","note":"§","abstract":"§a","keyword":"k§","language":"§en"},
{"id":"lind","type":"book","title":"Waves§","author":[{"family":"Lind§"}],"issued":{"raw":"§1961"},"publisher":"Qu§ay","publisher-place":"§Hull","edition":"2§","ISBN":"§"}]`,
}

// TestSlots puts unsafe text into the places of bibliographies, read as articles and cited by an
// article: what spans cut out of the text is what they say.
func TestSlots(t *testing.T) {
	for name, works := range slots {
		read := 0
		check := func(works string) {
			t.Helper()
			if a, err := (Reader{}).read(name, []byte(works)); err == nil {
				checkArticle(t, a)
				checkSays(t, a)
				read += len(a.References)
			}
			r := Reader{Open: func(string) ([]byte, error) { return []byte(works), nil }}
			a, err := r.read("a.md", []byte("---\nbibliography: "+name+"\nnocite: '@*'\n---\nAs shown [@lind, p. 3; @oke] and by @lind.\n"))
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, a)
			checkSays(t, a)
		}
		places := strings.Split(works, "§")
		written := func(text string) string { return text }
		if name == "works.json" {
			written = inJSON
		}
		for _, text := range unsafeTexts {
			check(strings.Join(places, written(text)))
		}
		all := written(strings.Join(unsafeTexts, ""))
		for i := 1; i < len(places); i++ {
			check(strings.Join(places[:i], "") + all + strings.Join(places[i:], ""))
		}
		if want := 2 * (len(unsafeTexts) + len(places) - 1); read < want*9/10 {
			t.Errorf("%s: %d works read of %d", name, read, want)
		}
	}
}

// inJSON returns text as it stands between the quotes of a JSON string.
func inJSON(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(b[1 : len(b)-1])
}

// checkSays checks that what the spans of references cut out of the body is what they say.
func checkSays(t *testing.T, a *article.Article) {
	t.Helper()
	for _, r := range a.References {
		tree := markdown.NewParser(a.Body.String(), a.Blocks).Parse(r.Span, nil)
		if got := tree.Plain(tree.Root); got != r.Text {
			t.Errorf("reference %d says\n%q, its span\n%q", r.Number, r.Text, got)
		}
	}
}
