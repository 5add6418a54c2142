package read

import (
	"bytes"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/markdown"
	"etal/internal/read/text"
	"etal/internal/safe"
)

// A reader waits for one screen, not for the whole of a long article. So the first screens
// are read by themselves, and then the text without what is cited in it, both in a part of
// the time that the whole takes.

const (
	// longSource is the size of a source, in bytes, from which on a reader would wait
	// for the whole of it.
	longSource = 128 << 10
	// beginning is how much of it is read first: some screens.
	beginning = 48 << 10
)

// Beginning reads the first screens of a long article, in the time of a short one. It is as
// the whole begins, but has no citations and no references, which are known only when the
// whole was read. It is ok for Markdown without keys and for plain text; other formats, and
// short articles, are to be read as a whole.
func (r Reader) Beginning(name string, data []byte) (a *article.Article, ok bool) {
	if len(data) < longSource {
		return nil, false
	}
	data = data[:beginning]
	end := max(bytes.LastIndex(data, []byte("\n\n")), bytes.LastIndex(data, []byte("\r\n\r\n")))
	if end < 0 {
		return nil, false
	}
	return r.part(name, data[:end], func(s *source, format article.Format) *doc.Draft {
		if format == article.Markdown {
			return markdown.Beginning(s.text)
		}
		d := text.Read(s.text).Draft()
		d.References, d.Removed = nil, nil
		return d
	})
}

// Sketch reads the text of an article and its reference list, not what is headed, cited and
// linked in it. It is ok for Markdown without keys.
func (r Reader) Sketch(name string, data []byte) (*article.Article, bool) {
	return r.part(name, data, func(s *source, format article.Format) *doc.Draft {
		if format != article.Markdown {
			return nil
		}
		return markdown.Sketch(s.text)
	})
}

// part returns the article of the draft that read returns, and reports whether there is one: there
// is none if the format is not read in part or the reader panicked, which reading the whole
// reports.
func (r Reader) part(name string, data []byte, read func(s *source, format article.Format) *doc.Draft) (a *article.Article, ok bool) {
	defer func() {
		if recover() != nil {
			a, ok = nil, false
		}
	}()
	s := r.source(name, data)
	if s.err != nil || markdown.CitesByKey(s.text.String()) || jsonStart.MatchString(s.text.String()) {
		return nil, false
	}
	format := r.candidates(s)[0].names[0]
	if format != article.Markdown && format != article.PlainText {
		return nil, false
	}
	d := read(s, format)
	if d == nil {
		return nil, false
	}
	a = &article.Article{ID: s.id(), Source: safe.Line(name), Format: format}
	d.Show(a)
	return a, len(a.Blocks) > 0
}

// jsonStart matches the beginning of JSON, of which no part can be read.
var jsonStart = lazyregexp.New(`^\s*(?:\[\s*)?\{`)
