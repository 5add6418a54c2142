// Package ingest turns bytes into an article: it finds out which format they are,
// makes them safe to show, leaves the page's furniture out and has the citations
// found.
//
// [Read] is the one door. Each format becomes one Markdown text with spans beside
// it; what a format knows for certain is taken as it is, the rest is found. The
// package must not know where the bytes came from, nor how an article is shown.
package ingest

import (
	"path/filepath"
	"strings"

	"etal/internal/article"
	"etal/internal/safe"
)

// MaxSource is the size of the largest source that Read takes, in bytes.
const MaxSource = 64 << 20 // 64 MiB

// Read reads an article. Name is what the reader calls it, usually a path: its last
// element decides the format where the bytes leave a doubt, and is the title where
// the article has none. An error says in a few words what is wrong with the bytes:
// [ErrEmpty], [ErrBinary] or [ErrTooLarge].
func Read(name string, data []byte) (*article.Article, error) {
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	text = safe.New(strings.ReplaceAll(text, "\f", "\n\n")).String()
	if strings.TrimSpace(text) == "" {
		return nil, ErrEmpty
	}

	base := filepath.Base(name)
	a := &article.Article{ID: safe.Line(strings.TrimSuffix(base, filepath.Ext(base))), Source: safe.Line(name)}
	switch {
	case isJATS(base, text) && readJATS(a, text):
		a.Format = article.JATS
	case isMarkdown(base, text):
		a.Format = article.Markdown
		readMarkdown(a, text)
	default:
		a.Format = article.PlainText
		readText(a, text)
	}
	if a.Title.Len() == 0 {
		a.Title = a.ID
	}
	return a, nil
}
