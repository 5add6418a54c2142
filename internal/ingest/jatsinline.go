package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// inline writes tidy pieces, with the citations among them. At the start of a block
// nothing may look like the sign of another kind of block.
func (w *jatsWriter) inline(pieces []piece, start bool) {
	groups := groupCitations(pieces, w.list)
	at := 0 // bytes of text written
	raised := false
	for _, p := range cutPieces(pieces, groups) {
		for len(groups) > 0 && p.note == "" && !p.br && at == groups[0].end {
			groups = groups[1:]
		}
		inPlain := len(groups) > 0 && groups[0].plain && at >= groups[0].start
		if inPlain {
			p.raised = raised
		}
		if p.raised != raised && !p.br {
			w.tag(p.raised)
			raised = p.raised
		}
		if len(groups) > 0 && p.text != "" && p.note == "" && at >= groups[0].start {
			g := &groups[0]
			if at == g.start {
				g.from = len(w.body)
			}
			w.part(p, start, g.plain)
			at += len(p.text)
			if at == g.end {
				w.cite(*g)
			}
		} else {
			w.part(p, start, false)
			if p.note == "" {
				at += len(p.text)
			}
		}
		start = false
	}
	if raised {
		w.tag(false)
	}
}

// cutPieces cuts the pieces where a citation begins or ends in one.
func cutPieces(pieces []piece, groups []cluster) []piece {
	if len(groups) == 0 {
		return pieces
	}
	var out []piece
	at := 0
	for _, p := range pieces {
		if p.note != "" || p.br {
			out = append(out, p)
			continue
		}
		for end := at + len(p.text); at < end; {
			for len(groups) > 0 && groups[0].end <= at {
				groups = groups[1:]
			}
			cut := end
			if len(groups) > 0 {
				if g := groups[0]; g.start > at {
					cut = min(cut, g.start)
				} else {
					cut = min(cut, g.end)
				}
			}
			part := p
			part.text, p.text = p.text[:cut-at], p.text[cut-at:]
			out = append(out, part)
			at = cut
		}
	}
	return out
}

func (w *jatsWriter) tag(open bool) {
	if open {
		w.body = append(w.body, "<sup>"...)
	} else {
		w.body = append(w.body, "</sup>"...)
	}
}

// part writes one piece; plain, as it stands, because the parser is told that it is
// no Markdown.
func (w *jatsWriter) part(p piece, start, plain bool) {
	from := len(w.body)
	switch {
	case p.br:
		w.body = append(w.body, "<br>"...)
		return
	case p.note != "":
		w.noteMark(p)
		return
	case plain:
		p.style, p.xref, p.url = style{}, nil, ""
		w.escaped(p.text, false)
		return
	}
	if kind := linkKind(p.xref); kind != "" {
		defer func() { w.link(p, kind, from) }()
	}
	p.text = scripts(p)
	first, _ := utf8.DecodeRuneInString(p.text)
	if unicode.In(first, unicode.M) {
		w.body = append(w.body, "◌"...) // a mark that has lost its letter
	}
	switch {
	case p.code:
		w.codeSpan(p.text)
	case p.url != "" && !looksLikeAddress(p.text):
		w.address(p)
	default:
		w.emphasis(p, start)
	}
}

// emphasis writes a text between asterisks, where it is emphasised: close to the
// first and last letters, because beside punctuation they would not be read as such.
func (w *jatsWriter) emphasis(p piece, start bool) {
	mark := ""
	if p.italic {
		mark = "*"
	}
	if p.bold {
		mark += "**"
	}
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	first := strings.IndexFunc(p.text, letter)
	last := strings.LastIndexFunc(p.text, letter)
	if mark == "" || first < 0 || first == 0 && len(w.body) > 0 && w.body[len(w.body)-1] == '*' {
		w.escaped(p.text, start)
		return
	}
	_, size := utf8.DecodeRuneInString(p.text[last:])
	last += size
	w.escaped(p.text[:first], start)
	w.body = append(w.body, mark...)
	w.escaped(p.text[first:last], false)
	w.body = append(w.body, mark...)
	w.escaped(p.text[last:], false)
}

// escaped writes text so that Markdown reads it as it stands. Addresses stay as they
// are, to be found as such.
func (w *jatsWriter) escaped(s string, start bool) {
	if s == "" {
		return
	}
	if start {
		if m := leading.FindString(s); m != "" {
			s = escapeStart(s)
			w.body = append(w.body, s[:len(s)-len(strings.TrimLeft(s, "0123456789\\"))]...)
			s = strings.TrimLeft(s, "0123456789\\")
			w.body = append(w.body, s[:1]...)
			s = s[1:]
		}
	}
	w.boundary(s)
	at := 0
	for _, m := range address.FindAllStringIndex(s, -1) {
		w.cellText(escapeInline(s[at:m[0]]))
		w.cellText(s[m[0]:m[1]])
		at = m[1]
	}
	w.cellText(escapeInline(s[at:]))
}

// escapeInline escapes what escapeText does, and the signs that stand on both sides of
// a raised or lowered text.
func escapeInline(s string) string {
	s = strings.ReplaceAll(escapeText(s), "^", `\^`)
	return strings.ReplaceAll(strings.ReplaceAll(s, `\~`, "~"), "~", `\~`)
}

// escapeStart puts a backslash before the sign that begins a block.
func escapeStart(s string) string {
	i := len(s) - len(strings.TrimLeft(s, "0123456789"))
	return s[:i] + `\` + s[i:]
}

// boundary escapes s where only with what stands before it is it Markdown.
func (w *jatsWriter) boundary(s string) {
	if len(w.body) == 0 || s == "" {
		return
	}
	switch last := w.body[len(w.body)-1]; {
	case last == ']' && (s[0] == '(' || s[0] == ':' || s[0] == '['), last == '!' && s[0] == '[':
		w.body = append(w.body, '\\')
	}
}

// cellText writes Markdown, in a table's cell without the bar that would end it.
func (w *jatsWriter) cellText(s string) {
	if w.cell {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	w.body = append(w.body, s...)
}

func (w *jatsWriter) codeSpan(s string) {
	trimmed := strings.TrimSpace(s)
	if trimmed == "" || strings.Contains(trimmed, "`") {
		w.escaped(s, false)
		return
	}
	w.cellText(s[:strings.Index(s, trimmed)] + "`" + trimmed + "`")
	if strings.HasSuffix(s, " ") {
		w.body = append(w.body, ' ')
	}
}

// looksLikeAddress reports whether a link's text says itself where it leads.
func looksLikeAddress(s string) bool {
	s = strings.TrimSpace(s)
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) && !strings.ContainsAny(s, " <>")
}

// address writes a text that leads out of the article.
func (w *jatsWriter) address(p piece) {
	trimmed := strings.TrimSpace(p.text)
	if trimmed == "" {
		return
	}
	w.escaped(p.text[:strings.Index(p.text, trimmed)], false)
	w.boundary("[")
	w.body = append(w.body, '[')
	w.cellText(strings.NewReplacer("[", `\[`, "]", `\]`).Replace(escapeText(strings.NewReplacer("[", "(", "]", ")").Replace(trimmed))))
	w.body = append(w.body, "](<"...)
	w.cellText(strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", " ", "%20").Replace(p.url))
	w.body = append(w.body, ">)"...)
	if strings.HasSuffix(p.text, " ") {
		w.body = append(w.body, ' ')
	}
}
