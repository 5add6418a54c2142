package read

import (
	"slices"

	"etal/internal/article"
	"etal/internal/bib/formats"
	"etal/internal/doc"
	"etal/internal/read/bibliography"
	"etal/internal/read/html"
	"etal/internal/read/jats"
	"etal/internal/read/markdown"
	"etal/internal/read/text"
	"etal/internal/safe"
	"etal/internal/sourcecode"
)

// A format is a file format of articles.
type format struct {
	names []article.Format
	// is reports whether a source looks like the format, by its bytes or its name.
	is func(r Reader, s *source) bool
	// read returns the draft of a source. It reports whether there is an article.
	read func(r Reader, s *source) (*doc.Draft, bool)
	// begin returns the draft of the beginning of a source, which ends after a block; nil for a
	// format that is only read as a whole.
	begin func(r Reader, s *source) (*doc.Draft, bool)
}

// table lists the formats in the order in which they are tried: the surest signs first, plain
// text last.
func table() []format {
	return []format{
		{bibliographies(), isBibliography, readBibliography, nil},
		{[]article.Format{article.JATS}, isJATS, readJATS, beginJATS},
		{[]article.Format{article.HTML}, isHTML, readHTML, readHTML},
		{[]article.Format{article.Markdown}, isMarkdown, readMarkdown, beginMarkdown},
		{[]article.Format{article.PlainText}, isText, readText, readText},
	}
}

// nameOf returns the name of the format that a source has, of those that it reads.
func (f format) nameOf(s *source) article.Format {
	if name := article.Format(s.bibliography); slices.Contains(f.names, name) {
		return name
	}
	return f.names[0]
}

// bibliographies returns the names of the formats of bibliographies.
func bibliographies() []article.Format {
	var names []article.Format
	for _, name := range formats.Names() {
		names = append(names, article.Format(name))
	}
	return names
}

// Formats returns the names of all formats.
func Formats() []article.Format {
	var names []article.Format
	for _, f := range table() {
		names = append(names, f.names...)
	}
	return names
}

// candidates returns the formats that a source may have: the one that the caller named, or those
// that it looks like.
func (r Reader) candidates(s *source) []format {
	var found []format
	if s.err != nil {
		return nil // only text can be read
	}
	for _, f := range table() {
		if r.Format == "" && f.is(r, s) || slices.Contains(f.names, r.Format) {
			found = append(found, f)
		}
	}
	return found
}

func isBibliography(_ Reader, s *source) bool { return s.bibliography != "" }

func readBibliography(r Reader, s *source) (*doc.Draft, bool) {
	if r.Format != "" {
		s.bibliography = formats.Format(r.Format)
	}
	works, problems, _ := formats.Read(s.bibliography, s.base, s.text.String())
	if len(works) == 0 {
		return nil, false
	}
	d := bibliography.Read(s.id(), works)
	d.Notices = bibliographyNotices(s.base, problems)
	return d.Draft(), true
}

func isJATS(_ Reader, s *source) bool { return jats.Sniff(s.base, s.text.String()) }

func readJATS(_ Reader, s *source) (*doc.Draft, bool) {
	d, ok := jats.Read(s.text)
	if !ok {
		return nil, false
	}
	return d.Draft(), true
}

func beginJATS(_ Reader, s *source) (*doc.Draft, bool) {
	d, ok := jats.Beginning(s.text)
	if !ok {
		return nil, false
	}
	return d.Draft(), true
}

func isHTML(r Reader, s *source) bool { return html.Sniff(s.base, s.text.String()) && !r.isPlain() }

func readHTML(r Reader, s *source) (*doc.Draft, bool) {
	d, err := html.Read(s.text, r.URL)
	if err != nil {
		d = text.Read(safe.New(html.TextBetweenTags(s.text.String())))
		d.Notify(noticePage)
	}
	draft := d.Draft()
	draft.TitleByHeading()
	return draft, true
}

// noticePage is the notice for a page that cannot be read as one.
const noticePage = "the page is nested too deeply to parse: only its text is shown"

func isMarkdown(r Reader, s *source) bool {
	return markdown.Sniff(s.base, s.text.String()) || len(r.Bibliography) > 0 && markdown.CitesByKey(s.text.String())
}

func readMarkdown(r Reader, s *source) (*doc.Draft, bool) {
	return markdown.Read(s.text, markdown.Options{Name: s.id().String(), Works: r.Bibliography, Bibliography: r.bibliography()}), true
}

func beginMarkdown(_ Reader, s *source) (*doc.Draft, bool) {
	if markdown.CitesByKey(s.text.String()) {
		return nil, false // the list of works is at the end
	}
	return markdown.Beginning(s.text), true
}

func isText(Reader, *source) bool { return true }

// readText reads prose, another markup language as that or, line by line, code and what a program has arranged in lines.
func readText(r Reader, s *source) (*doc.Draft, bool) {
	if d, ok := text.ReadMarkup(s.base, s.text); ok && r.Format == "" {
		return d.Draft(), true
	}
	language, isSource := sourcecode.Language(s.base)
	if isSource || s.styles.Coloured() || r.Format == "" && sourcecode.IsText(s.text.String()) {
		return text.ReadCode(s.text, language).Draft(), true
	}
	d := text.Read(s.text)
	s.styles.Apply(d)
	return d.Draft(), true
}
