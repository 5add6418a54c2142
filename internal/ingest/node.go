package ingest

import "strings"

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
	var found *node
	n.walk(func(c *node) bool {
		if found == nil && c.name == name {
			found = c
		}
		return found == nil
	})
	return found
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

// blank reports whether there is no text under n.
func (n *node) blank() bool {
	found := strings.TrimSpace(n.text) != ""
	n.walk(func(c *node) bool {
		found = found || strings.TrimSpace(c.text) != ""
		return !found
	})
	return !found
}
