package text

import (
	"strings"

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

// fields adds the fields at the start of a text, and takes title and authors from
// them. It reports whether there are such.
func (b *builder) fields(lines []reflist.Line) bool {
	fields := readFields(lines)
	title := ""
	var authors []safe.Text
	for _, f := range fields {
		switch f.name {
		case "Title", "Subject":
			title = f.value
		case "Author", "Authors", "From":
			for _, name := range strings.Split(f.value, ",") {
				if name = strings.TrimSpace(mailbox.ReplaceAllString(name, "")); name != "" {
					authors = append(authors, safe.Line(name))
				}
			}
		}
	}
	if len(fields) < 2 || title == "" {
		return false
	}
	b.doc.Title, b.doc.Authors = safe.Line(title), authors
	b.heading(1, title)
	var rows []string
	for _, f := range fields {
		if f.value != title {
			rows = append(rows, f.name+": "+f.value)
		}
	}
	b.rows(rows)
	return true
}
