package render

import (
	"sort"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/safe"
)

// A Hyperlink is the parameters and the URL of an OSC 8 sequence
// (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). The zero Hyperlink ends a
// link.
type Hyperlink string

// NewHyperlink returns the hyperlink to a URL, or "" if that is not http, https or mailto, or longer
// than [safe.MaxURL], which is also the lowest limit among terminals, VTE's. The id groups the parts
// of one link, such as those on two lines.
func NewHyperlink(id int, address string) Hyperlink {
	scheme, _, _ := strings.Cut(address, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
	default:
		return ""
	}
	escaped := escapeAddress(address)
	if len(escaped) > safe.MaxURL {
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

// write writes the sequence that changes the link from last to h.
func (h Hyperlink) write(b *strings.Builder, last Hyperlink) {
	switch {
	case h == last:
	case h == "":
		b.WriteString("\x1b]8;;\x1b\\")
	default:
		b.WriteString("\x1b]8;" + string(h) + "\x1b\\")
	}
}

// A target is a span of the body that is a link to a URL.
type target struct {
	article.Span
	link Hyperlink
}

// withLinks sets the links of the lines of a block.
func (d *Document) withLinks(lines []Line, block article.Span) []Line {
	if !d.hyperlinks {
		return lines
	}
	targets := d.targets(block)
	for i, l := range lines {
		first := sort.Search(len(targets), func(n int) bool { return targets[n].End > l.Start })
		last := first
		for last < len(targets) && targets[last].Start < l.End {
			last++
		}
		lines[i].links = targets[first:last]
	}
	return lines
}

// targets returns the links of a block, in the order of the text; of a reference without any, its
// DOI.
func (d *Document) targets(block article.Span) []target {
	var out []target
	for _, l := range within(d.article.Links, block, func(l article.Link) article.Span { return l.Span }) {
		if l.Kind != article.URL {
			continue
		}
		if h := NewHyperlink(l.Start, l.URL.String()); h != "" {
			out = append(out, target{l.Span, h})
		}
	}
	r, ok := d.article.Reference(d.article.ReferenceAt(block))
	if len(out) > 0 || !ok {
		return out
	}
	doi, start, end := bib.FindDOI(d.article.Slice(r.Span).String())
	if doi == "" {
		return nil
	}
	s := article.Span{Start: r.Start + start, End: r.Start + end}
	return []target{{s, NewHyperlink(s.Start, "https://doi.org/"+strings.ReplaceAll(doi, `\`, ""))}}
}

// part calls draw with the parts of a run, each with the link that it is in.
func (l Line) part(r Run, draw func(Run, Hyperlink)) {
	first := sort.Search(len(l.links), func(n int) bool { return l.links[n].End > r.Start })
	for _, t := range l.links[first:] {
		switch {
		case r.Len() == 0 || t.Start >= r.End:
			draw(r, "")
			return
		case r.Text.Len() != r.Len():
			draw(r, t.link)
			return
		}
		if t.Start > r.Start {
			draw(r.slice(0, t.Start-r.Start), "")
			r = r.slice(t.Start-r.Start, r.Len())
		}
		if t.End >= r.End {
			draw(r, t.link)
			return
		}
		draw(r.slice(0, t.End-r.Start), t.link)
		r = r.slice(t.End-r.Start, r.Len())
	}
	draw(r, "")
}
