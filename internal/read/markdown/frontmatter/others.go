package frontmatter

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"go.yaml.in/yaml/v3"

	"etal/internal/lazyregexp"
)

// cutTOML cuts a text after front matter in TOML: a block between lines of +++.
func cutTOML(text string) (Fields, string, bool) {
	content, rest, ok := cutLines(text, "+++", "+++")
	if !ok {
		return nil, text, false
	}
	var values map[string]any
	if _, err := toml.Decode(content, &values); err != nil || len(values) == 0 {
		return nil, text, false
	}
	return fieldsOf(values), rest, true
}

// cutJSON cuts a text after front matter in JSON, as Hugo has it: an object that begins the text.
func cutJSON(text string) (Fields, string, bool) {
	if !strings.HasPrefix(text, "{") {
		return nil, text, false
	}
	var values map[string]any
	d := json.NewDecoder(strings.NewReader(text[:min(len(text), Max)]))
	if d.Decode(&values) != nil {
		return nil, text, false
	}
	rest := text[d.InputOffset():]
	line, after, _ := strings.Cut(rest, "\n")
	if strings.TrimSpace(line) != "" || strings.TrimSpace(after) == "" || values["title"] == nil {
		return nil, text, false // data
	}
	return fieldsOf(values), after, true
}

// inner are the tables in which Zola and Hugo keep fields that are the author's own.
var inner = []string{"extra", "params", "taxonomies"}

// fieldsOf returns values as fields.
func fieldsOf(values map[string]any) Fields {
	f := Fields{}
	for _, key := range append([]string{""}, inner...) {
		table := values
		if key != "" {
			table, _ = values[key].(map[string]any)
		}
		for key, v := range table {
			if _, taken := f[strings.ToLower(key)]; !taken {
				f[strings.ToLower(key)] = *node(v)
			}
		}
	}
	return f
}

// node returns a value of TOML or JSON as YAML has it.
func node(v any) *yaml.Node {
	switch v := v.(type) {
	case map[string]any:
		n := &yaml.Node{Kind: yaml.MappingNode}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			n.Content = append(n.Content, text(key), node(v[key]))
		}
		return n
	case []map[string]any: // [[author]] of TOML
		return sequence(v)
	case []any:
		return sequence(v)
	case string:
		return text(v)
	case time.Time:
		if v.Hour() == 0 && v.Minute() == 0 {
			return text(v.Format(time.DateOnly))
		}
		return text(v.Format(time.RFC3339))
	case nil:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"}
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Value: fmt.Sprint(v)}
}

func sequence[T any](values []T) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, v := range values {
		n.Content = append(n.Content, node(v))
	}
	return n
}

// text returns a string as YAML has it.
func text(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
}

// titleBlock matches the title block of Pandoc: title, authors and date, each on a line that begins
// with a percent sign and on indented ones: https://pandoc.org/MANUAL.html#extension-pandoc_title_block.
var titleBlock = lazyregexp.New(`^%[ \t]*([^\n!]*(?:\n[ \t]+\S[^\n]*)*)(?:\n%[ \t]*([^\n]*(?:\n[ \t]+\S[^\n]*)*)(?:\n%[ \t]*([^\n]*(?:\n[ \t]+\S[^\n]*)*))?)?\n?(?:\n|$)`)

// cutPandoc cuts a text after the title block of Pandoc.
func cutPandoc(s string) (Fields, string, bool) {
	if !strings.HasPrefix(s, "%") || strings.HasPrefix(s, "%%") {
		return nil, s, false
	}
	head := s[:min(len(s), Max)]
	m := titleBlock.FindStringSubmatch(head)
	if m == nil || strings.TrimSpace(m[1]+m[2]+m[3]) == "" || !strings.HasSuffix(m[0], "\n\n") && len(m[0]) < len(s) {
		return nil, s, false
	}
	f := Fields{}
	for key, value := range map[string]string{"title": m[1], "date": m[3]} {
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			f[key] = *text(value)
		}
	}
	f["author"] = *text(m[2])
	return f, s[len(m[0]):], true
}

var (
	metadataLine = lazyregexp.New(`^([A-Za-z0-9][\w \t-]*):[ \t]*(.*)$`)
	firstKey     = lazyregexp.New(`(?i)^(?:title|author|authors|date|subtitle|format|base header level|bibtex|keywords)[ \t]*:`)
)

// cutMultiMarkdown cuts a text after the metadata of MultiMarkdown: lines of keys and values up to the
// first blank line, of which one is the title (https://fletcher.github.io/MultiMarkdown-6/syntax/metadata.html).
func cutMultiMarkdown(s string) (Fields, string, bool) {
	if !firstKey.MatchString(s) {
		return nil, s, false
	}
	block, rest, _ := strings.Cut(s, "\n\n")
	if len(block) > Max {
		return nil, s, false
	}
	f, last := Fields{}, ""
	for line := range strings.SplitSeq(strings.TrimRight(block, "\n"), "\n") {
		m := metadataLine.FindStringSubmatch(line)
		switch {
		case m != nil:
			last = strings.ToLower(strings.ReplaceAll(m[1], " ", ""))
			f[last] = *text(strings.TrimSpace(strings.TrimSuffix(m[2], "  ")))
		case last != "" && strings.TrimLeft(line, " \t") != line:
			f[last] = *text(f[last].Value + "\n" + strings.TrimSpace(line))
		default:
			return nil, s, false
		}
	}
	if title := f["title"]; title.Value == "" {
		return nil, s, false
	}
	return f, rest, true
}
