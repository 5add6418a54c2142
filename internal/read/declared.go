package read

import (
	"mime"
	"path"
	"path/filepath"
)

// extensions are the file extensions of the media types that decide the format of an article;
// for others the bytes tell more.
var extensions = map[string]string{
	"text/html": ".html", "application/xhtml+xml": ".xhtml", "text/markdown": ".md",
	"application/x-bibtex": ".bib", "text/x-bibtex": ".bib", "application/x-research-info-systems": ".ris",
	"application/nbib": ".nbib", "application/x-endnote-refer": ".enw", "application/epub+zip": ".epub", "application/pdf": ".pdf", "application/x-pdf": ".pdf",
}

// base returns the file name that tells the format where the bytes leave a doubt: the file's own
// or, on the web, the last part of the URL with the extension of the declared type.
func (r Reader) base(name string) string {
	if r.URL == nil {
		return filepath.Base(name)
	}
	base := path.Base("/" + r.URL.Path)
	kind, _ := r.mediaType()
	if extension, known := extensions[kind]; known && path.Ext(base) != extension {
		base += extension
	}
	return base
}

// isPlain reports whether the article was declared to be plain text, in which tags are text.
func (r Reader) isPlain() bool {
	kind, _ := r.mediaType()
	return kind == "text/plain"
}

// charset returns the name of the declared encoding, or "".
func (r Reader) charset() string {
	_, charset := r.mediaType()
	return charset
}

// mediaType returns the declared media type and its charset; both are empty if it is malformed.
func (r Reader) mediaType() (kind, charset string) {
	kind, parameters, err := mime.ParseMediaType(r.Type)
	if err != nil {
		return "", ""
	}
	return kind, parameters["charset"]
}
