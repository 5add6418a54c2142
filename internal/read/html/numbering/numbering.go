// Package numbering counts the items of ordered lists as browsers do. It must not know what is in them.
package numbering

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
)

// A Counter counts the items of one list.
type Counter struct {
	next, step int
	sign       string // of the type of the numbers: 1, a, A, i or I
}

// New returns the counter of a list, which may begin at any number, and may be reversed.
func New(list *html.Node) *Counter {
	c := &Counter{next: 1, step: 1, sign: sign(list)}
	if dom.HasAttr(list, "reversed") {
		c.next, c.step = 0, -1
		for child := list.FirstChild; child != nil; child = child.NextSibling {
			if dom.Is(child, "li") {
				c.next++
			}
		}
	}
	if start, ok := number(list, "start"); ok {
		c.next = start
	}
	return c
}

// Next returns the number of an item, the next or its own.
func (c *Counter) Next(item *html.Node) int {
	if value, ok := number(item, "value"); ok {
		c.next = value
	}
	c.next += c.step
	return c.next - c.step
}

// largest is the size of a number that a list may have.
const largest = 999_999_999

func number(n *html.Node, key string) (int, bool) {
	i, ok := dom.Number(n, key)
	return i, ok && i <= largest && i >= -largest
}

// styles are the styles of numbers that are letters or Roman.
var styles = map[string]string{"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I"}

var listStyle = lazyregexp.New(`(?i)list-style(?:-type)?\s*:\s*((?:low|upp)er-(?:alpha|latin|roman))`)

func sign(list *html.Node) string {
	if m := listStyle.FindStringSubmatch(dom.Attr(list, "style")); m != nil {
		return styles[strings.ToLower(m[1])]
	}
	switch sign := dom.Attr(list, "type"); sign {
	case "a", "A", "i", "I":
		return sign
	}
	return "1"
}

// Label returns the label of item n if that is not its decimal number: a letter or a Roman numeral, and
// any number below 1; otherwise "".
func (c *Counter) Label(n int) string {
	label := ""
	switch {
	case n <= 0:
		return strconv.Itoa(n)
	case c.sign == "a" || c.sign == "A":
		for ; n > 0; n = (n - 1) / 26 {
			label = string(rune('a'+(n-1)%26)) + label
		}
	case (c.sign == "i" || c.sign == "I") && n <= largestRoman:
		for _, r := range roman {
			for ; n >= r.value; n -= r.value {
				label += r.sign
			}
		}
	}
	if c.sign == "A" || c.sign == "I" {
		return strings.ToUpper(label)
	}
	return label
}

// largestRoman is the largest number that browsers write in Roman numerals:
// https://www.w3.org/TR/css-counter-styles-3/#simple-numeric.
const largestRoman = 3999

var roman = []struct {
	value int
	sign  string
}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}
