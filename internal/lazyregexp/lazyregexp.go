// Package lazyregexp provides regular expressions that are compiled at first use, so that a
// command does not wait for the hundreds that it never needs, and that are not tried on texts without
// the words that a match contains, or with another beginning. The package must not know what is looked for.
package lazyregexp

import (
	"os"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// A Regexp is a [regexp.Regexp] that is compiled at first use. It is safe for
// concurrent use.
type Regexp struct {
	expression string

	parsing   sync.Once
	words     *words     // of which each match contains one; nil where none are known
	beginning *beginning // of each match; nil where any is possible

	compiling sync.Once
	regexp    *regexp.Regexp

	checked atomic.Int32 // texts that a test program tried although they do not match
}

// isTest is true in test programs that measure nothing. There each expression is compiled at once, so that an
// invalid one fails every test of its package, and the first texts that need not be tried are tried all the same.
var isTest = len(os.Args) > 0 && strings.HasSuffix(strings.TrimSuffix(os.Args[0], ".exe"), ".test") &&
	!slices.ContainsFunc(os.Args, func(arg string) bool { return strings.HasPrefix(arg, "-test.bench") })

// mostChecked is how many these are, for each expression: a long text has many lines.
const mostChecked = 200

// New returns a regular expression. Like [regexp.MustCompile] it panics if the expression is
// invalid, but at first use.
func New(expression string) *Regexp {
	r := &Regexp{expression: expression}
	if isTest {
		r.compiled()
	}
	return r
}

func (r *Regexp) compiled() *regexp.Regexp {
	r.compiling.Do(func() { r.regexp = regexp.MustCompile(r.expression) })
	return r.regexp
}

// on returns the compiled expression, or nil if it does not match s for want of a word or by its beginning.
func (r *Regexp) on(s string) *regexp.Regexp {
	r.parsing.Do(func() {
		if tree, err := syntax.Parse(r.expression, syntax.Perl); err == nil {
			r.words, r.beginning = wordsOf(tree), beginningOf(tree)
		}
	})
	if (r.words == nil || r.words.in(s)) && (r.beginning == nil || r.beginning.of(s)) {
		return r.compiled()
	}
	if isTest && r.checked.Add(1) <= mostChecked && r.compiled().MatchString(s) {
		panic("lazyregexp: " + r.expression + " matches what it need not be tried on: " + s)
	}
	return nil
}
