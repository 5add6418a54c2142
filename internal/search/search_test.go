package search

import (
	"strings"
	"testing"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/safe"
)

var findTests = []struct{ query, text, want string }{
	{"tide", "The tide, the tides, the TIDE.", "The ‹tide›, the ‹tide›s, the ‹TIDE›."},
	{"Tide", "The tide, the Tide.", "The tide, the ‹Tide›."},
	{"aa", "aaaa a", "‹aa›‹aa› a"},
	{"in vivo study", "An *in vivo* study and an _in vivo_ study.", "An *‹in vivo* study› and an _‹in vivo_ study›."},
	{"strong words", "Some **strong** words.", "Some **‹strong** words›."},
	{"the moon", "By [the](https://a.b/c_(d)) moon.", "By [‹the](https://a.b/c_(d)) moon›."},
	{"moon's pull", "The moon’s pull.", "The ‹moon’s pull›."},
	{`"so called"`, "A “so called” tide.", "A ‹“so called”› tide."},
	{"spring-tide", "A spring–tide.", "A ‹spring–tide›."},
	{"cafe", "A café, a cafe\u0301, a CAFÉ.", "A ‹café›, a ‹cafe\u0301›, a ‹CAFÉ›."},
	{"café", "A cafe.", "A ‹cafe›."},
	{"e", "e\u0301a", "‹e\u0301›a"},
	{"first", "The ﬁrst one.", "The ‹ﬁrst› one."},
	{"strasse", "Die Straße.", "Die ‹Straße›."},
	{"tidal wave", "A tidal\nwave, a tidal   wave, a tidal\u00a0wave.", "A ‹tidal\nwave›, a ‹tidal   wave›, a ‹tidal\u00a0wave›."},
	{"hyphenated", "A hyphen\u00adated word.", "A ‹hyphenated› word."},
	{"rock & roll", "Some rock &amp; roll.", "Some ‹rock &amp; roll›."},
	{"[3]", "As shown [3].", "As shown ‹[3]›."},
	{"C++", "In C++ code.", "In ‹C++› code."},
	{"a_b", "The a_b name.", "The ‹a_b› name."},
	{"2 * 3", "It is 2 * 3 now.", "It is ‹2 * 3› now."},
	{"*", `A \* star.`, `A \‹*› star.`},
	{"notes that", "His notes[^1] that remain.", "His ‹notes[^1] that› remain."},
	{"notes¹ that", "His notes[^1] that remain.", "His ‹notes[^1] that› remain."},
	{"notes[^2]", "His notes[^2] that remain.", "His ‹notes[^2]› that remain."},
	{"moon rises", "The [moon][tides] rises.\n\n[tides]: https://e.org/x", "The [‹moon][tides] rises›.\n\n[tides]: https://e.org/x"},
	{"tides", "The [moon][tides] rises.\n\n[tides]: https://e.org/x", "The [moon][tides] rises.\n\n[tides]: https://e.org/x"},
	{"e.org", "The [moon](https://e.org/x \"title\"), ![a wave](https://e.org/w.png).", "The [moon](https://e.org/x \"title\"), ![a wave](https://e.org/w.png)."},
	{"e.org", "See <https://e.org/x> or https://e.org/y.", "See <https://‹e.org›/x> or https://‹e.org›/y."},
	{"a wave", "An image ![of *a* wave](w.png).", "An image ![of *‹a* wave›](w.png)."},
	{"tide", "A <b title=\"tide\">wave</b> <!-- tide -->.", "A <b title=\"tide\">wave</b> <!-- tide -->."},
	{"a wave", "<p class=\"tide\">a\n<b>wave</b>&nbsp;of</p>", "<p class=\"tide\">‹a\n<b>wave›</b>&nbsp;of</p>"},
	{"tide", "A <b class=\"tide\">wave</b>.", "A <b class=\"tide\">wave</b>."},
	{"tide", "<p>tide &amp; wave</p>", "<p>‹tide› &amp; wave</p>"},
	{"& wave", "> <p>tide\n> &amp; wave</p>", "> <p>tide\n> ‹&amp; wave›</p>"},
	{"one two", "| one | *two* |\n|---|---|\n| three | four |", "| ‹one | *two›* |\n|---|---|\n| three | four |"},
	{"2. tide", "1. wave\n2. tide", "1. wave\n‹2. tide›"},
	{"tide wave", "- tide\n  - wave", "- ‹tide\n  - wave›"},
	{"cafe", "A caf&eacute; and a cafe&#769;.", "A ‹caf&eacute;› and a ‹cafe›&#769;."},
	{"*p", "```c\n*p = a[1]\n```", "```c\n‹*p› = a[1]\n```"},
	{"e", "```\néé", "```\n‹é›‹é›"},
	{"e", "- é", "- ‹é›"},
	{"a é", "a é", "‹a é›"},
	{"wave note", "A wave [^1], a note.", "A wave [^1], a note."},
	{"tide", "```tide\nwave\n```", "```tide\nwave\n```"},
	{"tides and waves", "The tides<br>and  \nwaves", "The ‹tides<br>and  \nwaves›"},
	{"an <odd> tag", "It is an <odd> tag.", "It is ‹an <odd> tag›."},
	{"Øye", "Ved Øye.", "Ved ‹Øye›."},
	{"oye", "Ved Øye.", "Ved ‹Øye›."},
	{"12", "The year １２.", "The year ‹１２›."},
	{"h2o", "Of H~2~O.", "Of ‹H~2~O›."},
	{"~5", "About ~5 m.", "About ‹~5› m."},
	{"x2", "Of x^2^.", "Of ‹x^2›^."},
	{"m2", "Of m² and m<sup>2</sup>.", "Of ‹m²› and ‹m<sup>2›</sup>."},
	{"let x", "Say `let x` now.", "Say `‹let x›` now."},
	{"*in vivo*", "An *in vivo* study.", "An *‹in vivo›* study."},
	{"quoted words", "> quoted\n> words", "> ‹quoted\n> words›"},
	{"москва", "Москва́", "‹Москва́›"},
	{"潮汐", "月と潮汐。", "月と‹潮汐›。"},
	{"", "Nothing.", "Nothing."},
	{"  ", "A  b.", "A  b."},
	{"no", "Yes.", "Yes."},
}

func TestFind(t *testing.T) {
	for _, tt := range findTests {
		body := safe.New(tt.text).String()
		a := &article.Article{Body: safe.New(body), Blocks: []article.Span{{End: len(body)}}}
		if i := strings.Index(body, "[^1]"); i >= 0 {
			a.Links = []article.Link{{Span: article.Span{Start: i, End: i + len("[^1]")}, Text: safe.New("¹"), Kind: article.Note}}
		}
		var b strings.Builder
		done := 0
		for _, s := range New(a).Find(tt.query) {
			b.WriteString(body[done:s.Start] + "‹" + body[s.Start:s.End] + "›")
			done = s.End
		}
		if got := b.String() + body[done:]; got != tt.want {
			t.Errorf("%q: %q, want %q", tt.query, got, tt.want)
		}
	}
}

// A match goes over no block's end, and code is searched as it stands.
func TestBlocks(t *testing.T) {
	body := "one *two*\n\nthree\n\n```go\nx := *p\n```"
	a := &article.Article{Body: safe.New(body), Blocks: []article.Span{{End: 9}, {Start: 11, End: 16}, {Start: 18, End: len(body)}}}
	ix := New(a)
	for query, want := range map[string]int{"two three": 0, "two": 1, "x := *p": 1, "go": 0} {
		if got := len(ix.Find(query)); got != want {
			t.Errorf("%q: found %d times, want %d", query, got, want)
		}
	}
}

// TestOrdinary holds what of a text folds to itself, which is most of what people write; a letter
// before one that is not ASCII may have an accent.
func TestOrdinary(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "ab": 2, "Zz09": 4, "a b": 3, "a, b.": 5, "a.b": 3, " a": 0, "a  b": 1, "a b ": 3, "a -b": 1, "a-b": 1, ",a": 2,
		"a@": 1, "a[b": 1, "a{b": 1, "a`b": 1, "a/b": 1, "a:b": 1,
		"é": 0, "aé": 0, "abé": 1, "a\u0301": 0, "a é": 1,
	} {
		if got := ordinary(text); got != want {
			t.Errorf("%q: %d bytes, want %d", text, got, want)
		}
	}
}

func TestMaxMatches(t *testing.T) {
	text := safe.New(strings.Repeat("a", maxMatches+1))
	a := &article.Article{Body: text, Blocks: []article.Span{{End: text.Len()}}}
	if got := len(New(a).Find("a")); got != maxMatches {
		t.Errorf("%d matches, want %d", got, maxMatches)
	}
}

func FuzzFind(f *testing.F) {
	for _, tt := range findTests {
		f.Add(tt.text, tt.query)
	}
	f.Add("An *in vivo* study [1](x) of H~2~O.", "in vivo")
	f.Add("cafe\u0301 &amp; ﬁrst\n> more", "first more")
	f.Add("0~000~ and 000", "0")
	f.Add("`a` <b>c</b> \\* ^2^", "*")
	f.Fuzz(func(t *testing.T, text, query string) {
		body := safe.New(text)
		a := &article.Article{Body: body, Blocks: []article.Span{{End: body.Len()}}}
		end := 0
		for _, s := range New(a).Find(query) {
			if s.Start < end || s.End <= s.Start || s.End > body.Len() {
				t.Fatalf("%q in %q: %v after %d", query, text, s, end)
			}
			if got := body.Slice(s.Start, s.End).String(); strings.ToValidUTF8(got, "?") != got {
				t.Fatalf("%q in %q: %q is cut within a letter", query, text, got)
			}
			end = s.End
		}
	})
}

// long returns an article of about the given size, in bytes.
func long(size int) *article.Article {
	paragraph := "The moon’s *pull* on the sea was foretold by [machines](https://example.org/machines) with wheels and pulleys [3], and the tables they made were right on most days.\n\n"
	var b strings.Builder
	a := &article.Article{}
	for b.Len() < size {
		a.Blocks = append(a.Blocks, article.Span{Start: b.Len(), End: b.Len() + len(paragraph) - 2})
		b.WriteString(paragraph)
	}
	a.Body = safe.New(b.String())
	return a
}

func BenchmarkNew(b *testing.B) {
	a := long(5 << 20)
	b.SetBytes(int64(a.Body.Len()))
	for b.Loop() {
		New(a)
	}
}

func BenchmarkFind(b *testing.B) {
	ix := New(long(5 << 20))
	b.SetBytes(int64(len(ix.text)))
	for b.Loop() {
		ix.Find("pulleys and the")
	}
}

// A folded line is what a search looks through, and each byte of it leads to its letter.
func TestFold(t *testing.T) {
	for _, tt := range []struct{ text, folded, letters string }{
		{"The Tide", "the tide", "The Tide"},
		{"É\u0301lève", "eleve", "Élève"},
		{"a–b “c”", `a-b "c"`, "a–b “c”"},
		{"Straße", "strasse", "Straßße"},
		{"", "", ""},
	} {
		text := safe.New(tt.text)
		folded, offsets := Fold(text)
		if ix := New(&article.Article{Body: text, Blocks: []article.Span{{End: text.Len()}}}); folded != tt.folded || strings.TrimSpace(string(ix.small)) != folded {
			t.Errorf("%q: got %q, want %q; an index has %q", tt.text, folded, tt.folded, ix.small)
		}
		if len(offsets) != len(folded)+1 || offsets[len(folded)] != len(tt.text) {
			t.Fatalf("%q: %d offsets of %d bytes: %v", tt.text, len(offsets), len(folded), offsets)
		}
		letters := ""
		for _, at := range offsets[:len(folded)] {
			r, _ := utf8.DecodeRuneInString(tt.text[at:])
			letters += string(r)
		}
		if letters != tt.letters {
			t.Errorf("%q: the letters are %q, want %q", tt.text, letters, tt.letters)
		}
	}
}
