package doc

import (
	"net/url"
	"sort"
	"strings"
	"unicode"

	"etal/internal/article"
)

// maxPath is the length in bytes of the longest path that is a link to a file: what most
// systems allow a file's name to have, four times.
const maxPath = 1024

// LinkTo returns the kind of a link that leads to an address and the address in the form in
// which it is kept, that of a section without its #. It reports whether it leads anywhere: to
// the web, a mailbox, a file beside the article or a place in it.
func LinkTo(address string) (kind article.LinkKind, kept string, ok bool) {
	address = strings.TrimSpace(address)
	if strings.ContainsFunc(address, unicode.IsControl) {
		return "", "", false
	}
	if fragment, found := strings.CutPrefix(address, "#"); found {
		return article.Section, Fragment(fragment), fragment != ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", "", false
	}
	switch u.Scheme {
	case "http", "https", "mailto":
		return article.URL, address, true
	case "":
		return article.File, address, isRelativePath(u, address)
	}
	return "", "", false
}

// isRelativePath reports whether an address without a scheme is a path from the folder of the
// article, or within it.
func isRelativePath(u *url.URL, address string) bool {
	return len(address) <= maxPath && u.Host == "" && u.Path != "" && u.RawQuery == "" && !u.ForceQuery &&
		!strings.ContainsFunc(u.Path, unicode.IsControl) && !strings.ContainsAny(u.Path, `\:`) && u.Path[0] != '/'
}

// Fragment returns the name of a place from behind the # of an address.
func Fragment(s string) string {
	if name, err := url.PathUnescape(s); err == nil {
		return name
	}
	return s
}

// target returns where a place begins that was marked when the body ended at offset.
func (w *writer) target(offset int) (int, bool) {
	for offset < len(w.body) && strings.IndexByte("\n >", w.body[offset]) >= 0 {
		offset++
	}
	return offset, offset < len(w.body)
}

// resolveLinks gives the links to notes and anchors their targets, and drops those that have
// none.
func (w *writer) resolveLinks() {
	for i, l := range w.draft.Links {
		if l.Kind == article.Note {
			w.draft.Links[i].Target, _ = w.target(w.starts[l.Target])
		}
	}
	for id, offset := range w.anchors {
		w.anchors[id], _ = w.target(offset)
	}
	w.draft.Anchors = w.anchors
	for _, l := range w.links {
		if offset, ok := w.anchors[l.id]; ok && offset < len(w.body) {
			l.Target = offset
			if l.unsure {
				w.draft.unsure = append(w.draft.unsure, l.Link)
				continue
			}
			w.draft.Links = append(w.draft.Links, l.Link)
		}
	}
	sort.SliceStable(w.draft.Links, func(i, j int) bool { return w.draft.Links[i].Start < w.draft.Links[j].Start })
}
