package lazyregexp

import (
	"regexp/syntax"
	"testing"
)

// beginningTests are expressions and the printable ASCII signs that their matches may begin with; "any" where
// all may, or the expression is not tied to the beginning.
var beginningTests = map[string]string{
	`^abc`: "a", `^(?i)abc`: "Aa", `^ {0,3}[-+]`: " +-", `^ {2}x`: " ", `^a?b*c+d`: "abc", `^(?:ab|(cd))`: "ac", `(^ab|^b)c`: "ab", `^\bab`: "a", `^[^ -}]`: "~",
	`^(?i)kilo`: "Kk", `^[é-ü]`: "", `^é`: "", `^(?:a|)b`: "ab", `^(?:a?){2}b`: "ab", `^(?:ab){0,2}c`: "ac", `\Aab`: "a", `^[^\x00-\x{10ffff}]`: "", `^.b`: "any", `^(?s).b`: "any",
	`abc`: "any", `^`: "any", `^a?`: "any", `^a*$`: "any", `(?m)^ab`: "any", `a|^b`: "any", `^(?:a|\b)`: "any", ``: "any",
}

func TestBeginning(t *testing.T) {
	for expression, want := range beginningTests {
		tree, err := syntax.Parse(expression, syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		got, all := "", ""
		b := beginningOf(tree)
		for c := byte(' '); c <= '~'; c++ {
			all += string(c)
			if b == nil || b.of(string(c)+"x") {
				got += string(c)
			}
		}
		if got == all {
			got = "any"
		}
		if got != want {
			t.Errorf("%s begins with %q, want %q", expression, got, want)
		}
		for _, s := range append(matchTests, "a", "b", "  x", "+", "c", "cd", "ababc", "~", "\u212ailo", "éx", "abc") {
			checkMatches(t, expression, s)
		}
	}
}
