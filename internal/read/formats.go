package read

import (
	"path/filepath"
	"slices"
	"strings"

	"etal/internal/article"
	"etal/internal/bib/formats"
	"etal/internal/doc"
	"etal/internal/read/bibliography"
	"etal/internal/read/epub"
	"etal/internal/read/html"
	"etal/internal/read/html/tags"
	"etal/internal/read/jats"
	"etal/internal/read/markdown"
	"etal/internal/read/text"
	"etal/internal/safe"
	"etal/internal/sourcecode"
)

// A format is a file format of articles.
type format struct {
	names []article.Format
	// binary says that the format is not text: its sources have data and no text.
	binary bool
	// is reports whether a source looks like the format, by its bytes or its name.
	is func(r Reader, s *source) bool
	// read returns the draft of a source. It reports whether there is an article, and may say in the
	// source's err why there is none.
	read func(r Reader, s *source) (*doc.Draft, bool)
	// begin returns the draft of the beginning of a source, which ends after a block; nil for a
	// format that is only read as a whole.
	begin func(r Reader, s *source) (*doc.Draft, bool)
}

// table lists the formats in the order in which they are tried: the surest signs first, plain
// text last.
func table() []format {
	return []format{
		{[]article.Format{article.PDF}, true, isPDF, readPDF, beginPDF},
		{[]article.Format{article.EPUB}, true, isEPUB, readEPUB, beginEPUB},
		{bibliographies(), false, isBibliography, readBibliography, nil},
		{[]article.Format{article.JATS}, false, isJATS, readJATS, beginJATS},
		{[]article.Format{article.HTML}, false, isHTML, readHTML, readHTML},
		{[]article.Format{article.Markdown}, false, isMarkdown, readMarkdown, beginMarkdown},
		{[]article.Format{article.PlainText}, false, isText, readText, readText},
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
		return nil
	}
	for _, f := range table() {
		if f.binary != s.isBinary {
			continue
		}
		if r.Format == "" && f.is(r, s) || slices.Contains(f.names, r.Format) {
			found = append(found, f)
		}
	}
	return found
}

// isBinary reports whether a source has a binary format: the one that the caller named, or the one that it
// looks like. It says so in the source.
func (r Reader) isBinary(s *source) bool {
	s.isBinary = slices.ContainsFunc(table(), func(f format) bool {
		return f.binary && (r.Format == "" && f.is(r, s) || slices.Contains(f.names, r.Format))
	})
	return s.isBinary
}

func isEPUB(_ Reader, s *source) bool {
	return epub.Sniff(s.data) || epub.IsZip(s.data) && strings.EqualFold(filepath.Ext(s.base), ".epub")
}

func readEPUB(_ Reader, s *source) (*doc.Draft, bool) { return s.draft(epub.Read(s.data, chapterText)) }

func beginEPUB(_ Reader, s *source) (*doc.Draft, bool) {
	return s.draft(epub.Beginning(s.data, chapterText, beginning))
}

// chapterText returns the text that a file in a book holds.
func chapterText(data []byte) (string, error) {
	from, err := decode(data, "", "")
	return from.text, err
}

// draft returns the draft of a document, unless there was an error, which it keeps.
func (s *source) draft(d *doc.Document, err error) (*doc.Draft, bool) {
	if s.err = err; err != nil {
		return nil, false
	}
	draft := d.Draft()
	draft.TitleByHeading()
	return draft, true
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

func isHTML(r Reader, s *source) bool { return tags.Sniff(s.base, s.text.String()) && !r.isPlain() }

func readHTML(r Reader, s *source) (*doc.Draft, bool) {
	d, err := html.Read(s.text, r.URL)
	if err != nil {
		d = text.Read(safe.New(tags.Text(s.text.String())))
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
