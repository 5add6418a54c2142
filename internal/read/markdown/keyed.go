package markdown

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// A keyed is a Markdown text that cites by keys, with the works that those name.
type keyed struct {
	marks []keyMark
	items []bib.Item     // those cited, as they are printed
	index map[string]int // of a key among the items
	title string         // of the generated list
}

// newKeyed takes from a bibliography the works that the marks and nocite name, in the
// order of their authors, years and titles. Works whose citations would read alike get a
// letter.
func newKeyed(marks []keyMark, works []bib.Item, nocite []string) keyed {
	wanted := map[string]bool{}
	for _, key := range nocite {
		wanted[key] = true
	}
	for _, m := range marks {
		for _, c := range m.cites {
			wanted[c.key] = true
		}
	}
	k := keyed{index: map[string]int{}, title: "References"}
	seen := map[string]bool{}
	for _, w := range works {
		if (wanted[w.ID] || wanted["*"]) && !seen[w.ID] {
			seen[w.ID] = true
			k.items = append(k.items, w)
		}
	}
	order := make(map[string]string, len(k.items))
	for _, w := range k.items {
		order[w.ID] = w.SortKey()
	}
	slices.SortStableFunc(k.items, func(a, b bib.Item) int { return cmp.Compare(order[a.ID], order[b.ID]) })
	alike := map[string][]int{}
	for i, w := range k.items {
		k.index[w.ID] = i
		if w.YearSuffix == "" {
			name := shortNames(w, "&") + "\x00" + shortDate(w)
			alike[name] = append(alike[name], i)
		}
	}
	for _, same := range alike {
		for n, i := range same {
			if len(same) > 1 && n < 26 && shortDate(k.items[i]) != "" {
				k.items[i].YearSuffix = string(rune('a' + n))
			}
		}
	}
	for _, m := range marks {
		if !m.loose || slices.ContainsFunc(m.cites, k.knows) || len(works) > 0 && slices.ContainsFunc(m.cites, looksLikeKey) {
			k.marks = append(k.marks, m)
		}
	}
	return k
}

func (k keyed) knows(c keyCite) bool {
	_, ok := k.index[c.key]
	return ok
}

var (
	keyShape     = lazyregexp.New(`^[\p{L}_:.+-]{2,}\d{2,4}\w*$`)
	elementShape = lazyregexp.New(`^(?:fig|tbl|tab|eq|sec|lst|thm|lem|def|exr|exm)[:-]`)
)

// looksLikeKey tells the key of a work, such as smith2019, from the name of a person or
// of a figure.
func looksLikeKey(c keyCite) bool {
	return keyShape.MatchString(c.key) && !elementShape.MatchString(c.key)
}

// shortNames returns the authors as a citation names them.
func shortNames(w bib.Item, and string) string {
	names := w.Principals()
	switch {
	case len(names) == 0 && w.Title == "":
		return w.ID
	case len(names) == 0:
		words := strings.Fields(w.Title)
		if len(words) > 5 {
			return "“" + strings.TrimRight(strings.Join(words[:4], " "), ",;:") + " …”"
		}
		return "“" + strings.Join(words, " ") + "”"
	case len(names) == 1:
		return names[0].Short()
	case len(names) == 2 && names[1].Literal != bib.AndOthers:
		return names[0].Short() + " " + and + " " + names[1].Short()
	}
	return names[0].Short() + " et al."
}

func shortDate(w bib.Item) string {
	switch {
	case w.Issued.Year() != 0:
		return strconv.Itoa(w.Issued.Year()) + w.YearSuffix
	case w.Issued != nil && w.Issued.Literal != "":
		return w.Issued.Literal
	case w.YearSuffix != "":
		return "n.d.-" + w.YearSuffix
	}
	return "n.d."
}

// printMark writes a mark as it is printed, "(see Smith, 2019, p. 3)" or "Smith (2019)", in
// Markdown. A mark that names no known work is left as it stands; ok is then false.
func (k keyed) printMark(m keyMark) (s string, ok bool) {
	if !slices.ContainsFunc(m.cites, k.knows) {
		return "", false
	}
	var parts []string
	for _, c := range m.cites {
		n, known := k.index[c.key]
		w := bib.Item{}
		if known {
			w = k.items[n]
		}
		var s string
		suffix := printSuffix(c.suffix)
		switch date := doc.EscapeInline(shortDate(w)); {
		case !known:
			s = "@" + c.key + suffix
		case isIdentifier(w):
			s = doc.EscapeInline(w.ID) + suffix
		case m.narrative && c.yearOnly:
			s = "(" + date + suffix + ")"
		case m.narrative:
			s = doc.EscapeInline(shortNames(w, "and")) + " (" + date + suffix + ")"
		case c.yearOnly:
			s = date + suffix
		default:
			s = doc.EscapeInline(shortNames(w, "&")) + ", " + date + suffix
		}
		if c.prefix != "" {
			s = c.prefix + " " + s
		}
		if c.joined {
			parts[len(parts)-1] += " " + s
		} else {
			parts = append(parts, s)
		}
	}
	if m.narrative {
		return strings.Join(parts, ", "), true
	}
	return "(" + strings.Join(parts, "; ") + ")", true
}

var (
	pageAlone  = lazyregexp.New(`^,?\s*(\d+)$`)
	pagesAlone = lazyregexp.New(`^,?\s*(\d+(?:\s*[-–,]+\s*\d+)+)$`)
	locatorAt  = lazyregexp.New(`^(?:pp?|chaps?|ch|secs?|vols?|figs?|tables?|nos?|para|part|app|line|ll?|v|vv|eq)\b|^[§¶\d]`)
	unbraced   = strings.NewReplacer("{", "", "}", "")
	digitRange = lazyregexp.New(`(\d)\s*-{1,2}\s*(\d)`)
)

// printSuffix writes what stands behind a key: a place, which is a page where it is only
// a number, or words.
func printSuffix(s string) string {
	s = strings.TrimSpace(unbraced.Replace(s))
	switch {
	case s == "":
		return ""
	case pageAlone.MatchString(s):
		s = ", p. " + pageAlone.FindStringSubmatch(s)[1]
	case pagesAlone.MatchString(s):
		s = ", pp. " + pagesAlone.FindStringSubmatch(s)[1]
	case strings.HasPrefix(s, ","):
		s = ", " + strings.TrimSpace(s[1:])
	case locatorAt.MatchString(s):
		s = ", " + s
	default:
		s = " " + s
	}
	return digitRange.ReplaceAllString(s, "$1–$2")
}

// citation returns the citation that a mark is, with text as what the reader sees. Before
// is how many references the list has before the generated ones.
func (k keyed) citation(m keyMark, text string, before int) article.Citation {
	c := article.Citation{Text: safe.Line(unmarked.Replace(text))}
	for _, cite := range m.cites {
		if n, known := k.index[cite.key]; known {
			c.References = append(c.References, before+n+1)
		} else {
			c.Missing = append(c.Missing, cite.key)
		}
	}
	return c
}

// unmarked takes the signs of Markdown out of a mark.
var unmarked = strings.NewReplacer("*", "", `\`, "")

// inOrder sorts marks by their place, and leaves out those in others.
func inOrder(marks []keyMark) []keyMark {
	slices.SortStableFunc(marks, func(a, b keyMark) int { return cmp.Compare(a.Start, b.Start) })
	end := 0
	return slices.DeleteFunc(marks, func(m keyMark) bool {
		if m.Start < end {
			return true
		}
		end = m.End
		return false
	})
}
