package dom

import (
	"strings"
	"sync"

	"golang.org/x/net/html"
)

// Names are the words by which authors of pages call elements of a kind in their classes and IDs. They
// are looked up and not matched by an expression, because each element of a page is asked for them.
type Names struct {
	set func() map[string]bool
}

// longestName is how many bytes a name has at most.
const longestName = 40

// NamesOf returns the names in a list, which are in lower case.
func NamesOf(list string) Names {
	return Names{sync.OnceValue(func() map[string]bool { return SetOf(list) })}
}

// In reports whether a class, a role or an ID has one of the names in it, in letters of either case: between
// white space, hyphens and underscores, which names may have in them too.
func (names Names) In(s string) bool {
	var name [longestName]byte
	for start := 0; start < len(s); start++ {
		if isBetweenNames(s[start]) || start > 0 && !isBetweenNames(s[start-1]) {
			continue
		}
		for i := start; i < len(s) && i-start < longestName; i++ {
			c := s[i]
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			name[i-start] = c
			if (i+1 == len(s) || isBetweenNames(s[i+1])) && names.set()[string(name[:i+1-start])] {
				return true
			}
		}
	}
	return false
}

// Call reports whether the class or the ID of an element has one of the names in it.
func (names Names) Call(n *html.Node) bool {
	for _, a := range n.Attr {
		if (a.Key == "class" || a.Key == "id") && names.In(a.Val) {
			return true
		}
	}
	return false
}

func isBetweenNames(c byte) bool { return strings.IndexByte(" \t\n\f\r-_", c) >= 0 }
