package search_test

import (
	"strings"
	"testing"

	"etal/internal/names"
	"etal/internal/read"
	"etal/internal/render"
	"etal/internal/search"
	"etal/internal/theme"
)

// documents have something of everything that is not shown as it is written.
var documents = []string{
	"The [moon][tides] rises *over* the **sea**, and ~~the~~ sun sets.\n\n[tides]: https://example.org/tides 'ebb'\n",
	"See [the page](https://example.org/page \"hidden title\"), <https://example.org/seen>, www.example.org/bare and ![a *wave* on](wave.png)\n",
	"H~2~O, x^2^, m<sup>3</sup>, a&nbsp;b, caf&eacute;, \\*star\\*, a&amp;b and `raw \\* code`.\n",
	"<p class=\"secret\">Some <b title=\"secret\">bold</b> &amp; HTML,<br>on two lines</p>\n<!-- a comment -->\n<script>alert(1)</script>\n",
	"Inline <b title=\"secret\">bold</b> <!-- a comment --> and <odd> tags.\n",
	"A word[^note] with a note, and another[^long].\n\n[^note]: What it says.\n[^long]: More of it.\n\n    And more.\n",
	"As [1] says, and [2, 3]; see [9].\n\n## References\n\n1. Oke, B. (1950). *Wheels*. https://doi.org/10.5555/w\n2. Lind, C. (1961). Waves.\n3. Wren, D. (1970). Carts.\n",
	"As [1] says.\n\n## References\n\n1. 45. Tagung, B. (1950). *Wheels*. https://doi.org/10.5555/w\n2. Lind, C. (1961). Waves.\n",
	"7. seven\n9. nine\n   - deeper\n\n     > and quoted\n     > over lines\n- [x] done\n- [ ] to do\n",
	"| tide | *height* |\n|:--|--:|\n| spring | 5&nbsp;m |\n| neap | `3` |\n",
	"> [!NOTE]\n> Take *care*.\n\n> [!odd-kind]- Of its own\n> And more.\n\nEbb\n: falls\n\n    and falls\n\n港口的\n潮水**「高」**也\n",
	"```python\nfor i in range(3):\n\tprint('*i*')\n```\n\n    indented _code_\n",
	"Soft-\nware, “quotes”, ﬁrst – Straße, cafe\u0301, Øye, １２ and 潮汐。\n\nA heading\n=========\n\n### Another one ###\n",
}

// ours are signs on the screen that are not the article's.
var ours = strings.NewReplacer("[image: ", "", "on]", "on", "•", "", "│", "", "─", "", "┼", "", "☐", "", "☑", "", "~~", "", "#", "", "↳", "")

// checkShown checks that each word on the screen is found, and that what is found of the words
// of the source is on the screen.
func checkShown(t *testing.T, text string) {
	t.Helper()
	a, err := read.Read("a.md", []byte(text))
	if err != nil {
		return
	}
	ix := search.New(a)
	narrow := render.New(a, 40, theme.Plain(), render.Options{Part: true})
	for i := range narrow.Len() {
		for _, l := range narrow.Block(i) {
			for _, word := range strings.Fields(ours.Replace(l.Plain())) {
				if strings.Trim(word, names.RaisedDigits+"]") != "" && len(ix.Find(word)) == 0 {
					t.Errorf("%q is shown, and not found, in %q", word, text)
				}
			}
		}
	}
	wide := render.New(a, 10_000, theme.Plain(), render.Options{Part: true})
	for _, word := range strings.FieldsFunc(text, isSign) {
		for _, s := range ix.Find(word) {
			shown := ""
			for _, l := range wide.Block(a.BlockAt(s.Start)) {
				shown += l.Plain() + "\n"
			}
			if !strings.Contains(names.Fold(shown), names.Fold(word)) {
				t.Errorf("%q is found at %d, where %q is shown, in %q", word, s.Start, shown, text)
			}
		}
	}
}

// isSign reports whether a letter may be one of Markdown's signs.
func isSign(r rune) bool { return strings.ContainsRune(" \n\t\"'=<>()[]*/.:^&;`~|\\_", r) }

func TestShown(t *testing.T) {
	for _, text := range documents {
		checkShown(t, text)
	}
}
