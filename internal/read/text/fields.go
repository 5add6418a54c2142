package text

import (
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/reflist"
	"etal/internal/safe"
)

// E-mails and Python's proposals begin with fields: "Title: …".

var (
	field   = lazyregexp.New(`^([A-Z][A-Za-z-]{1,24}):(?:\s+(.*))?$`)
	mailbox = lazyregexp.New(`\s*<[^<>]*>|\s+at\s+\S+$`)
)

// A textField is a field at the start of a text.
type textField struct{ name, value string }

// readFields returns the fields that lines are; none if a line is neither a field nor goes on with
// one.
func readFields(lines []reflist.Line) []textField {
	var fields []textField
	var values []string // lines of the last field
	flush := func() {
		if len(fields) > 0 {
			fields[len(fields)-1].value = strings.TrimSpace(strings.Join(values, " "))
		}
	}
	for _, l := range lines {
		m := field.FindStringSubmatch(l.Text)
		switch {
		case m != nil:
			flush()
			fields, values = append(fields, textField{name: m[1]}), []string{m[2]}
		case len(fields) > 0 && l.Indent() > 0:
			values = append(values, strings.TrimSpace(l.Text))
		default:
			return nil
		}
	}
	flush()
	return fields
}

// fields adds the fields that the first lines of a text are, takes title and authors from them, and
// reports whether there are two at least, one of them a title.
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
