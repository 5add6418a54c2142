package refstring

import (
	"etal/internal/bib/refstring/border"
	"etal/internal/bib/refstring/namelist"
	"etal/internal/bib/refstring/token"
	"strings"
)

var inWords = token.SetOf(`in dans en nel nella im`)

// inMarker returns the token "In", or the "//", that begins the container in [i, end), or i. "In"
// counts only behind a stop, and in small letters only before a colon, a
// quotation mark, a capital or the names of editors.
func (p *refParser) inMarker(i, end int) int {
	for k := i + 1; k+1 < end; k++ {
		t, before, next := p.t[k], p.t[k-1], p.t[k+1]
		if t.Is("/") && t.Gap && next.Is("/") { // GOST: Title // Journal
			return k
		}
		if k < i+2 || !inWords[t.Lower] || !(before.Dot || before.Kind == token.Mark && !before.OneOf("([-–—'’")) {
			continue
		}
		switch {
		case next.Is(":"):
			return k
		case t.IsUpper() && (before.Dot || before.OneOf("?!.)]”\"’'»,")) && !next.IsLower() && t.Lower != "en":
			return k
		case t.IsUpper() && t.Lower == "in" && before.Dot && next.IsParticle():
			return k
		case t.IsLower() && before.OneOf("”\"»'’") && !p.t[i].OneOf("“\"«„‘'"): // a quotation within the title
		case t.IsLower() && t.Lower == "in" && (before.OneOf(",.;”\"»?!'’)") || before.Dot) && !next.IsLower() && next.Kind != token.Number:
			return k
		case t.IsLower() && t.Lower != "in" && before.Is(",") && (next.IsUpper() || next.OneOf("«“\"")):
			return k
		}
	}
	return i
}

// container reads the journal or the book, with its editors and publisher, in
// [i, end).
func (p *refParser) container(i, end int) {
	i = p.skipStops(i)
	if i < end && inWords[p.t[i].Lower] {
		p.inContainer = true
		i = p.skipStops(i + 1)
	}
	for i < end && p.t[i].OneOf("“”\"«‘’'»,/") {
		i++
	}
	if i+3 < end && p.t[i].Is("(") && token.IsYear(p.t[i+1].Text) && p.t[i+2].Is(")") { // lawyers' "Title", (1968) J. Law
		i += 3
	}
	if from, to := p.italicPart(i, end); from < end {
		p.leadingEditors(i, from)
		p.item.ContainerTitle = p.containerField(from, to)
		p.series(to, len(p.t))
		if cut, _ := p.editedBy(to-1, end); cut < end {
			end = cut
		}
		p.imprint(to, end, true)
		return
	}
	i = p.leadingEditors(i, end)
	if cut, behind := p.editedBy(i, end); cut < end {
		p.item.ContainerTitle = p.containerField(i, cut)
		p.imprint(behind, end, true)
		return
	}
	if from, to := p.editorsAmid(i, end); from < end {
		p.item.ContainerTitle = p.containerField(i, from)
		p.imprint(to, end, true)
		return
	}
	if p.item.Title != "" && p.t.AnyWord(i, min(i+maxDegreeTokens, end), thesisWords) && p.t.AnyWord(i, end, token.OrganisationWords) {
		p.university(i, end)
		return
	}
	onlyImprint := p.isImprint(i, end)
	end = p.imprint(i, end, onlyImprint)
	p.item.ContainerTitle = p.containerField(i, end)
}

// isImprint reports whether [i, end) is a place and a publisher: "Mexico City: Nexos".
func (p *refParser) isImprint(i, end int) bool {
	parts := p.segments(i, end)
	if len(parts) == 2 && parts[1].before == ":" && p.t.IsPlace(parts[0].from, parts[0].to) {
		return true
	}
	return len(parts) > 0 && p.item.Volume == "" && p.item.Page == "" && p.t.AnyWord(parts[0].from, parts[0].to, token.PublisherNouns) &&
		p.t.IsName(parts[0].from, parts[0].to, maxNameWords) && !p.t.AnyWord(i, end, token.JournalWords)
}

// leadingEditors reads editors who stand before the title of their book, and
// returns the token after them.
func (p *refParser) leadingEditors(i, end int) int {
	names, k := namelist.ReadNames(p.t, i)
	if len(names) == 0 || k >= end {
		return i
	}
	if after, ok := namelist.EditorMark(p.t, k); ok && after < end {
		p.item.Editor = names
		return after
	}
	if p.t[k].OneOf(",:") && strings.Contains(names[0].Given, ".") && end-k > 3 { // in G. Durand, Lo spazio …
		p.item.Editor = names
		return k + 1
	}
	return i
}

// editedBy returns the token in [i, end) where words such as "edited by" name the editors of what stands before them,
// and the one behind these words, and reads them; else it returns end.
func (p *refParser) editedBy(i, end int) (cut, behind int) {
	for k := i + 1; k+1 < end; k++ {
		n := 0
		switch {
		case !(p.t[k-1].Dot || p.t[k-1].Kind == token.Mark || p.t[k].IsLower()):
		case namelist.EditedBy(p.t, k) > 0:
			n = namelist.EditedBy(p.t, k)
		case editorMarks[p.t[k].Lower] && p.t[k].Dot && (p.t[k-1].Is(",") || p.t[k-1].Dot) && p.t[k+1].IsUpper():
			n = 1
		case (p.t[k].Lower == "trans" && p.t[k].Dot || p.t.Phrase(k, "translated", "by")) && (p.t[k-1].Dot || p.t[k-1].Kind == token.Mark) && !p.t[k-1].Is("("):
			p.translatedBy(k + 1)
			p.editedBy(k, end)
			return k, k
		}
		if n == 0 {
			continue
		}
		if names, _ := namelist.ReadNames(p.t, k+n); len(names) > 0 && len(p.item.Editor) == 0 {
			p.item.Editor = names
		}
		return k, min(k+n, end)
	}
	return end, end
}

// translatedBy reads the translators whose names begin at token i, or behind "by".
func (p *refParser) translatedBy(i int) {
	if i < len(p.t) && p.t[i].Lower == "by" {
		i++
	}
	if names, _ := namelist.ReadNames(p.t, i); len(p.item.Translator) == 0 {
		p.item.Translator = names
	}
}

// editorMarks are the abbreviations that stand before the names of editors: "eds. A. Okoro".
var editorMarks = token.SetOf(`ed eds hrsg hg dir dirs`)

// unquoted reads title and container where no mark divides them.
func (p *refParser) unquoted(i, end int) {
	for i < end && p.t[i].OneOf("\"“”«»‘„") { // a quotation mark that is never closed
		i++
	}
	if cut, behind := p.editedBy(i, end); cut < end {
		p.item.Title = p.titleField(i, cut)
		p.imprint(behind, end, true)
		return
	}
	if from, to := p.editorsAmid(i, end); from < end && p.t[from-1].Is(",") && p.item.Page != "" {
		p.imprint(to, end, true)
		p.byBorder(i, from, true)
		return
	} else if from < end {
		p.item.Title = p.titleField(i, from)
		if p.t.IsPlace(to, to+1) || to >= end { // the title is the book's
			p.imprint(to, end, true)
		} else {
			p.container(to, end)
		}
		return
	}
	if cut := p.responsibility(i, end); cut < end {
		p.item.Title = p.titleField(i, cut)
		p.imprint(cut+1, end, false)
		return
	}
	if open, close := p.reportAt(i, end); open < end {
		p.item.Title = p.titleField(i, open)
		p.behindTitle(close, end)
		return
	}
	if parts := p.segments(i, end); len(parts) > 1 && parts[len(parts)-1].before == "." && p.reportNumber(parts[len(parts)-1].from, end) { // Title. RFC 3629.
		p.item.Title = p.titleField(i, parts[len(parts)-1].from)
		return
	}
	if cut := p.thesisAt(i, end); cut < end {
		p.thesis(i, cut, end)
		return
	}
	if cut := p.editionAmid(i, end); cut < end {
		p.item.Title = p.titleField(i, cut)
		p.behindTitle(cut, end)
		return
	}
	journal := p.item.Volume != "" || p.item.Issue != ""
	if !journal || p.hasImprint(i, end) {
		end = p.imprint(i, end, false)
	}
	located := journal || p.item.Page != ""
	if cut := p.lastSentence(i, end); cut < end && !located && p.item.Publisher == "" && p.item.PublisherPlace == "" {
		p.item.Title = p.titleField(i, cut)
		p.afterTitle(cut, end)
		return
	}
	p.byBorder(i, end, located)
}

// byBorder reads title and container in [i, end), which nothing but stops divides. With located, numerals follow.
func (p *refParser) byBorder(i, end int, located bool) {
	split := border.Find(p.t, i, end, located)
	if split > i {
		p.item.Title = p.titleField(i, split)
	}
	if split < end {
		p.item.ContainerTitle = p.containerField(split, end)
	}
}

// The most words that the last sentence of a reference may have which is a publisher's or a container's name,
// and the fewest that a title before it has, by which it is known for a sentence.
const (
	maxNameWords  = 5
	minTitleWords = 3
)

// lastSentence returns the token in [i, end) at which a name begins that is a sentence of its own and ends the
// part, as where no numerals follow it: "Title. Maloine." It returns end if there is no such part.
func (p *refParser) lastSentence(i, end int) int {
	parts := p.segments(i, end)
	k := len(parts) - 1
	if k > 0 && parts[k].before == "." && host.MatchString(p.t.Field(parts[k].from, parts[k].to)) {
		return parts[k].from
	}
	for k > 0 && parts[k].before == "," && p.t.IsName(parts[k].from, parts[k].to, maxNameWords) {
		k--
	}
	if k <= 0 || parts[k].before != "." || !p.t.IsName(parts[k].from, parts[k].to, maxNameWords) || parts[k].from-i < minTitleWords {
		return end
	}
	first := parts[k].from
	if last := parts[len(parts)-1]; token.FunctionWords[p.t[first].Lower] && last.to == first+1 || !p.t[last.to-1].IsUpper() || token.FunctionWords[p.t[last.to-1].Lower] {
		return end
	}
	if before := p.t[first-1]; before.Letters() < 3 || before.IsUpper() && token.Abbreviations[before.Lower] || p.t[end-1].Dot && p.t[end-1].Letters() < 3 {
		return end
	}
	return first
}

// afterTitle reads the name [i, end) behind a title: a journal's, a site's, or a publisher's.
func (p *refParser) afterTitle(i, end int) {
	switch {
	case p.t.AnyWord(i, end, token.OrganisationWords) && !p.t.AnyWord(i, end, token.JournalWords):
		p.item.Publisher = p.publisherField(i, end)
	case p.t.AnyWord(i, end, token.JournalWords), p.t.AnyWord(i, end, token.Abbreviations), p.item.DOI != "", p.item.URL != "":
		p.item.ContainerTitle = p.containerField(i, end)
	case p.item.Publisher == "":
		p.item.Publisher = p.publisherField(i, end)
	}
}

// containerField returns the title of a container: as a title, but the full stop of
// its last abbreviation stays: "Phys. Lett."
func (p *refParser) containerField(i, j int) string {
	s := p.titleField(i, j)
	if host.MatchString(s) {
		return s
	}
	if strings.Contains(s, ".") && strings.HasSuffix(strings.TrimRight(p.t.Span(i, j), " ,;:"), s+".") {
		return s + "."
	}
	return s
}
