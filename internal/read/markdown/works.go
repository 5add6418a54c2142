package markdown

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"

	"etal/internal/bib"
	"etal/internal/bib/formats"
	"etal/internal/doc"
	"etal/internal/safe"
)

// maxBibliographies is how many bibliographies an article may name.
const maxBibliographies = 16

// ErrOutside is the error for a bibliography that an article may not name.
var ErrOutside = errors.New("must be a file in the article's own folder")

// works returns the works that an article's keys may name: those that the reader was
// given, those in its front matter, and those of the bibliographies that it names or that
// lie beside it. Where several have one key, the first counts.
func (o Options) works(m *doc.Meta, fields map[string]yaml.Node) []bib.Item {
	works := append([]bib.Item(nil), o.Works...)
	works = append(works, inlineWorks(fields["references"])...)
	named := texts(fields["bibliography"])
	for _, name := range named[:min(len(named), maxBibliographies)] {
		more, notices, err := o.openBibliography(name)
		if err != nil {
			notices = []safe.Text{safe.Line(fmt.Sprintf("bibliography %s: %v", name, err))}
		}
		works = append(works, more...)
		m.Notices = append(m.Notices, notices...)
	}
	if len(works) > 0 || len(named) > 0 {
		return works
	}
	for _, name := range []string{o.Name + ".bib", "references.bib"} {
		more, notices, err := o.openBibliography(name)
		if err == nil {
			m.Notices = append(m.Notices, notices...)
			return more
		}
	}
	return nil
}

// openBibliography reads a bibliography that an article names. An article may come from
// anywhere, so it may name none but those beside it.
func (o Options) openBibliography(name string) ([]bib.Item, []safe.Text, error) {
	if !filepath.IsLocal(filepath.FromSlash(name)) || strings.ContainsAny(name, `\:`) || o.Bibliography == nil {
		return nil, nil, ErrOutside
	}
	return o.Bibliography(name)
}

// inlineWorks reads works in the front matter, which are CSL-JSON written as YAML.
func inlineWorks(n yaml.Node) []bib.Item {
	if n.Kind != yaml.SequenceNode {
		return nil
	}
	data, err := json.Marshal(value(&n))
	if err != nil {
		return nil
	}
	works, _, err := formats.Read("front matter.json", safe.New(string(data)).String())
	if err != nil {
		return nil
	}
	return works
}

// value returns what a YAML node holds. What an alias stands for is left out: a few of them
// may stand for any amount.
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

// texts returns a YAML scalar, or those of a list.
func texts(n yaml.Node) []string {
	nodes := n.Content
	if n.Kind != yaml.SequenceNode {
		nodes = []*yaml.Node{&n}
	}
	var all []string
	for _, c := range nodes {
		if t := scalar(*c); t.Len() > 0 {
			all = append(all, t.String())
		}
	}
	return all
}

// nocited returns the keys that the front matter names under nocite; "*" is all of them.
func nocited(n yaml.Node) []string {
	var keys []string
	for _, t := range texts(n) {
		for i := 0; ; {
			at := strings.IndexByte(t[i:], '@')
			if at < 0 {
				break
			}
			if i += at; strings.HasPrefix(t[i+1:], "*") {
				keys = append(keys, "*")
			}
			key, end := readKey(t, i)
			if key != "" {
				keys = append(keys, key)
			}
			i = end
		}
	}
	return keys
}
