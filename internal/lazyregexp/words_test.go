package lazyregexp

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"testing"
)

// wordTests are expressions and the words that each of their matches needs.
var wordTests = map[string]string{
	`abc`: "abc", `(?i)aBc`: "abc", `x[ab]cde`: "xacde xbcde", `x[a-z]cde`: "cde", `abc|de`: "abc de", `\b(?:accessed|retrieved) on`: "accessed on retrieved on",
	`(?i)(?:in|im) press|n\. ?d\.|forthcoming`: "forthcoming im press in press n. d. n.d.", `ab{2}cde?`: "cd", `(ab)+`: "ab", `(?:abc){2,}`: "abc",
	`(abc)?d{1,2}ef`: "ef", `(abc)?ef`: "ef", `[Dd]oi:`: "doi:", `<[a-z]+>`: "<", `(?i)ünlich`: "nlich", `éa|è`: "è éa", `é|è`: "è é", `(?i)ſt`: "st",
	`(?:ab|(?i)CD)x`: "abx cdx", `(?m)^abc`: "abc", `\s+(?:in|im)\s\w`: "im\t im\n im\f im\r im  in\t in\n in\f in\r in ",
	`ab|`: "", `(?:ab)*`: "", `a`: "", `\d+`: "", `^abc`: "", `(^abc)d`: "", `a|bc`: "", `(?i)é`: "", "\ufffd": "", `[ab]`: "", `.`: "", ``: "", `ab?`: "",
}

func TestWords(t *testing.T) {
	for expression, want := range wordTests {
		tree, err := syntax.Parse(expression, syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if w := wordsOf(tree); w != nil {
			got = strings.Join(w.list, " ")
		}
		if got != want {
			t.Errorf("%s needs %q, want %q", expression, got, want)
		}
	}
}

// matchTests are texts with and without the words of wordTests.
var matchTests = []string{
	"", "abc", "xABCx", "de", "accessed on", "IN PRESS", "N. D.", "n.d.", "abb", "doi: Doi:", "<b>", "ÜNLICH", "è", "ABx", "cdx", "a\xffb", "ſt", "St",
	strings.Repeat("x", 1019) + "Im Press" + strings.Repeat("y", 2000), strings.Repeat("x", 1023) + "aBc", strings.Repeat("x", 1023) + "ſt", "Kelvin \u212am", "\ufffd",
}

// An expression matches what it matches without looking for its words.
func TestMatches(t *testing.T) {
	for expression := range wordTests {
		for _, s := range matchTests {
			checkMatches(t, expression, s)
		}
	}
}

func checkMatches(t *testing.T, expression, s string) {
	plain := regexp.MustCompile(expression)
	if got, want := New(expression).MatchString(s), plain.MatchString(s); got != want {
		t.Errorf("%s matches %q: %v", expression, s, got)
	}
	if got, want := New(expression).ReplaceAllString(s, "-"), plain.ReplaceAllString(s, "-"); got != want {
		t.Errorf("%s replaces %q by %q, want %q", expression, s, got, want)
	}
}

func FuzzMatches(f *testing.F) {
	for _, tests := range []map[string]string{wordTests, beginningTests} {
		for expression := range tests {
			for _, s := range matchTests {
				f.Add(expression, s)
			}
		}
	}
	f.Fuzz(func(t *testing.T, expression, s string) {
		if _, err := regexp.Compile(expression); err == nil {
			checkMatches(t, expression, s)
		}
	})
}

func BenchmarkWords(b *testing.B) {
	r := New(`(?i)\b(?:accessed|retrieved|visited|abgerufen|zugriff|consulté|stand)(?: on)? \d|\b(?:PMID|ISBN|ISSN)\s?\d|\[(?:online|internet)\]`)
	s := strings.Repeat("Oke, B., and Lind, C. (1950). Wheels that reckon. ", 4)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if r.MatchString(s) {
			b.Fatal("it matches")
		}
	}
}
