package ingest

import (
	"slices"
	"strings"
)

// A node is an element of a markup language or, where it has no name, a text in one:
// what JATS and MathML are read from, however they were parsed.
type node struct {
	name     string // without its name space's prefix; empty for a text
	text     string
	attrs    map[string]string // by local name
	children []*node
}

// is reports whether the node is an element of one of the names.
func (n *node) is(names ...string) bool {
	for _, name := range names {
		if n.name == name {
			return true
		}
	}
	return false
}

// child returns the first child of one of the names, or nil.
func (n *node) child(names ...string) *node {
	for _, c := range n.children {
		if c.is(names...) {
			return c
		}
	}
	return nil
}

// all returns the children of one of the names.
func (n *node) all(names ...string) []*node {
	var found []*node
	for _, c := range n.children {
		if c.is(names...) {
			found = append(found, c)
		}
	}
	return found
}

// elements returns the children that are no text.
func (n *node) elements() []*node {
	var found []*node
	for _, c := range n.children {
		if c.name != "" {
			found = append(found, c)
		}
	}
	return found
}

// find returns the first node of the name under n, at any depth, or nil.
func (n *node) find(name string) *node {
	for _, c := range n.children {
		if c.name == name {
			return c
		}
		if found := c.find(name); found != nil {
			return found
		}
	}
	return nil
}

// walk calls visit for all nodes under n, in the order of the text, and for those
// under a node only where visit returns true. A tree is no deeper than its reader
// allows.
func (n *node) walk(visit func(*node) bool) {
	for _, c := range n.children {
		if visit(c) {
			c.walk(visit)
		}
	}
}

// content returns all text under n as one line.
func (n *node) content() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(n.text)
	n.walk(func(c *node) bool {
		b.WriteString(c.text)
		return true
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// contentWithin returns all text under n as one line, or "" where that is longer than most
// bytes with the white space between: what is known to be short need not be looked for at
// each depth of a tree that is not.
func (n *node) contentWithin(most int) string {
	if n.textWithin(most) < 0 {
		return ""
	}
	return n.content()
}

// textWithin returns how many of most bytes the text under n leaves, or a number below 0.
func (n *node) textWithin(most int) int {
	most -= len(n.text)
	for _, c := range n.children {
		if most < 0 {
			break
		}
		most = c.textWithin(most)
	}
	return most
}

// blank reports whether there is no text under n, or no n.
func (n *node) blank() bool {
	return n == nil || strings.TrimSpace(n.text) == "" && !slices.ContainsFunc(n.children, func(c *node) bool { return !c.blank() })
}
