package ingest

import (
	"bytes"
	"path/filepath"
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

const (
	// longSource is the size of a source, in bytes, from which on a reader would wait
	// for the whole of it.
	longSource = 128 << 10
	// beginning is how much of it is read first: some screens.
	beginning = 48 << 10
)

// Beginning reads the first screens of a long article, in the time of a short one. What is
// cited is known only when the whole was read, so the beginning has no citations and no
// references; for the rest it is as the whole begins. It is ok for Markdown without keys and
// for plain text; other formats, and short articles, are to be read as a whole.
func (r Reader) Beginning(name string, data []byte) (a *article.Article, ok bool) {
	if len(data) < longSource {
		return nil, false
	}
	data = data[:beginning]
	end := max(bytes.LastIndex(data, []byte("\n\n")), bytes.LastIndex(data, []byte("\r\n\r\n")))
	if end < 0 {
		return nil, false
	}
	text, err := decode(data[:end])
	text = safe.New(text).String()
	base := filepath.Base(name)
	if err != nil || isOther(base, text) || keySign.MatchString(text) {
		return nil, false
	}
	a = &article.Article{ID: safe.Line(strings.TrimSuffix(base, filepath.Ext(base))), Source: safe.Line(name)}
	if isMarkdown(base, text) {
		a.Format = article.Markdown
		Reader{}.readMarkdown(a, strings.ReplaceAll(text, formFeed, "\n\n"))
	} else {
		a.Format = article.PlainText
		readText(a, text)
	}
	a.Citations, a.References, a.Links, a.Furniture = nil, nil, nil, nil
	return a, len(a.Blocks) > 0
}

// isOther reports whether a source that begins with text is, or may be, of a format that is
// not read from its beginning.
func isOther(name, text string) bool {
	return jsonStart.MatchString(text) || bib.DetectFormat(name, text) != "" || isJATS(name, text) || isHTML(name, text)
}

// jsonStart matches how JSON begins, of which a part is none.
var jsonStart = lazyregexp.New(`^\s*(?:\[\s*)?\{`)
