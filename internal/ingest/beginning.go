package ingest

import (
	"bytes"
	"path"
	"strings"

	"etal/internal/article"
	"etal/internal/bib/formats"
	"etal/internal/lazyregexp"
	"etal/internal/read/html"
	"etal/internal/read/jats"
	plaintext "etal/internal/read/text"
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
	a, text, ok := r.inPart(name, data[:end])
	switch {
	case !ok:
		return nil, false
	case a.Format == article.Markdown:
		readBeginning(safe.New(text)).Show(a)
	default:
		d := plaintext.Read(safe.New(text)).Draft()
		d.References, d.Removed = nil, nil
		d.Show(a)
	}
	return a, len(a.Blocks) > 0
}

// Sketch reads the text of an article and its reference list, not what is headed, cited and
// linked in it. It is ok for Markdown without keys.
func (r Reader) Sketch(name string, data []byte) (*article.Article, bool) {
	a, text, ok := r.inPart(name, data)
	if !ok || a.Format != article.Markdown {
		return nil, false
	}
	readSketch(safe.New(text)).Show(a)
	return a, len(a.Blocks) > 0
}

// inPart returns the text of a source, and the article that is to be made of it; ok is
// false where its format is not read in part.
func (r Reader) inPart(name string, data []byte) (a *article.Article, text string, ok bool) {
	text, err := decode(data, r.charset())
	text = safe.New(text).String()
	base := r.base(name)
	if err != nil || isOther(base, text) || citesByKey(text) {
		return nil, "", false
	}
	a = &article.Article{ID: safe.Line(strings.TrimSuffix(base, path.Ext(base))), Source: safe.Line(name), Format: article.PlainText}
	if isMarkdown(base, text) {
		a.Format = article.Markdown
	}
	return a, text, true
}

// isOther reports whether a source that begins with text is, or may be, of a format that is
// not read in part.
func isOther(name, text string) bool {
	return jsonStart.MatchString(text) || formats.Detect(name, text) != "" || jats.Sniff(name, text) || html.Sniff(name, text)
}

// jsonStart matches how JSON begins, of which a part is none.
var jsonStart = lazyregexp.New(`^\s*(?:\[\s*)?\{`)
