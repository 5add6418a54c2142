package read

import (
	"mime"
	"path"
	"path/filepath"
)

// extensions are those that files have of the media types that decide what an article is read
// as; of others the bytes tell more.
var extensions = map[string]string{
	"text/html": ".html", "application/xhtml+xml": ".xhtml", "text/markdown": ".md",
	"application/x-bibtex": ".bib", "text/x-bibtex": ".bib", "application/x-research-info-systems": ".ris",
}

// base returns the name by which the format is told where the bytes leave a doubt: the
// file's own or, on the web, the last part of the address, with the extension of the type
// that the article was said to have.
func (r Reader) base(name string) string {
	if r.URL == nil {
		return filepath.Base(name)
	}
	base := path.Base("/" + r.URL.Path)
	kind, _ := r.said()
	if extension, known := extensions[kind]; known && path.Ext(base) != extension {
		base += extension
	}
	return base
}

// isPlain reports whether the article was said to be plain text, in which tags are what it
// is about.
func (r Reader) isPlain() bool {
	kind, _ := r.said()
	return kind == "text/plain"
}

// charset returns the name of the encoding that the bytes were said to be in, or "".
func (r Reader) charset() string {
	_, charset := r.said()
	return charset
}

func (r Reader) said() (kind, charset string) {
	kind, parameters, err := mime.ParseMediaType(r.Type)
	if err != nil {
		return "", ""
	}
	return kind, parameters["charset"]
}
