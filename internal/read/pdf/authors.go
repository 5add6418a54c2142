package pdf

import (
	"html"
	"slices"
	"strings"
	"time"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/names"
	"etal/internal/safe"
)

// authors returns the authors: those that the first page names, or those of whom the file tells if the page
// names no others. A file often tells who typed it, or of the first author only.
func (r *reader) authors() []safe.Text {
	named, told := r.namedAuthors(), toldAuthors(r.info.Author)
	if len(named) == 0 {
		named = nil
		for _, name := range told {
			if r.isOnFirstPages(names.Fold(family(name))) {
				named = append(named, name)
			}
		}
	} else if r.contradicts(named, told) {
		named = told
	}
	var found []safe.Text
	for _, name := range named {
		found = append(found, safe.Line(name))
	}
	return found
}

// contradicts reports whether what looks like names on the page is not all, or something else: the file tells
// of these and others, or of authors whom the page has elsewhere.
func (r *reader) contradicts(named, told []string) bool {
	missing := 0
	all := names.Fold(strings.Join(named, "; "))
	for _, name := range told {
		if !strings.Contains(all, names.Fold(family(name))) {
			missing++
		}
	}
	if missing == 0 {
		return false
	}
	if missing == len(told)-len(named) {
		return true
	}
	return !slices.ContainsFunc(told, func(name string) bool { return !r.isOnFirstPages(names.Fold(name)) })
}

// isOnFirstPages reports whether a folded text stands on one of the first two pages: a title page may stand
// before the first.
func (r *reader) isOnFirstPages(folded string) bool {
	for _, p := range r.flow {
		if p.page > 2 {
			break
		}
		if strings.Contains(names.Fold(p.text()), folded) {
			return true
		}
	}
	return false
}

// toldAuthors returns the names in what a file tells of its authors, each with the family last.
func toldAuthors(s string) []string {
	s = strings.NewReplacer(" and ", ";", " & ", ";", "{et al.}", "", "et al.", "").Replace(html.UnescapeString(s))
	sign := ","
	if strings.Contains(s, ";") && strings.Count(s, ",") <= strings.Count(s, ";")+1 {
		sign = ";"
	}
	parts := strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(sign+";", c) })
	if len(parts) == 2 && !strings.Contains(strings.TrimSpace(parts[0]), " ") && !strings.Contains(strings.TrimSpace(parts[1]), " ") {
		parts = []string{parts[1] + " " + parts[0]} // Dahl, Carl
	}
	var found []string
	for _, name := range parts {
		name, _, _ = strings.Cut(name, "(") // where they work
		if before, after, ok := strings.Cut(name, ","); ok {
			name = after + " " + before
		}
		if name = strings.Join(strings.Fields(strings.TrimPrefix(strings.TrimSpace(name), "and ")), " "); name != "" {
			found = append(found, name)
		}
	}
	return found
}

// family returns the last word of a name.
func family(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// person matches the name of a person.
var person = lazyregexp.New(`^\p{Lu}[\p{L}.'’‐-]*(?: (?:\p{Lu}[\p{L}.'’‐-]*|de|da|di|du|dos|van|von|der|den|la|le|el|al|bin|y|ter|zu)){0,4} \p{Lu}[\p{L}.'’‐-]*$`)

// namedAuthors returns the authors whom the article's head names, in lines of names only that are all set alike.
func (r *reader) namedAuthors() []string {
	var found []string
	var first *paragraph
	for _, p := range r.flow {
		if !p.front || first != nil && (p.first().Size != first.first().Size || p.first().Cells[0].Font != first.first().Cells[0].Font) {
			continue
		}
		if people := peopleIn(p); len(people) > 0 {
			if first == nil {
				first = p
			}
			found = append(found, people...)
		}
	}
	return found
}

// peopleIn returns the names in a paragraph that has only names.
func peopleIn(p *paragraph) []string {
	var people []string
	text := strings.NewReplacer(" and ", ", ", " & ", ", ", ";", ",").Replace(withoutRaised(p) + ",")
	for _, name := range strings.Split(text, ",") {
		if name = strings.TrimSpace(strings.Trim(strings.TrimSpace(name), "*∗†‡")); name == "" {
			continue
		}
		if !person.MatchString(name) || institution.MatchString(name) {
			return nil
		}
		people = append(people, name)
	}
	return people
}

// institution matches what names of places of work have and those of people have not.
var institution = lazyregexp.New(`(?i)\b(?:univ|institut|depart|school|college|laborator|centre|center|faculty|hospital|academy|journal|draft|abstract|research|group|article|open access|report|review|paper|letter|publish|inc\b|corp|ltd\b|gmbh|company)`)

// withoutRaised returns the text of a paragraph without raised signs; these part names.
func withoutRaised(p *paragraph) string {
	var b strings.Builder
	for _, w := range p.rows {
		for _, c := range w.Cells {
			for _, g := range c.Glyphs {
				if g.Rune != ' ' && styleOf(c.Base, c.Size, g)&doc.Superscript != 0 {
					if g.Rune != ',' {
						b.WriteByte(',')
					}
					continue
				}
				b.WriteRune(g.Rune)
			}
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// created returns the day of a PDF's date, such as D:20240517102030Z; empty for one that never was.
func created(date string) safe.Text {
	if len(date) < len("D:20240517") || !strings.HasPrefix(date, "D:") {
		return safe.Text{}
	}
	day, err := time.Parse("20060102", date[2:10])
	if err != nil || day.Year() < firstPDF {
		return safe.Text{}
	}
	return safe.Line(day.Format(time.DateOnly))
}

const firstPDF = 1990 // the year
