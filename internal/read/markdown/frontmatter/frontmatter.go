// Package frontmatter reads the metadata before a Markdown text: YAML, TOML, JSON, the title
// blocks of Pandoc and of MultiMarkdown.
//
// The package must not know what a body is, nor what is cited in it.
package frontmatter

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Max is the size of the longest front matter that is read, in bytes.
const Max = 64 << 10 // 64 KiB

// Fields are the values of front matter by their keys, whatever it is written in.
type Fields map[string]yaml.Node

// Cut cuts a text after its front matter, and reports whether it has any. If in doubt, a block is
// part of the text.
func Cut(text string) (f Fields, rest string, ok bool) {
	for _, cut := range []func(string) (Fields, string, bool){cutYAML, cutTOML, cutJSON, cutPandoc, cutMultiMarkdown} {
		if f, rest, ok = cut(text); ok {
			return f, rest, true
		}
	}
	return nil, text, false
}

// Begins reports whether a text begins with front matter that no plain text has.
func Begins(text string) bool {
	for _, cut := range []func(string) (Fields, string, bool){cutYAML, cutTOML, cutJSON} {
		if _, _, ok := cut(text); ok {
			return true
		}
	}
	return false
}

// cutLines cuts a text after the lines between a first line and one of the ends.
func cutLines(text, first string, ends ...string) (content, rest string, ok bool) {
	after, ok := strings.CutPrefix(text, first+"\n")
	if !ok {
		return "", text, false
	}
	for at := 0; at < len(after) && at < Max; {
		line, _, _ := strings.Cut(after[at:], "\n")
		next := min(at+len(line)+1, len(after))
		line = strings.TrimRight(line, " \t")
		for _, end := range ends {
			if line == end {
				return after[:at], after[next:], true
			}
		}
		at = next
	}
	return "", text, false
}

// IsLong reports whether a text begins with front matter that is too long to be read.
func IsLong(text string) bool {
	after, ok := strings.CutPrefix(text, "---\n")
	return ok && len(after) > Max && firstField.MatchString(after) && strings.Contains(after[Max:], "\n---\n")
}

// firstField matches the first line of front matter.
var firstField = lazyregexp.New(`^[\w-]+:(?:\s|$)`)

// Line returns the value of the first of some keys that has one, as one line.
func (f Fields) Line(keys ...string) safe.Text {
	for _, key := range keys {
		if t := scalar(f[key]); t.Len() > 0 {
			return t
		}
	}
	return safe.Text{}
}

// Text returns the value of a key, as several lines.
func (f Fields) Text(key string) safe.Text {
	n := f[key]
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return safe.Text{}
	}
	return safe.New(n.Value)
}

// Lines returns the value of a key, or those of a list.
func (f Fields) Lines(key string) []string {
	n := f[key]
	var all []string
	for _, c := range elements(&n) {
		if t := scalar(*c); t.Len() > 0 {
			all = append(all, t.String())
		}
	}
	return all
}

// elements returns the elements of a sequence, or a node that is none.
func elements(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.SequenceNode {
		return n.Content
	}
	return []*yaml.Node{n}
}

// Value returns the value of a key as [encoding/json] would. Aliases are left out: a few of them may
// stand for any amount of data.
func (f Fields) Value(key string) any {
	n, ok := f[key]
	if !ok {
		return nil
	}
	return value(&n)
}

func value(n *yaml.Node) (v any) {
	switch n.Kind {
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, value(c))
		}
		return list
	case yaml.MappingNode:
		fields, _ := mapping(n)
		values := map[string]any{}
		for key := range fields {
			field := fields[key]
			values[key] = value(&field)
		}
		return values
	case yaml.ScalarNode:
		if n.Decode(&v) != nil {
			return nil
		}
	}
	return v
}

// scalar returns a YAML scalar as written, as one line.
func scalar(n yaml.Node) safe.Text {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return safe.Text{}
	}
	return safe.Line(n.Value)
}
