package frontmatter

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"etal/internal/lazyregexp"
)

// cutYAML cuts a text after front matter in YAML: a block between a first line of --- and a line of
// --- or ... .
func cutYAML(text string) (Fields, string, bool) {
	content, rest, ok := cutLines(text, "---", "---", "...")
	if !ok {
		return nil, text, false
	}
	f, ok := parseYAML(content)
	if !ok {
		if f, ok = parseYAML(quoted(content)); !ok {
			return nil, text, false
		}
	}
	return f, rest, true
}

func parseYAML(content string) (Fields, bool) {
	var document yaml.Node
	if yaml.Unmarshal([]byte(content), &document) != nil || len(document.Content) != 1 {
		return nil, false
	}
	fields, ok := mapping(document.Content[0])
	if !ok || len(fields) == 0 {
		return nil, false
	}
	for key, n := range fields { // "Title" is "title"
		if lower := strings.ToLower(key); lower != key {
			if _, taken := fields[lower]; !taken {
				fields[lower] = n
			}
		}
	}
	return fields, true
}

// unquoted matches a line of YAML whose value must be quoted and is not, as a title with a colon.
var unquoted = lazyregexp.New(`(?m)^([\w-]+:[ \t]+)([^\s"'|>\[{&!#-][^\n]*: [^\n]*|[%@` + "`" + `*][^\n]*)$`)

// quoted returns YAML with quotes about the values that need them, as people forget.
func quoted(content string) string {
	return unquoted.ReplaceAllStringFunc(content, func(line string) string {
		m := unquoted.FindStringSubmatch(line)
		return m[1] + "'" + strings.ReplaceAll(strings.TrimRight(m[2], " \t"), "'", "''") + "'"
	})
}

// mapping returns the values of a YAML mapping by their keys, and reports whether it is one that has
// each key once. The library's own way takes quadratic time, and more for its message about each such
// pair.
func mapping(n *yaml.Node) (fields Fields, ok bool) {
	if n.Kind != yaml.MappingNode {
		return nil, false
	}
	fields = Fields{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if _, twice := fields[key.Value]; twice || key.Kind != yaml.ScalarNode {
			return nil, false
		}
		fields[key.Value] = *n.Content[i+1]
	}
	return fields, true
}
