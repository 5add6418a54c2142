package epub

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"etal/internal/identify"
	"etal/internal/read/html/tags"
	"etal/internal/safe"
	"etal/internal/xmltree"
)

// A field is an element of the metadata with what others say of it: those of EPUB 3 refine it by its ID,
// those of EPUB 2 have attributes.
type field struct {
	*xmltree.Node
	refined map[string]string
}

// of returns what is said of a field, by the property of EPUB 3, which is an attribute in EPUB 2.
func (f field) of(property string) string {
	return cmp.Or(f.refined[property], f.Attrs[property])
}

// readMeta reads what the package document says of the book.
func (b *book) readMeta(metadata *xmltree.Node) {
	if metadata == nil {
		return
	}
	fields, m := fieldsOf(metadata), &b.meta
	if titles := fields["title"]; len(titles) > 0 {
		main := max(slices.IndexFunc(titles, func(f field) bool { return f.of("title-type") == "main" }), 0)
		m.Title = safe.Line(titles[main].Content())
	}
	m.Authors = authors(fields["creator"])
	m.Date = safe.Line(date(fields["date"]))
	for _, f := range fields["identifier"] {
		m.Identify(identify.DOI, strings.TrimPrefix(f.Content(), "urn:")) // urn:doi:10.5555/a
	}
	if all := fields["language"]; len(all) > 0 {
		m.Language = safe.Line(all[0].Content())
	}
	for _, f := range fields["subject"] {
		if subject := safe.Line(f.Content()); subject.Len() > 0 && !slices.Contains(m.Tags, subject) {
			m.Tags = append(m.Tags, subject)
		}
	}
	if all := fields["description"]; len(all) > 0 {
		m.Summary = safe.Line(tags.Text(all[0].Content())) // many hold escaped HTML
	}
	for _, name := range []string{"license", "rights"} {
		if all := fields[name]; len(all) > 0 && m.License.Len() == 0 {
			m.License = safe.Line(cmp.Or(all[0].Attrs["href"], all[0].Content()))
		}
	}
}

// fieldsOf returns the elements of the metadata that have a text or lead somewhere, by their names without prefixes.
func fieldsOf(metadata *xmltree.Node) map[string][]field {
	fields, refined := map[string][]field{}, map[string]map[string]string{}
	metadata.Walk(func(n *xmltree.Node) bool {
		if n.Name == "" {
			return false
		}
		name := n.Name
		if n.Is("meta", "link") {
			name = cmp.Or(n.Attrs["property"], n.Attrs["rel"])
			name = name[strings.IndexByte(name, ':')+1:]
		}
		id := n.Attrs["id"]
		if refined[id] == nil {
			refined[id] = map[string]string{}
		}
		if to := strings.TrimPrefix(n.Attrs["refines"], "#"); to != "" {
			if refined[to] == nil {
				refined[to] = map[string]string{}
			}
			refined[to][name] = n.Content()
		} else if !n.Blank() || n.Attrs["href"] != "" {
			f := field{Node: n}
			if id != "" {
				f.refined = refined[id]
			}
			fields[name] = append(fields[name], f)
		}
		return n.Is("dc-metadata", "x-metadata") // of older books
	})
	return fields
}

// authors returns the creators in the order in which they are to be named: those who are called authors,
// or all.
func authors(creators []field) (names []safe.Text) {
	sequence := func(f field) int { n, _ := strconv.Atoi(f.of("display-seq")); return n }
	creators = slices.Clone(creators)
	slices.SortStableFunc(creators, func(a, b field) int { return cmp.Compare(sequence(a), sequence(b)) })
	isAuthor := func(f field) bool { return f.of("role") == "aut" }
	called := slices.ContainsFunc(creators, isAuthor)
	for _, f := range creators {
		if name := safe.Line(f.Content()); name.Len() > 0 && (!called || isAuthor(f)) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// date returns the day of the publication or, if none is called so, of the first of the dates.
func date(dates []field) string {
	if len(dates) == 0 {
		return ""
	}
	i := max(slices.IndexFunc(dates, func(f field) bool { return f.of("event") == "publication" }), 0)
	day, _, _ := strings.Cut(dates[i].Content(), "T")
	return day
}
