package bibtex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/bib"
	"etal/internal/lazyregexp"
)

// bibNames reads a list of names as BibTeX has it: with "and" between them.
func bibNames(s string) []bib.Name {
	var names []bib.Name
	for _, part := range splitAnd(s) {
		bare := part
		if m := endsEtAl(part); m >= 0 {
			bare = part[:m]
		}
		if n := bibName(bare); n != (bib.Name{}) {
			names = append(names, n)
		}
		if len(bare) < len(part) {
			names = append(names, bib.Name{Literal: bib.AndOthers})
		}
	}
	return names
}

// endsEtAl returns where the words at the end of a name begin that stand for further persons, or -1.
func endsEtAl(name string) int {
	end := strings.TrimRight(name, " \t\n.,}")
	if len(end) < len("et al") || !strings.EqualFold(end[len(end)-len("al"):], "al") {
		return -1
	}
	if m := etAlEnd.FindStringIndex(name); m != nil {
		return m[0]
	}
	return -1
}

// etAlEnd matches what stands for further persons where a list should have "and others".
var etAlEnd = lazyregexp.New(`(?i)(?:^|[,\s]\s*)(?:\{?et\.?[\s~]*al\b\.?\}?)[.,]?\s*$`)

// splitAnd cuts at each "and" that stands in no braces.
func splitAnd(s string) []string {
	var parts []string
	var part []string
	for _, word := range outside(s, " \t\n") {
		if strings.EqualFold(word, "and") {
			parts, part = append(parts, strings.Join(part, " ")), nil
		} else {
			part = append(part, word)
		}
	}
	return append(parts, strings.Join(part, " "))
}

// outside cuts s at the separators that stand in no braces; nothing between two of
// them, where they are blanks, is no part.
func outside(s, separators string) []string {
	var parts []string
	depth, start := 0, 0
	add := func(end int) {
		if p := strings.TrimSpace(s[start:end]); p != "" || separators == "," {
			parts = append(parts, p)
		}
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++ // \" and the like begin no word
		case c == '{':
			depth++
		case c == '}':
			depth = max(depth-1, 0)
		case depth == 0 && strings.IndexByte(separators, c) >= 0:
			add(i)
			start = i + 1
		}
	}
	add(len(s))
	return parts
}

// bibName reads one name in any of BibTeX's forms: "First von Last", "von Last, First",
// "von Last, Jr, First", and a body of persons in braces; or in BibLaTeX's, with
// "family=Last" and the like.
func bibName(s string) bib.Name {
	if strings.EqualFold(strings.TrimSpace(s), "others") {
		return bib.Name{Literal: bib.AndOthers}
	}
	parts := outside(s, ",")
	if n, ok := extendedName(parts); ok {
		return n
	}
	var n bib.Name
	switch words := outside(parts[0], " \t\n~"); {
	case len(words) == 0:
	case len(parts) > 1:
		von := 0
		for i, w := range words[:len(words)-1] {
			if isVon(w) {
				von = i + 1
			}
		}
		n = vonLast(words[:von], words[von:])
		given, behind := bib.TrailingParticle(fromLaTeX(parts[len(parts)-1]))
		n.Given, n.NonDroppingParticle = given, strings.TrimSpace(behind+" "+n.NonDroppingParticle)
		if len(parts) > 2 {
			n.Suffix = fromLaTeX(strings.Join(parts[1:len(parts)-1], ", "))
		}
	case len(words) == 1 && strings.HasPrefix(words[0], "{") && !strings.HasPrefix(words[0], `{\`):
		n.Literal = fromLaTeX(words[0])
	default:
		first, von := len(words)-1, len(words)-1
		for i, w := range words[:len(words)-1] {
			if isVon(w) {
				first, von = min(first, i), i+1
			}
		}
		n = vonLast(words[first:max(von, first)], words[max(von, first):])
		n.Given = fromLaTeX(strings.Join(words[:first], " "))
	}
	return n
}

func vonLast(von, last []string) bib.Name {
	return bib.Name{NonDroppingParticle: fromLaTeX(strings.Join(von, " ")), Family: fromLaTeX(strings.Join(last, " "))}
}

// isVon reports whether a word of a name is a particle: it begins in lower case, and in
// no braces but those of an accent.
func isVon(word string) bool {
	if strings.HasPrefix(word, "{") && !strings.HasPrefix(word, `{\`) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(fromLaTeX(word), "'’`"))
	return unicode.IsLower(r)
}

// extendedName reads a name such as "family=Berg, given=Jan, prefix=van der".
func extendedName(parts []string) (n bib.Name, ok bool) {
	for _, p := range parts {
		key, value, named := strings.Cut(p, "=")
		if !named {
			return bib.Name{}, false
		}
		value = fromLaTeX(strings.Trim(value, `" `))
		switch strings.TrimSpace(key) {
		case "family":
			n.Family = value
		case "given":
			n.Given = value
		case "prefix":
			n.NonDroppingParticle = value
		case "suffix":
			n.Suffix = value
		}
	}
	return n, n.Family != ""
}

// writeBibNames writes a list of names for BibTeX.
func writeBibNames(names []bib.Name) string {
	var out []string
	for _, n := range names {
		out = append(out, writeBibName(n))
	}
	return strings.Join(out, " and ")
}

func writeBibName(n bib.Name) string {
	switch {
	case n.Literal == bib.AndOthers:
		return "others"
	case n.Literal != "":
		return "{" + toLaTeX(n.Literal) + "}"
	case n.Given == "" && n.Suffix == "" && n.NonDroppingParticle == "":
		return protectName(n.Family, " ,")
	}
	s := protectName(n.Family, ",")
	if n.NonDroppingParticle != "" {
		s = protectAnd(n.NonDroppingParticle) + " " + s
	}
	if n.Suffix != "" {
		s += ", " + protectName(n.Suffix, ",")
	}
	return s + ", " + protectName(n.Given, ",")
}

// protectName writes a part of a name in braces where BibTeX would take it apart: at the
// signs in cut, at "and", or where it begins as a particle does.
func protectName(s, cut string) string {
	first, _ := utf8.DecodeRuneInString(s)
	if strings.ContainsAny(s, cut) || cut == "," && unicode.IsLower(first) && strings.Contains(s, " ") {
		return "{" + toLaTeX(s) + "}"
	}
	return protectAnd(s)
}

func protectAnd(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if words[i] = toLaTeX(w); strings.EqualFold(w, "and") || strings.EqualFold(s, "others") {
			words[i] = "{" + words[i] + "}"
		}
	}
	return strings.Join(words, " ")
}
