package article

import (
	"strings"
	"testing"
	"unicode/utf8"

	"etal/internal/safe"
)

// In the texts of these tests, ⟨ and ⟩ stand around the span whose sentence is asked for.
var sentenceTests = []struct{ name, text, want string }{
	{"the only one", "The moon ⟨pulls⟩ the sea.", "The moon pulls the sea."},
	{"the first", "The moon ⟨pulls⟩. It rises.", "The moon pulls."},
	{"the last", "The moon pulls. It ⟨rises⟩.", "It rises."},
	{"one in the middle", "It sets. It ⟨rises⟩! Does it?", "It rises!"},
	{"more than one", "It sets. It ⟨rises. It sets⟩ again. It stays.", "It rises. It sets again."},
	{"at its beginning", "It sets. ⟨It⟩ rises.", "It rises."},
	{"its full stop", "It sets⟨.⟩ It rises.", "It sets."},
	{"empty span at its beginning", "It sets. ⟨⟩It rises.", "It rises."},
	{"a mark behind the full stop", "It sets. It rises.⟨[3]⟩ Then it sets.", "It rises.[3]"},
	{"marks behind the full stop", "It sets. It rises. [1]⟨[2, 3–5]⟩ Then it sets.", "It rises. [1][2, 3–5]"},
	{"an escaped mark", `It rises.⟨\[3\]⟩ Then it sets.`, `It rises.\[3\]`},
	{"a quotation", "It ⟨rises⟩.” Then it sets.", "It rises.”"},
	{"a quotation in straight signs", `"It rises ⟨too⟩." Then it sets.`, `"It rises too."`},
	{"emphasis and parentheses", "(It *rises ⟨too⟩.*) Then it sets.", "(It *rises too.*)"},
	{"an abbreviation", "It sets. As Lee et al. [1] say in Fig. 2, it ⟨rises⟩, cf. Moor. It sets.", "As Lee et al. [1] say in Fig. 2, it rises, cf. Moor."},
	{"an abbreviation at the beginning", "Dr. Moor ⟨says⟩ so. It sets.", "Dr. Moor says so."},
	{"a word that ends like an abbreviation", "It is a medal. It ⟨rises⟩.", "It rises."},
	{"a long word that ends like an abbreviation", "A counterrevolutional. It ⟨rises⟩.", "It rises."},
	{"an initial", "J. R. Moor ⟨says⟩ so.", "J. R. Moor says so."},
	{"a small letter goes on", "It sets ... and ⟨rises⟩.", "It sets ... and rises."},
	{"a number", "It sets 3.5 times. It ⟨rises⟩.", "It rises."},
	{"lines", "It sets.\nIt ⟨rises⟩\nagain.\n", "It rises\nagain."},
	{"blanks at the end", "It ⟨rises⟩. \n", "It rises."},
	{"a full stop at the beginning", ". It ⟨rises⟩.", "It rises."},
	{"nothing", "⟨⟩", ""},
}

// spanIn returns a text without the signs around its span, and the span.
func spanIn(text string) (string, Span) {
	before, rest, _ := strings.Cut(text, "⟨")
	within, after, _ := strings.Cut(rest, "⟩")
	return before + within + after, Span{len(before), len(before) + len(within)}
}

func TestSentence(t *testing.T) {
	for _, tt := range sentenceTests {
		text, span := spanIn(tt.text)
		a := &Article{Body: safe.New(text)}
		if got := a.Slice(a.Sentence(span)).String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestSentenceOfSpan holds that a span up to the next sentence is in the one before, and one that goes on in both.
func TestSentenceOfSpan(t *testing.T) {
	a := &Article{Body: safe.New("The moon pulls. The sea rises. It falls.")}
	for s, want := range map[Span]string{
		{0, 15}: "The moon pulls.", {0, 16}: "The moon pulls.", {0, 17}: "The moon pulls. The sea rises.", {16, 17}: "The sea rises.", {15, 16}: "The moon pulls.", {31, 40}: "It falls.", {40, 40}: "It falls.",
	} {
		if got := a.Slice(a.Sentence(s)).String(); got != want {
			t.Errorf("%v: %q, want %q", s, got, want)
		}
	}
}

// A sentence ends with its block at the latest.
func TestSentenceInBlock(t *testing.T) {
	text, span := spanIn("# On tides\n\nThe moon ⟨pulls⟩ the sea\n\nIt rises.")
	for _, blocks := range [][]Span{{{0, 11}, {12, 34}, {36, 45}}, {{12, 34}}} {
		a := &Article{Body: safe.New(text), Blocks: blocks}
		if got := a.Excerpt(a.Sentence(span)).String(); got != "The moon pulls the sea" {
			t.Errorf("%v: %q", blocks, got)
		}
	}
}

// longParagraph returns an article of one paragraph, and where each of its sentences is cited.
func longParagraph(sentences int) (*Article, []Span) {
	const sentence = "The moon raises the water twice a day, as Lee et al. said [1]. "
	var cited []Span
	for i := range sentences {
		at := i*len(sentence) + strings.Index(sentence, "[1]")
		cited = append(cited, Span{at, at + len("[1]")})
	}
	body := strings.Repeat(sentence, sentences)
	return &Article{Body: safe.New(body), Blocks: []Span{{0, len(body)}}}, cited
}

// Only what is around a citation is looked at: reading the paragraph again for each would
// take this test about an hour.
func TestSentencesOfLongParagraph(t *testing.T) {
	a, cited := longParagraph(50_000)
	for _, c := range cited {
		if got := a.Sentence(c); got.Len() != 62 || !strings.HasPrefix(a.Slice(got).String(), "The moon") {
			t.Fatalf("%v: %q", c, a.Slice(got))
		}
	}
}

func BenchmarkSentence(b *testing.B) {
	a, cited := longParagraph(1000)
	for b.Loop() {
		for _, c := range cited {
			a.Sentence(c)
		}
	}
}

// sentenceByAll finds a sentence by all the ends of the text.
func sentenceByAll(text string, s Span) Span {
	found := Span{0, len(text)}
	for i := range len(text) {
		next, ok := sentenceAfter(text, 0, i)
		switch {
		case ok && next <= s.Start:
			found.Start = next
		case ok && next >= s.End:
			found.End = next
			return found
		}
	}
	return found
}

func FuzzSentence(f *testing.F) {
	for _, tt := range sentenceTests {
		text, span := spanIn(tt.text)
		f.Add(text, span.Start, span.Len())
	}
	f.Fuzz(func(t *testing.T, text string, start, length int) {
		body := safe.New(text).String()
		start = border(body, start)
		span := Span{start, border(body, start+max(length%(len(body)+1), 0))}
		a := &Article{Body: safe.New(text)}
		got := a.Sentence(span)
		if want := trim(body, sentenceByAll(body, span)); got != want {
			t.Errorf("%q of %v: %v, want %v", body, span, got, want)
		}
		if !utf8.ValidString(body[got.Start:got.End]) {
			t.Errorf("%q cuts a rune", body[got.Start:got.End])
		}
	})
}
