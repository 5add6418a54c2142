package refstring

import (
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/refstring/token"
)

// titles reads what stands between the authors and date before token i and the
// locator, and what stands behind the locator: the title, the container, who edited
// it, who published it.
func (p *refParser) titles(i int) {
	from, to, after, quoted := p.quotedTitle(i, len(p.t))
	start := i
	if quoted {
		start = after
	}
	loc := p.locate(start)
	end := min(loc.from, len(p.t))
	if k := p.cutAt(i, end); k > i { // nothing but notes follows an address
		end = k
	}
	for end > i && p.t[end-1].OneOf("([,.;:-–—") {
		end--
	}
	if quoted {
		p.item.Title = p.t.Field(from, to)
		if next := p.skipStops(loc.to); p.skipStops(after) >= end && next < len(p.t) && inWords[p.t[next].Lower] { // 'Title' (149-187) in …
			p.container(next, p.endOfPart(next))
			return
		}
		p.container(after, end)
	} else if !p.byItalics(i, end) {
		p.byWords(i, end)
	}
	if loc.to < len(p.t) {
		p.imprintBehind(loc.to)
	}
	p.bookTitle()
	p.authorlessTitle()
}

// byWords reads title and container in [i, end), between which "In" or no mark at all stands.
func (p *refParser) byWords(i, end int) {
	if i+1 < end && inWords[p.t[i].Lower] && (p.t[i].IsLower() || p.t[i+1].Is(":")) {
		p.container(i, end)
	} else if in := p.inMarker(i, end); in > i {
		p.item.Title = p.titleField(i, in)
		p.container(in, end)
	} else {
		p.unquoted(i, end)
	}
}

// authorlessTitle makes the one literal author the title where there is no other:
// what stood before the date was the title, or the journal where numerals follow at once.
func (p *refParser) authorlessTitle() {
	a := p.item.Author
	if len(a) != 1 || p.item.Title != "" {
		return
	}
	if words := strings.TrimSpace(a[0].Given + " " + a[0].Family + a[0].Literal); p.isJournalAlone(a[0], words) {
		p.item.ContainerTitle, p.item.Author = words, nil
		return
	}
	if a[0].Literal == "" {
		return
	}
	sentence := p.item.ContainerTitle == "" && p.item.Volume == ""
	for _, t := range token.Split(a[0].Literal) {
		sentence = sentence || t.IsLower() && !token.FunctionWords[t.Lower] && !token.OrganisationWords[t.Lower]
	}
	if sentence {
		p.item.Title, p.item.Author = a[0].Literal, nil
	}
}

// isJournalAlone reports whether the words of what was read as the one author are a journal's name, behind
// which numerals follow at once: "Leukemia (2009) 23, 15–17".
func (p *refParser) isJournalAlone(author bib.Name, words string) bool {
	item := &p.item
	t := token.Split(words)
	return item.ContainerTitle == "" && item.Volume != "" && item.Page != "" && !strings.Contains(words, ".") &&
		(author.Literal != "" || author.Given != strings.ToUpper(author.Given)) && !t.AnyWord(0, len(t), token.OrganisationWords)
}

// endOfPart returns the end of the part that starts at token i: the year that ends the
// reference, or a token.CutMark.
func (p *refParser) endOfPart(i int) int {
	end := i
	for end < len(p.t) && !p.t[end].Is(token.CutMark) {
		end++
	}
	for end > i && (p.t[end-1].Kind == token.Mark || token.IsYear(p.t[end-1].Text)) {
		end--
	}
	return end
}

// bookTitle makes what was taken for a container the title where it must be a book:
// something published it, and it has no parts.
func (p *refParser) bookTitle() {
	item := &p.item
	inVolumes := item.Volume != "" && item.Page == "" && token.Split(item.ContainerTitle).IsSentence()
	if item.Title == "" && len(item.Editor) == 0 && item.Issue == "" && (item.Publisher != "" || item.PublisherPlace != "" || inVolumes) {
		item.Title, item.ContainerTitle = item.ContainerTitle, ""
	}
}

// cutAt returns the token of the first token.CutMark in [i, end), or i.
func (p *refParser) cutAt(i, end int) int {
	for k := i; k < end; k++ {
		if p.t[k].Is(token.CutMark) {
			return k
		}
	}
	return i
}

// titleField returns a title: what says its date, its edition or its kind in
// brackets at the end goes.
func (p *refParser) titleField(i, j int) string {
	for j > i && (p.t[j-1].OneOf(".,:;") || p.t[j-1].Is(token.CutMark)) {
		j--
	}
	if j == i || !p.t[j-1].OneOf(")]") {
		return p.t.Field(i, j)
	}
	open := j - 2
	for open > i && !p.t[open].OneOf("([") {
		open--
	}
	switch {
	case open <= i:
	case p.t[open].Is("["): // [Film]
		if j-open < 8 {
			j = open
		}
	case p.t[open].Italic != 0 && strings.Contains(p.t.Span(open, j), ","): // the list sets it as part of the title
	case p.onlyDate(open+1, j-1) || p.hasEdition(open, j) || p.t.AnyWord(open, j, translatorWord) || p.t.AnyWord(open, j, token.EditorWords):
		p.noteEdition(open, j)
		j = open
	}
	return p.t.Field(i, j)
}

// onlyDate reports whether the tokens [i, j) are a date, as behind the title of a
// work without authors.
func (p *refParser) onlyDate(i, j int) bool {
	for k := i; k < j; k++ {
		if t := p.t[k]; !token.IsYear(t.Text) && !p.t.IsMonth(k) && !p.t.IsDay(k) && !t.Is(",") {
			return false
		}
	}
	return i < j
}

// editionAt reports whether token k is a word for an edition; "ed" alone is the
// Italian for "and".
func (p *refParser) editionAt(k int) bool {
	t := p.t[k]
	return editionWord[t.Lower] && (t.Lower != "ed" || t.Dot)
}

// hasEdition reports whether a word for an edition stands in [i, j).
func (p *refParser) hasEdition(i, j int) bool {
	for k := i; k < j && k < len(p.t); k++ {
		if p.editionAt(k) {
			return true
		}
	}
	return false
}

var translatorWord = token.SetOf(`trans transl translator translators trad übers`)

// noteEdition sets the edition that stands in the tokens [i, j): "2nd ed."
func (p *refParser) noteEdition(i, j int) {
	for k := i + 1; k < j && k < len(p.t); k++ {
		if p.editionAt(k) && p.item.Edition == "" && k > i && p.t[k-1].Kind != token.Mark {
			p.item.Edition = token.TrimField(p.t.Span(k-1, k))
		}
	}
}

// quotedTitle returns the title in quotation marks that the part starts with, or
// that stands behind a few words that are no sentence.
func (p *refParser) quotedTitle(i, end int) (from, to, after int, ok bool) {
	for k := i; k < end && k < i+12; k++ {
		if p.t[k].Kind != token.Mark || strings.Contains("’", p.t[k].Text) && k > i {
			continue
		}
		from, to, after, ok = p.t.Quoted(k, end)
		if !ok {
			continue
		}
		if k == i {
			next := token.Token{Kind: token.Mark}
			if after < end {
				next = p.t[after]
			}
			whole := !next.IsLower() || p.t[to-1].OneOf(",.?!") || p.t[to-1].Dot || next.Lower == "in"
			return from, to, after, whole && to > from
		}
		// TS 12.345: "…"
		if before := p.t[k-1]; (before.OneOf(":,.") || before.Dot) && to-from > 2 && after+1 >= end {
			return from, to, after, true
		}
	}
	return 0, 0, 0, false
}
