package render

import (
	"sort"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
)

// A Hyperlink is what a terminal is told of a link: the parameters and the address of an
// OSC 8 sequence (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).
// The zero Hyperlink is none.
type Hyperlink string

// maxAddress is the length of the longest address that a terminal is told, in bytes:
// that of VTE, the least of them.
const maxAddress = 2083

// NewHyperlink returns the hyperlink to an address, or none where that is not of the
// web or of mail, or too long. Parts of one link, such as those on two lines, are told
// from other links to the same address by their common id.
func NewHyperlink(id int, address string) Hyperlink {
	scheme, _, _ := strings.Cut(address, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
	default:
		return ""
	}
	escaped := escapeAddress(address)
	if len(escaped) > maxAddress {
		return ""
	}
	return Hyperlink("id=" + strconv.Itoa(id) + ";" + escaped)
}

// escapeAddress percent-encodes every byte that is not printable ASCII.
func escapeAddress(address string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(address); i++ {
		if c := address[i]; c > ' ' && c < 0x7f {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
	return b.String()
}

// write writes to b what changes the link from last to h.
func (h Hyperlink) write(b *strings.Builder, last Hyperlink) {
	switch {
	case h == last:
	case h == "":
		b.WriteString("\x1b]8;;\x1b\\")
	default:
		b.WriteString("\x1b]8;" + string(h) + "\x1b\\")
	}
}

// A target is a part of the body that leads to an address.
type target struct {
	article.Span
	link Hyperlink
}

// targets returns the parts of a span of the body that lead to addresses: its links and,
// in a reference, a DOI that is written without one.
func (d *Document) targets(span article.Span) []target {
	var out []target
	for _, l := range within(d.article.Links, span, func(l article.Link) article.Span { return l.Span }) {
		if l.Kind != article.URL {
			continue
		}
		if h := NewHyperlink(l.Start, l.URL.String()); h != "" {
			out = append(out, target{l.Span, h})
		}
	}
	if len(out) > 0 || !d.isReference(span.Start) {
		return out
	}
	doi, start, end := bib.FindDOI(d.article.Slice(span).String())
	if doi == "" {
		return nil
	}
	s := article.Span{Start: span.Start + start, End: span.Start + end}
	return []target{{s, NewHyperlink(s.Start, "https://doi.org/"+strings.ReplaceAll(doi, `\`, ""))}}
}

// isReference reports whether an offset of the body lies in a reference.
func (d *Document) isReference(offset int) bool {
	refs := d.article.References
	i := sort.Search(len(refs), func(i int) bool { return refs[i].End > offset })
	return i < len(refs) && refs[i].Contains(offset)
}

// connect gives the runs that stand in targets their links. Both stand in the order of
// the text.
func connect(runs []Run, targets []target) []Run {
	var out []Run
	for _, r := range runs {
		for len(targets) > 0 && r.Len() > 0 && targets[0].End <= r.Start {
			targets = targets[1:]
		}
		for _, t := range targets {
			if t.Start >= r.End || r.Len() == 0 {
				break
			}
			if r.Text.Len() != r.Len() {
				r.Link = t.link
				break
			}
			if t.Start > r.Start {
				out = append(out, r.slice(0, t.Start-r.Start))
				r = r.slice(t.Start-r.Start, r.Len())
			}
			if t.End >= r.End {
				r.Link = t.link
				break
			}
			head := r.slice(0, t.End-r.Start)
			head.Link = t.link
			out = append(out, head)
			r = r.slice(t.End-r.Start, r.Len())
		}
		out = append(out, r)
	}
	return out
}
