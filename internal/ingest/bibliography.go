package ingest

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/reflist"
	"etal/internal/safe"
)

// maxBibliographies is how many bibliographies an article may name.
const maxBibliographies = 16

// ErrOutside is the error for a bibliography that an article may not name.
var ErrOutside = errors.New("must be a file in the article's own folder")

// ReadBibliography reads a bibliography in BibTeX, RIS or CSL-JSON. Name decides the
// format where the bytes leave a doubt. The notices say, a line each, what could not be
// read of it.
func ReadBibliography(name string, data []byte) (works []bib.Item, notices []safe.Text, err error) {
	text, err := decode(data, "")
	if err != nil {
		return nil, nil, err
	}
	works, problems, err := bib.Read(name, safe.New(text).String())
	return works, bibNotices(name, problems), err
}

// maxNoticed is how many problems of a bibliography are told one by one.
const maxNoticed = 10

// bibNotices says what could not be read of a bibliography.
func bibNotices(name string, problems []string) []safe.Text {
	var notices []safe.Text
	for i, p := range problems {
		if i == maxNoticed {
			return append(notices, safe.Line(fmt.Sprintf("bibliography %s: and %d more", name, len(problems)-i)))
		}
		notices = append(notices, safe.Line(fmt.Sprintf("bibliography %s: %s", name, p)))
	}
	return notices
}

// works returns the works that an article's keys may name: those that the reader was
// given, those in its front matter, and those of the bibliographies that it names or that
// lie beside it. Where several have one key, the first counts.
func (r Reader) works(a *article.Article, fields map[string]yaml.Node) []bib.Item {
	works := append([]bib.Item(nil), r.Bibliography...)
	works = append(works, inlineWorks(fields["references"])...)
	named := texts(fields["bibliography"])
	for _, name := range named[:min(len(named), maxBibliographies)] {
		more, notices, err := r.openBibliography(name)
		if err != nil {
			notices = []safe.Text{safe.Line(fmt.Sprintf("bibliography %s: %v", name, err))}
		}
		works = append(works, more...)
		a.Notices = append(a.Notices, notices...)
	}
	if len(works) > 0 || len(named) > 0 {
		return works
	}
	for _, name := range []string{a.ID.String() + ".bib", "references.bib"} {
		more, notices, err := r.openBibliography(name)
		if err == nil {
			a.Notices = append(a.Notices, notices...)
			return more
		}
	}
	return nil
}

// openBibliography reads a bibliography that an article names. An article may come from
// anywhere, so it may name none but those beside it.
func (r Reader) openBibliography(name string) ([]bib.Item, []safe.Text, error) {
	if !filepath.IsLocal(filepath.FromSlash(name)) || strings.ContainsAny(name, `\:`) || r.Open == nil {
		return nil, nil, ErrOutside
	}
	data, err := r.Open(name)
	if err != nil {
		return nil, nil, err
	}
	return ReadBibliography(name, data)
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
	works, _, err := bib.Read("front matter.json", safe.New(string(data)).String())
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
		for i := 0; i < len(t); {
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
			i = max(end, i+1)
		}
	}
	return keys
}

// readList fills a with a bibliography alone: its list is the article.
func readList(a *article.Article, format bib.Format, works []bib.Item) {
	a.Format = article.Format(format)
	a.Title = a.ID
	w := listWriter{}
	w.body.WriteString("# " + escapeLine(a.Title.String()) + "\n\n## References\n\n")
	for _, item := range works {
		w.add(item)
	}
	assemble(a, draft{body: w.body.String(), entries: w.entries, complete: true})
}

// A listWriter writes a generated reference list.
type listWriter struct {
	body    strings.Builder
	entries []reflist.Entry
}

// add writes a work as an entry of its own.
func (w *listWriter) add(item bib.Item) {
	start := w.body.Len()
	w.body.WriteString(printMarkdown(item))
	w.entries = append(w.entries, reflist.Entry{Span: article.Span{Start: start, End: w.body.Len()}, LineStart: start, Item: &item})
	w.body.WriteString("\n\n")
}

// printMarkdown prints a reference as one line of Markdown.
func printMarkdown(item bib.Item) string {
	var b strings.Builder
	for _, r := range item.Print() {
		text := strings.ReplaceAll(r.Text, "\n", " ")
		core := strings.TrimSpace(text)
		switch {
		case r.Style == bib.Address:
			b.WriteString("<" + text + ">")
		case r.Style == bib.Italic && core != "":
			b.WriteString("*" + escapeText(core) + "*")
		default:
			b.WriteString(escapeText(text))
		}
	}
	s := b.String()
	if m := leading.FindString(s); m != "" {
		n := len(strings.TrimRight(m, " \t")) - 1
		s = s[:n] + `\` + s[n:]
	}
	return s
}
