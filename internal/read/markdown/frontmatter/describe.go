package frontmatter

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"etal/internal/doc"
	"etal/internal/identify"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Describe reads the metadata in front matter.
func (f Fields) Describe(m *doc.Meta) {
	m.Title = f.Line("title")
	m.Date = f.Line("date", "published", "pubdate", "year")
	if computed.MatchString(m.Date.String()) {
		m.Date = safe.Text{}
	} else if day := dayOfTime.FindStringSubmatch(m.Date.String()); day != nil {
		m.Date = safe.Line(day[1])
	}
	m.Summary = f.Line("summary", "description", "abstract")
	m.Language = f.Line("language", "lang", "languagecode", "locale")
	m.License = f.Line("license", "licence", "rights")
	for _, kind := range []identify.Kind{identify.DOI, identify.ArXiv, identify.PMCID, identify.PMID} {
		m.Identify(kind, f.Line(string(kind)).String())
	}
	for _, key := range []string{"tags", "keywords"} {
		m.Tags = append(m.Tags, words(f[key])...)
	}
	for _, key := range []string{"author", "authors"} {
		m.Authors = append(m.Authors, people(f[key])...)
	}
}

// dayOfTime matches a date with a time, as generators of sites write it.
var dayOfTime = lazyregexp.New(`^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}`)

// computed matches a date that is filled in when the text is built.
var computed = lazyregexp.New("^(?:`r |\\\\today|today$|now$|last-modified$)")

// words reads tags: a list, or one line with commas between them.
func words(n yaml.Node) (all []safe.Text) {
	listed := n.Content
	if n.Kind != yaml.SequenceNode {
		listed = nil
		for word := range strings.SplitSeq(scalar(n).String(), ",") {
			listed = append(listed, text(word))
		}
	}
	for _, c := range listed {
		if word := scalar(*c); word.Len() > 0 {
			all = append(all, word)
		}
	}
	return all
}

// people reads authors in the shapes that front matter has them: one name or several in a line, a list
// of names, a mapping or a list of them.
func people(n yaml.Node) (names []safe.Text) {
	nodes := elements(&n)
	for _, c := range nodes {
		fields, ok := mapping(c)
		if !ok {
			if c.Kind == yaml.ScalarNode && c.Tag != "!!null" {
				names = append(names, cutNames(c.Value, len(nodes) == 1)...)
			}
			continue
		}
		if name := person(fields); name.Len() > 0 {
			names = append(names, name)
		}
	}
	return names
}

// The keys of the parts of a name: in JOSS and CITATION.cff, Quarto, Distill and MyST.
var (
	givenKeys    = []string{"given", "given-names", "given-name", "given_name", "first-name", "first_name", "firstname", "first"}
	particleKeys = []string{"dropping-particle", "non-dropping-particle", "name-particle"}
	familyKeys   = []string{"family", "family-names", "family-name", "surname", "last-name", "last_name", "lastname", "last"}
	suffixKeys   = []string{"suffix", "name-suffix"}
	wholeKeys    = []string{"name", "literal", "text", "fullname", "full-name", "display_name", "alias"}
)

// person returns the name in a mapping that has it whole or in parts.
func person(f Fields) safe.Text {
	if n := f["name"]; n.Kind == yaml.MappingNode {
		if parts, ok := mapping(&n); ok {
			return person(parts)
		}
	}
	if name := f.Line(wholeKeys...); name.Len() > 0 {
		return safe.Line(bareName(name.String()))
	}
	parts := []string{f.Line(givenKeys...).String(), "", "", "", f.Line(familyKeys...).String(), f.Line(suffixKeys...).String()}
	for i, key := range particleKeys {
		parts[i+1] = f.Line(key).String()
	}
	if name := strings.Join(strings.Fields(strings.Join(parts, " ")), " "); name != "" {
		return safe.Line(name)
	}
	if len(f) == 1 { // "- Ann Bee: [1, 2]"
		for key := range f {
			if strings.Contains(key, " ") {
				return safe.Line(bareName(key))
			}
		}
	}
	return f.Line("id")
}

var (
	authorNote  = lazyregexp.New(`\^\[[^\]]*\]|\[\^[^\]]*\]|\^[\d,*†‡ ]+\^|\\thanks\{[^{}]*\}|\\inst\{[^{}]*\}|<sup>[^<]*</sup>`)
	authorMail  = lazyregexp.New(`\s*[<(]\S+@\S+[>)]`)
	betweenTwo  = lazyregexp.New(`\s*(?:,\s*)?(?:\s(?:and|&|\\and)\s)\s*`)
	betweenMany = lazyregexp.New(`,\s+`)
	wordOfName  = lazyregexp.New(`\S\s+\S`)
)

// bareName returns a name without notes and an email address.
func bareName(s string) string {
	return strings.TrimSpace(authorMail.ReplaceAllString(authorNote.ReplaceAllString(s, ""), ""))
}

// cutNames cuts a text between names: at semicolons and line feeds or, if nothing else says who the
// authors are and each name has two words, at "and" and commas.
func cutNames(s string, alone bool) (names []safe.Text) {
	s = bareName(s)
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '\n' })
	if len(parts) == 1 && alone && betweenTwo.MatchString(s) {
		var several []string
		for _, part := range betweenTwo.Split(s, -1) {
			several = append(several, betweenMany.Split(part, -1)...)
		}
		parts = several
		for _, p := range parts {
			if !wordOfName.MatchString(strings.TrimSpace(p)) {
				parts = []string{s}
			}
		}
	}
	for _, p := range parts {
		if name := safe.Line(strings.TrimSpace(p)); name.Len() > 0 {
			names = append(names, name)
		}
	}
	return names
}
