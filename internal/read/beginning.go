package read

import (
	"bytes"
	"cmp"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/markdown"
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

// Beginning reads the first screens of a long article, in the time of a short one. They are as
// the whole begins, but have no citations and no references, which are known only when the whole
// was read. It reports whether the length and the format of the article allow that.
func (r Reader) Beginning(name string, data []byte) (*article.Article, bool) {
	s := &source{base: r.base(name), data: data}
	if isLong := len(data) >= longSource || r.isBinary(s) && isPDF(r, s); !isLong {
		return nil, false // a PDF takes long, however short it is
	}
	return r.begin(name, data, beginning)
}

// front is how much of the text of a page is read for what it tells of itself.
const front = 4 << 10

// Front reads what an article tells of itself, and some of its text, in a part of the time that the whole
// takes. It reports whether the format of the article allows that.
func (r Reader) Front(name string, data []byte) (*article.Article, bool) {
	return r.begin(name, data, front)
}

// begin reads the beginning of an article, of a page so many bytes from its body on.
func (r Reader) begin(name string, data []byte, size int) (*article.Article, bool) {
	if isCompressed(data) {
		return nil, false
	}
	page := false
	if !r.isBinary(&source{base: r.base(name), data: data}) {
		data, page = firstBlocks(data, size)
	}
	return r.part(name, data, func(s *source, f format) (*doc.Draft, bool) {
		if f.begin == nil || page != (f.names[0] == article.HTML || f.names[0] == article.JATS) {
			return nil, false
		}
		d, ok := f.begin(r, s)
		if ok {
			d.References, d.Citations, d.Removed, d.Notices = nil, nil, nil, nil
		}
		return d, ok
	})
}

// longHead is the size of the longest head of a page, in bytes, that is read for its beginning.
const longHead = 512 << 10

// firstBlocks returns the beginning of a page or of JATS, which has a body, up to the end of a
// paragraph in so many bytes of it, or else that of a text up to a blank line. It is empty where there is
// no such end.
func firstBlocks(data []byte, size int) (first []byte, page bool) {
	body := -1
	if bytes.HasPrefix(bytes.TrimLeft(data[:min(beginning, len(data))], " \t\r\n\ufeff"), []byte("<")) {
		body = bytes.Index(data[:min(longHead, len(data))], []byte("<body"))
	}
	if body < 0 {
		if len(data) <= beginning {
			return data, false
		}
		data = data[:beginning]
		return data[:max(bytes.LastIndex(data, []byte("\n\n")), bytes.LastIndex(data, []byte("\r\n\r\n")), 0)], false
	}
	end := bytes.LastIndex(data[body:min(body+size, len(data))], []byte("</p>"))
	if end < 0 {
		return nil, true
	}
	return data[:body+end+len("</p>")], true
}

// Sketch reads the text of a long article and its reference list, not what is headed, cited and
// linked in it. It is ok for Markdown without keys.
func (r Reader) Sketch(name string, data []byte) (*article.Article, bool) {
	if len(data) < longSource {
		return nil, false
	}
	return r.part(name, data, func(s *source, f format) (*doc.Draft, bool) {
		if f.names[0] != article.Markdown || markdown.CitesByKey(s.text.String()) {
			return nil, false
		}
		return markdown.Sketch(s.text), true
	})
}

// part returns the article of the draft that read returns, and reports whether there is one: there
// is none if the format is not read in part, the encoding was guessed, a program printed the text,
// or the reader panicked, which reading the whole reports.
func (r Reader) part(name string, data []byte, read func(s *source, f format) (*doc.Draft, bool)) (a *article.Article, ok bool) {
	defer func() {
		if recover() != nil {
			a, ok = nil, false
		}
	}()
	s := r.source(name, data)
	if s.err != nil || s.notice != "" || s.styles != nil || jsonStart.MatchString(s.text.String()) {
		return nil, false
	}
	f := r.candidates(s)[0]
	d, ok := read(s, f)
	if !ok {
		return nil, false
	}
	a = &article.Article{ID: s.id(), Source: safe.Line(name), Format: f.names[0]}
	d.Show(a)
	a.Title = cmp.Or(a.Title, a.ID)
	return a, len(a.Blocks) > 0
}

// jsonStart matches the beginning of JSON, of which no part can be read.
var jsonStart = lazyregexp.New(`^\s*(?:\[\s*)?\{`)
