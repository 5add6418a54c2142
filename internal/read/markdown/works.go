package markdown

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/formats"
	"etal/internal/doc"
	"etal/internal/read/markdown/frontmatter"
	"etal/internal/safe"
)

// maxBibliographies is how many bibliographies an article may name.
const maxBibliographies = 16

// ErrOutside is the error for a bibliography that an article may not name.
var ErrOutside = errors.New("must be a file in the article's own folder")

// works returns the works that an article's keys may name: those that the reader was
// given, those in its front matter, and those of the bibliographies that it names or that
// lie beside it. Where several have one key, the first counts.
func (o Options) works(m *doc.Meta, fields frontmatter.Fields) []bib.Item {
	works := append([]bib.Item(nil), o.Works...)
	works = append(works, inlineWorks(fields)...)
	named := fields.Lines("bibliography")
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
	for _, name := range append([]string{o.Name + ".bib"}, usualNames...) {
		more, notices, err := o.openBibliography(name)
		if err == nil {
			m.Notices = append(m.Notices, notices...)
			return more
		}
	}
	return nil
}

// usualNames are what people call the bibliography beside an article that does not name it.
var usualNames = []string{"references.bib", "refs.bib", "bibliography.bib", "biblio.bib", "library.bib", "lib.bib", "literature.bib", "sources.bib", "paper.bib", "book.bib", "main.bib", "references.json"}

// openBibliography reads a bibliography that an article names. An article may come from
// anywhere, so it may name none but those beside it.
func (o Options) openBibliography(name string) ([]bib.Item, []safe.Text, error) {
	if !filepath.IsLocal(filepath.FromSlash(name)) || strings.ContainsAny(name, `\:`) || o.Bibliography == nil {
		return nil, nil, ErrOutside
	}
	return o.Bibliography(name)
}

// inlineWorks reads works in the front matter, which are CSL-JSON written as YAML.
func inlineWorks(f frontmatter.Fields) []bib.Item {
	list, ok := f.Value("references").([]any)
	if !ok {
		return nil
	}
	data, err := json.Marshal(list)
	if err != nil {
		return nil
	}
	works, _, err := formats.Read("csl-json", "", safe.New(string(data)).String())
	if err != nil {
		return nil
	}
	return works
}

// nocited returns the keys that the front matter names under nocite; "*" is all of them.
func nocited(f frontmatter.Fields) []string {
	var keys []string
	for _, t := range f.Lines("nocite") {
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
