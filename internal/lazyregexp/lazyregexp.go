// Package lazyregexp provides regular expressions that are compiled at first use, so that a
// command does not wait for the hundreds that it never needs. The package must not know more
// of expressions than the standard library does.
package lazyregexp

import (
	"os"
	"regexp"
	"strings"
	"sync"
)

// A Regexp is a [regexp.Regexp] that is compiled at first use. It is safe for
// concurrent use.
type Regexp struct {
	compiled func() *regexp.Regexp
}

// isTest is true in test programs, where each expression is compiled at once, so that an
// invalid one fails every test of its package.
var isTest = len(os.Args) > 0 && strings.HasSuffix(strings.TrimSuffix(os.Args[0], ".exe"), ".test")

// New returns a regular expression. Like [regexp.MustCompile] it panics if the expression is
// invalid, but at first use.
func New(expression string) *Regexp {
	r := &Regexp{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
	if isTest {
		r.compiled()
	}
	return r
}
