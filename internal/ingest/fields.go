package ingest

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/reflist"
	"etal/internal/safe"
)

// Some texts begin with fields, as e-mails and Python's proposals do: "Title: …".

var (
	field   = lazyregexp.New(`^([A-Z][A-Za-z-]{1,24}):(?:\s+(.*))?$`)
	mailbox = lazyregexp.New(`\s*<[^<>]*>|\s+at\s+\S+$`)
)

// textField is a field at the start of a text.
type textField struct{ name, value string }

// readFields reads lines that are all fields, or go on with one.
func readFields(lines []reflist.Line) []textField {
	var fields []textField
	for _, l := range lines {
		m := field.FindStringSubmatch(l.Text)
		switch {
		case m != nil:
			fields = append(fields, textField{m[1], m[2]})
		case len(fields) > 0 && l.Indent() > 0:
			last := &fields[len(fields)-1]
			last.value = strings.TrimSpace(last.value + " " + strings.TrimSpace(l.Text))
		default:
			return nil
		}
	}
	return fields
}

// fields writes the fields at the start of a text, and takes title and authors from
// them. It reports whether there are such.
func (w *writer) fields(a *article.Article, lines []reflist.Line) bool {
	fields := readFields(lines)
	title := ""
	for _, f := range fields {
		switch f.name {
		case "Title", "Subject":
			title = f.value
		case "Author", "Authors", "From":
			for _, name := range strings.Split(f.value, ",") {
				if name = strings.TrimSpace(mailbox.ReplaceAllString(name, "")); name != "" {
					a.Authors = append(a.Authors, safe.Line(name))
				}
			}
		}
	}
	if len(fields) < 2 || title == "" {
		a.Authors = nil
		return false
	}
	a.Title = safe.Line(title)
	w.block("# " + escapeText(title))
	var rows []string
	for _, f := range fields {
		if f.value != title {
			rows = append(rows, escapeLine(f.name+": "+f.value))
		}
	}
	w.block(strings.Join(rows, lineBreak))
	return true
}
