// Package xmltree reads XML as leniently as can be into a small tree.
//
// [Parse] knows HTML's entities, expands none of the text's own, and keeps what came before
// the place where nothing more can be read. The package must not know what the elements mean.
package xmltree

import (
	"slices"
	"strings"
)

// A Node is an element of a markup language or, where it has no name, a text in one:
// what JATS and MathML are read from, however they were parsed.
type Node struct {
	Name     string // without its name space's prefix; empty for a text
	Text     string
	Attrs    map[string]string // by local name
	Children []*Node
}

// Is reports whether the node is an element of one of the names.
func (n *Node) Is(names ...string) bool {
	for _, name := range names {
		if n.Name == name {
			return true
		}
	}
	return false
}

// Child returns the first child of one of the names, or nil.
func (n *Node) Child(names ...string) *Node {
	for _, c := range n.Children {
		if c.Is(names...) {
			return c
		}
	}
	return nil
}

// All returns the children of one of the names.
func (n *Node) All(names ...string) []*Node {
	var found []*Node
	for _, c := range n.Children {
		if c.Is(names...) {
			found = append(found, c)
		}
	}
	return found
}

// Elements returns the children that are no text.
func (n *Node) Elements() []*Node {
	var found []*Node
	for _, c := range n.Children {
		if c.Name != "" {
			found = append(found, c)
		}
	}
	return found
}

// Find returns the first node of the name under n, at any depth, or nil.
func (n *Node) Find(name string) *Node {
	for _, c := range n.Children {
		if c.Name == name {
			return c
		}
		if found := c.Find(name); found != nil {
			return found
		}
	}
	return nil
}

// Walk calls visit for all nodes under n, in the order of the text, and for those
// under a node only where visit returns true. A tree is no deeper than its reader
// allows.
func (n *Node) Walk(visit func(*Node) bool) {
	for _, c := range n.Children {
		if visit(c) {
			c.Walk(visit)
		}
	}
}

// Content returns all text under n as one line.
func (n *Node) Content() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(n.Text)
	n.Walk(func(c *Node) bool {
		b.WriteString(c.Text)
		return true
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// ContentWithin returns all text under n as one line, or "" where that is longer than most
// bytes with the white space between: what is known to be short need not be looked for at
// each depth of a tree that is not.
func (n *Node) ContentWithin(most int) string {
	if n.textWithin(most) < 0 {
		return ""
	}
	return n.Content()
}

// textWithin returns how many of most bytes the text under n leaves, or a number below 0.
func (n *Node) textWithin(most int) int {
	most -= len(n.Text)
	for _, c := range n.Children {
		if most < 0 {
			break
		}
		most = c.textWithin(most)
	}
	return most
}

// Blank reports whether there is no text under n, or no n.
func (n *Node) Blank() bool {
	return n == nil || strings.TrimSpace(n.Text) == "" && !slices.ContainsFunc(n.Children, func(c *Node) bool { return !c.Blank() })
}
