package refstring

import (
	"strings"
	"unicode/utf8"

	"etal/internal/bib/refstring/token"
	"etal/internal/names"
)

// Italics mark the border between title and container better than any stop: a list sets either
// the work in them, a book or a report, or what the work appeared in.

// unemphasised returns the text without the asterisks and the outer underscores of Markdown
// emphasis, and the stretches that stood in italics. An underscore inside a word, as in an address,
// stays.
func unemphasised(text string) (plain string, italics []string) {
	if !strings.ContainsAny(text, "*_") {
		return text, nil
	}
	var out strings.Builder
	before, open := ' ', -1
	for i, r := range text {
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		inner := token.IsWordRune(after) && (token.IsWordRune(before) || strings.ContainsRune("/.,:", before)) || before == '/' || after == '/'
		switch {
		case r != '*' && (r != '_' || inner):
			out.WriteRune(r)
		case open < 0, before == ' ':
			open = out.Len()
		default:
			if s := out.String()[open:]; strings.TrimSpace(s) != "" {
				italics = append(italics, s)
			}
			open = -1
		}
		before = r
	}
	return out.String(), italics
}

// italicPart returns the stretch of italics in [i, end) that is the title of a work: the one that begins
// at token i, else the last. Without one it is empty, at end.
func (p *refParser) italicPart(i, end int) (from, to int) {
	from, to = end, end
	for k := i; k < end; k = max(to, k+1) {
		start, stop := p.nextItalics(k, i, end)
		if start == end {
			break
		}
		if from, to = start, stop; start == i {
			break
		}
	}
	return from, to
}

// nextItalics returns the first stretch of italics in [k, end) that stops bound on both sides, unlike the
// name of a species in a title, in a part that begins at token i. Without one it is empty, at end.
func (p *refParser) nextItalics(k, i, end int) (from, to int) {
	for k < end {
		start := k
		for k < end && p.t[k].Italic != 0 && p.t[k].Italic == p.t[start].Italic {
			k++
		}
		if start < k && p.bordersPart(start, i) && p.endsPart(k, end) && p.namesWork(start, k) {
			return start, k
		}
		k = max(k, start+1)
	}
	return end, end
}

// bordersPart reports whether a part of the reference that is read from token i on may begin at token k.
func (p *refParser) bordersPart(k, i int) bool {
	before := p.t[max(k-1, 0)]
	return k == i || before.Dot || before.Kind == token.Mark && !before.OneOf("-‐‑’'") || inWords[before.Lower]
}

// endsPart reports whether a part may end before token k.
func (p *refParser) endsPart(k, end int) bool {
	return k >= end || p.t[k-1].Dot || p.t[k].Kind == token.Number || p.t[k].Kind == token.Mark && !p.t[k].OneOf("-‐‑’'(") ||
		p.t[k].Is("(") && p.endsPart(min(p.t.Closing(k)+1, end), end)
}

// namesWork reports whether the tokens [i, j), in italics, may be the title of a work: lists also set
// "et al." and "In" in italics.
func (p *refParser) namesWork(i, j int) bool {
	words := p.t.Span(i, j)
	return p.t[i].Kind != token.Mark && !names.IsEtAl(words) && !names.IsEtAl(strings.TrimSuffix(words, ".")) && (j-i > 1 || !inWords[p.t[i].Lower]) && !p.isSpecies(i, j) && !p.t.HoldsDate(i, j)
}

// isSpecies reports whether the tokens [i, j), in italics, are the name of a species behind its common name:
// "in the great tit, Parus major."
func (p *refParser) isSpecies(i, j int) bool {
	return j == i+2 && i > 0 && p.t[i-1].OneOf(",(") && p.t[i].IsUpper() && p.t[i+1].IsLower() && !token.JournalWords[p.t[i].Lower] && !token.JournalWords[p.t[i+1].Lower]
}

// byItalics reads title and container in [i, end) where one of them is in italics, and reports
// whether it is.
func (p *refParser) byItalics(i, end int) bool {
	from, to := p.italicPart(i, end)
	if from == end {
		return false
	}
	border := from
	if in := p.inMarker(i, min(from+1, end)); in > i {
		border = in
	}
	switch {
	case from > i:
		p.item.Title = p.titleField(i, border)
		p.container(border, end)
	case to == end && p.item.Volume != "" && p.item.Page != "":
		p.item.ContainerTitle = p.containerField(from, to)
	default:
		p.item.Title = p.titleField(from, to)
		p.behindTitle(to, end)
	}
	return true
}

// behindTitle reads what stands behind the title of a book or a report, in [i, end): the report's number, an
// edition, the container, editors, the publisher.
func (p *refParser) behindTitle(i, end int) {
	for i < end && p.t[i].Is("(") && p.t.Closing(i) < end {
		close := p.t.Closing(i)
		p.bracketBehindTitle(i+1, close)
		i = close + 1
	}
	i = p.skipStops(i)
	if q := p.segments(i, end); len(q) > 1 && p.isEdition(q[0]) {
		i = q[1].from
	}
	if i >= end {
		return
	}
	if from, _ := p.italicPart(i, end); from < end || inWords[p.t[i].Lower] {
		p.container(i, end)
		return
	}
	if cut, behind := p.editedBy(i-1, end); cut < end {
		p.imprint(behind, end, true)
		end = cut
	}
	if end = p.imprint(i, end, true); end <= i || p.item.Publisher != "" {
		return
	}
	if p.item.Volume != "" || p.item.Issue != "" {
		p.item.ContainerTitle = p.containerField(i, end)
	} else {
		p.publisherAlone(i, end)
	}
}

// bracketBehindTitle reads the tokens [i, j) of a parenthesis behind a title.
func (p *refParser) bracketBehindTitle(i, j int) {
	switch {
	case p.reportNumber(i, j):
	case p.t[i].Lower == "version":
		p.item.Edition = p.t.Field(i, j)
	default:
		p.noteEdition(i, j)
	}
}

// series reads the series of a book in parentheses at token i: "(Lecture Notes in Computer Science, Vol. 6976)".
func (p *refParser) series(i, end int) {
	if i >= end || !p.t[i].Is("(") {
		return
	}
	for k := i + 2; k < p.t.Closing(i) && k < end; k++ {
		if p.t[k].Is(",") && k+1 < end && p.labelAt(k+1) != token.NoRole && p.t[i+1].IsUpper() {
			p.item.Collection = p.t.Field(i+1, k)
			return
		}
	}
}
