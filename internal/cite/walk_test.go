package cite

import (
	"regexp"
	"testing"

	"etal/internal/article"
)

// walk is a text whose marks, written with the given signs around them, walk through a
// list of eight.
func walk(open, end string) string {
	mark := func(s string) string { return open + s + end }
	return "The moon: tides follow the moon" + mark("1") + ", as sailors" + mark("2,3") + " knew. The machines" + mark("4–6") +
		" came later, and the tables" + mark("7") + " with them; the moon" + mark("1") + " stayed" + mark("8") + "."
}

func TestSeries(t *testing.T) {
	want := "1→1 2,3→2,3 4–6→4,5,6 7→7 1→1 8→8"
	paren := "(1)→1 (2,3)→2,3 (4–6)→4,5,6 (7)→7 (1)→1 (8)→8"
	tests := []struct{ name, text, want string }{
		{"in parentheses", walk(" (", ")"), paren},
		{"between carets", walk("^", "^"), want},
		{"fallen into the line", walk("", ""), want},
		{"raised", "moon¹, sailors²,³ knew machines⁴–⁶ and tables⁷ at last⁸", "¹→1 ²,³→2,3 ⁴–⁶→4,5,6 ⁷→7 ⁸→8"},
		{"raised behind names and numbers, but no powers", walk("^", "^") + " EIN2^5^, chromosome 12^6^, 37 °C^7^, in 308^4,5^; 10^7^ times, x^2^, 5 m^2^, ^7^Li, 4^2^", want + " 5→5 6→6 7→7 4,5→4,5"},
		{"years, units and short forms stay out", walk("", "") + " In 1998 5 mm2 of CO2 and 3 m3, x2, aux1 aux1 aux1, value0.5", want},
		{"equations and figures stay out", walk(" (", ")") + " Eq. (3), Fig. (2), f(2), n = (4)", paren},
		{"names of genes stay out", walk("", "") + " The mutant aux1-6 and arf2, not dao1, had (CO3)2, v.2 and ω2", want},
		{"what does not walk through the list is none", "the moon1 and CO2, as (3) says", ""},
		{"raised in parentheses", "moon (¹), sailors²,³ knew machines (⁴–⁶) and tables⁷ at last⁸", "(¹)→1 ²,³→2,3 (⁴–⁶)→4,5,6 ⁷→7 ⁸→8"},
		{"letters of more than one byte", "Évian1, être2, моря”3 и “море”4, луна5 sailors6, Äther7 bien-être8", "1→1 2→2 3→3 4→4 5→5 6→6 7→7 8→8"},
		{"variables with Greek letters stay out", walk("", "") + " ρdenss2 and αβγδ3", want},
		{"short capitals stay out, unless next", walk("", "") + " AB5 aB4 and Xy2", want},
		{"out of step", walk("", "") + " words99", want},
		{"a decimal fraction", walk("", "") + " machines2.5 and machines3.", want + " 3→3"},
		{"behind a short form in parentheses", walk("", "") + " an index (BMI);3 and BMI;3", want + " 3→3"},
		{"a short word that stands without a number, too", walk("", "") + " the aux grew, aux2 and arf2", want + " 2→2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(found(tt.text, []article.Span{{Start: 0, End: len(tt.text)}}, upTo(8))); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestTaggedSeries(t *testing.T) {
	want := "1→1 2,3→2,3 4–6→4,5,6 7→7 1→1 8→8"
	for more, also := range map[string]string{
		" x<sup>2</sup>":                   "", // a power
		" sea<sup>[2]</sup>":               " 2→2",
		" sea<sup>2, </sup>":               " 2→2",
		" sea<sup>2<i>nd</i></sup>":        "", // not alone between the tags
		" sea<sup><i>no. </i>2</sup> moon": "",
		" sea<i>2</i>":                     "",
	} {
		text := walk("<sup>", "</sup>") + more
		if got := show(found(text, betweenTags(text), upTo(8))); got != want+also {
			t.Errorf("%s: got %s, want %s", more, got, want+also)
		}
	}
}

// betweenTags returns the text of HTML between its tags.
func betweenTags(text string) (prose []article.Span) {
	at := 0
	for _, tag := range regexp.MustCompile(`<[^>]*>`).FindAllStringIndex(text+"<>", -1) {
		if tag[0] > at {
			prose = append(prose, article.Span{Start: at, End: tag[0]})
		}
		at = tag[1]
	}
	return prose
}

// Brackets that name a fifth of the list are its citations, whatever else walks through it.
func TestShareOfBrackets(t *testing.T) {
	for marks, want := range map[string]string{
		" [1] [2]": "[1]→1 [2]→2",
		" [1]":     "(1)→1 (2,3)→2,3 (4–6)→4,5,6 (7)→7 (1)→1 (8)→8",
	} {
		text := walk(" (", ")") + marks
		if got := show(found(text, []article.Span{{End: len(text)}}, upTo(10))); got != want {
			t.Errorf("%s: got %s, want %s", marks, got, want)
		}
	}
}

// A missing mark, or a number that is not one, costs no more than itself.
func TestSkips(t *testing.T) {
	for text, want := range map[string]string{
		"the moon^1^, sailors^6^, tables^7^, nets^8^":                           "1→1 6→6 7→7 8→8",
		"the moon^1,6^, sailors^5^, tables^8^":                                  "1,6→1,6 5→5 8→8",
		"the moon^1^, sailors^7^, tables^8^":                                    "",
		"the moon^5^, tables^6^, boats^8^, moon^5^, nets^7^":                    "5→5 6→6 8→8 5→5 7→7",
		"the moon^1^, sailors^2^, IL^7^, tables^3^, nets^4^, boats^5^, sand^6^": "1→1 2→2 3→3 4→4 5→5 6→6",
		"the moon1, sailors2, Scaffold8, tables3, tables4, planks5, sandbanks6": "1→1 2→2 3→3 4→4 5→5 6→6",
		"the moon1, sailors2, tables6, planks7, sandbanks8":                     "1→1 2→2 6→6 7→7 8→8",
	} {
		if got := show(found(text, []article.Span{{End: len(text)}}, upTo(8))); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// A long range may be a part of a name, unless it is next in the list.
func TestLongRanges(t *testing.T) {
	text := "the moon1, as sailors2–10 knew, machines11 at last12,13 and auxines3-12 grew machines14"
	want := "1→1 2–10→2,3,4,5,6,7,8,9,10 11→11 12,13→12,13 14→14"
	if got := show(found(text, []article.Span{{End: len(text)}}, upTo(14))); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// In a table's cell, a number in parentheses behind a number is a share.
func TestSharesInTables(t *testing.T) {
	row := func(cells ...string) (body string, prose []article.Span) {
		body = "|"
		for _, c := range cells {
			prose = append(prose, article.Span{Start: len(body) + 1, End: len(body) + 1 + len(c)})
			body += " " + c + " |"
		}
		return body, prose
	}
	body, prose := row("moon (1)", "24 (2)", "sailors (2,3)", "boats (4–6)", "7 (7)", "tables (7)", "sea (8)")
	if got, want := show(found(body, prose, upTo(8))), "(1)→1 (2,3)→2,3 (4–6)→4,5,6 (7)→7 (8)→8"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	text := "In 1969 (1) the moon, and in 24 (2,3), were 5 (4–6), and 7 (7) or 8 (8)"
	if got, want := show(found(text, []article.Span{{End: len(text)}}, upTo(8))), "(1)→1 (2,3)→2,3 (4–6)→4,5,6 (7)→7 (8)→8"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestBracketsComeFirst(t *testing.T) {
	text := "moon1 [1], sailors2 [2, 3], machines3 (4) [4–8]"
	if got, want := show(found(text, []article.Span{{Start: 0, End: len(text)}}, upTo(8))), "[1]→1 [2, 3]→2,3 [4–8]→4,5,6,7,8"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
