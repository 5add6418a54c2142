// Package lazyregexp provides regular expressions that are compiled when they are first
// used, so that a command does not wait for the hundreds that it never needs.
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

// isTest is true in the program of a test, where each expression is compiled at once,
// so that a wrong one fails every test of its package.
var isTest = len(os.Args) > 0 && strings.HasSuffix(strings.TrimSuffix(os.Args[0], ".exe"), ".test")

// New returns the expression, whose syntax is that of [regexp.MustCompile]. A wrong one
// panics at first use.
func New(expression string) *Regexp {
	r := &Regexp{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
	if isTest {
		r.compiled()
	}
	return r
}
