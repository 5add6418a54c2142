package markdown

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// maxFrontMatter is the size of the longest front matter that is read, in bytes.
const maxFrontMatter = 64 << 10 // 64 KiB

// cutFrontMatter cuts text after its YAML front matter: a block between a first
// line of --- and a line of --- or ... . ok is false where there is none, or where
// what stands there is no YAML mapping; it is then part of the text.
func cutFrontMatter(text string) (fields map[string]yaml.Node, rest string, ok bool) {
	after, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return nil, text, false
	}
	for at := 0; at < len(after) && at < maxFrontMatter; {
		line, _, _ := strings.Cut(after[at:], "\n")
		next := min(at+len(line)+1, len(after))
		if line = strings.TrimRight(line, " \t"); line == "---" || line == "..." {
			var document yaml.Node
			if yaml.Unmarshal([]byte(after[:at]), &document) != nil || len(document.Content) != 1 {
				return nil, text, false
			}
			fields, ok := mapping(document.Content[0])
			if !ok || len(fields) == 0 {
				return nil, text, false
			}
			return fields, after[next:], true
		}
		at = next
	}
	return nil, text, false
}

// isLongFrontMatter reports whether a text begins with front matter that is too long to be
// read.
func isLongFrontMatter(text string) bool {
	after, ok := strings.CutPrefix(text, "---\n")
	return ok && len(after) > maxFrontMatter && frontMatterField.MatchString(after) && strings.Contains(after[maxFrontMatter:], "\n---\n")
}

// frontMatterField matches the first line of front matter.
var frontMatterField = lazyregexp.New(`^[\w-]+:(?:\s|$)`)

// mapping returns the values of a YAML mapping by their keys; ok is false where it is none
// or has a key twice. The library's own way takes quadratic time, and more for what it says
// of each such pair.
func mapping(n *yaml.Node) (fields map[string]yaml.Node, ok bool) {
	if n.Kind != yaml.MappingNode {
		return nil, false
	}
	fields = map[string]yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if _, twice := fields[key.Value]; twice || key.Kind != yaml.ScalarNode {
			return nil, false
		}
		fields[key.Value] = *n.Content[i+1]
	}
	return fields, true
}

// describe reads the metadata in front matter.
func describe(a *doc.Meta, fields map[string]yaml.Node) {
	first := func(names ...string) safe.Text {
		for _, name := range names {
			if t := scalar(fields[name]); t.Len() > 0 {
				return t
			}
		}
		return safe.Text{}
	}
	a.Title = first("title")
	a.Date = first("date", "published", "year")
	a.Summary = first("summary", "description", "abstract")
	a.Language = first("language", "lang")
	a.License = first("license", "licence", "rights")
	for _, name := range []string{"tags", "keywords"} {
		a.Tags = append(a.Tags, words(fields[name])...)
	}
	for _, name := range []string{"author", "authors"} {
		a.Authors = append(a.Authors, people(fields[name])...)
	}
}

// scalar returns a YAML scalar as written, as one line.
func scalar(n yaml.Node) safe.Text {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return safe.Text{}
	}
	return safe.Line(n.Value)
}

// words reads tags: a list, or one line with commas between them.
func words(n yaml.Node) (all []safe.Text) {
	listed := n.Content
	if n.Kind != yaml.SequenceNode {
		listed = nil
		for word := range strings.SplitSeq(scalar(n).String(), ",") {
			listed = append(listed, &yaml.Node{Kind: yaml.ScalarNode, Value: word})
		}
	}
	for _, c := range listed {
		if word := scalar(*c); word.Len() > 0 {
			all = append(all, word)
		}
	}
	return all
}

// people reads authors in the shapes that front matter has them: one name, a list
// of names, a list of mappings with a name in them.
func people(n yaml.Node) []safe.Text {
	nodes := n.Content
	if n.Kind != yaml.SequenceNode {
		nodes = []*yaml.Node{&n}
	}
	var names []safe.Text
	for _, c := range nodes {
		if name := person(c); name.Len() > 0 {
			names = append(names, name)
		}
	}
	return names
}

func person(n *yaml.Node) safe.Text {
	fields, ok := mapping(n)
	if !ok {
		return scalar(*n)
	}
	if name := scalar(fields["name"]); name.Len() > 0 {
		return name
	}
	given, family := scalar(fields["given"]), scalar(fields["family"])
	return safe.Line(given.String() + " " + family.String())
}
