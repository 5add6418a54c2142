package refstring

import (
	"etal/internal/bib/refstring/token"
	"strings"
)

// titles reads what stands between the authors and date before token i and the
// locator, and what stands behind the locator: the title, the container, who edited
// it, who published it.
func (d *refParser) titles(i int) {
	from, to, after, quoted := d.quotedTitle(i, len(d.t))
	start := i
	if quoted {
		start = after
	}
	loc := d.locate(start)
	end := min(loc.from, len(d.t))
	if k := d.cutAt(i, end); k > i { // nothing but notes follows an address
		end = k
	}
	for end > i && d.t[end-1].OneOf("([,.;:-–—") {
		end--
	}
	if quoted {
		d.item.Title = d.t.Field(from, to)
		if next := d.skipStops(loc.to); d.skipStops(after) >= end && next < len(d.t) && inWords[d.t[next].Lower] { // 'Title' (149-187) in …
			d.container(next, d.closeOf(next))
			return
		}
		d.container(after, end)
	} else if i+1 < end && inWords[d.t[i].Lower] && (d.t[i].IsLower() || d.t[i+1].Is(":")) {
		d.container(i, end)
	} else if in := d.inMarker(i, end); in > i {
		d.item.Title = d.titleField(i, in)
		d.container(in, end)
	} else {
		d.unquoted(i, end)
	}
	if loc.to < len(d.t) {
		d.behind(loc.to)
	}
	d.bookTitle()
	d.authorlessTitle()
}

// authorlessTitle makes the one literal author the title where there is no other:
// what stood before the date was the title.
func (d *refParser) authorlessTitle() {
	a := d.item.Author
	if len(a) != 1 || a[0].Literal == "" || d.item.Title != "" {
		return
	}
	sentence := d.item.ContainerTitle == "" && d.item.Volume == ""
	for _, t := range token.Split(a[0].Literal) {
		sentence = sentence || t.IsLower() && !token.FunctionWords[t.Lower] && !token.OrganisationWords[t.Lower]
	}
	if sentence {
		d.item.Title, d.item.Author = a[0].Literal, nil
	}
}

// closeOf returns the end of the part that starts at token i: the year that ends the
// reference, or a token.CutMark.
func (d *refParser) closeOf(i int) int {
	end := i
	for end < len(d.t) && !d.t[end].Is(token.CutMark) {
		end++
	}
	for end > i && (d.t[end-1].Kind == token.Mark || token.IsYear(d.t[end-1].Text)) {
		end--
	}
	return end
}

// bookTitle makes what was taken for a container the title where it must be a book:
// something published it, and it has no parts.
func (d *refParser) bookTitle() {
	item := &d.item
	if item.Title == "" && len(item.Editor) == 0 && item.Issue == "" && (item.Publisher != "" || item.PublisherPlace != "") {
		item.Title, item.ContainerTitle = item.ContainerTitle, ""
	}
}

// cutAt returns the token of the first token.CutMark in [i, end), or i.
func (d *refParser) cutAt(i, end int) int {
	for k := i; k < end; k++ {
		if d.t[k].Is(token.CutMark) {
			return k
		}
	}
	return i
}

// titleField returns a title: what says its date, its edition or its kind in
// brackets at the end goes.
func (d *refParser) titleField(i, j int) string {
	for j > i && (d.t[j-1].OneOf(".,:;") || d.t[j-1].Is(token.CutMark)) {
		j--
	}
	if j == i || !d.t[j-1].OneOf(")]") {
		return d.t.Field(i, j)
	}
	open := j - 2
	for open > i && !d.t[open].OneOf("([") {
		open--
	}
	switch {
	case open <= i:
	case d.t[open].Is("["): // [Film]
		if j-open < 8 {
			j = open
		}
	case d.onlyDate(open+1, j-1) || d.hasEdition(open, j) || d.t.AnyWord(open, j, translatorWord) || d.t.AnyWord(open, j, token.EditorWords):
		d.noteEdition(open, j)
		j = open
	}
	return d.t.Field(i, j)
}

// onlyDate reports whether the tokens [i, j) are a date, as behind the title of a
// work without authors.
func (d *refParser) onlyDate(i, j int) bool {
	for k := i; k < j; k++ {
		if t := d.t[k]; !token.IsYear(t.Text) && !d.t.IsMonth(k) && !d.t.IsDay(k) && !t.Is(",") {
			return false
		}
	}
	return i < j
}

// editionAt reports whether token k is a word for an edition; "ed" alone is the
// Italian for "and".
func (d *refParser) editionAt(k int) bool {
	t := d.t[k]
	return editionWord[t.Lower] && (t.Lower != "ed" || t.Dot)
}

// hasEdition reports whether a word for an edition stands in [i, j).
func (d *refParser) hasEdition(i, j int) bool {
	for k := i; k < j && k < len(d.t); k++ {
		if d.editionAt(k) {
			return true
		}
	}
	return false
}

var translatorWord = token.SetOf(`trans transl translator translators trad übers`)

// noteEdition sets the edition that stands in the tokens [i, j): "2nd ed."
func (d *refParser) noteEdition(i, j int) {
	for k := i + 1; k < j && k < len(d.t); k++ {
		if d.editionAt(k) && d.item.Edition == "" && k > i && d.t[k-1].Kind != token.Mark {
			d.item.Edition = token.TrimField(d.t.Span(k-1, k))
		}
	}
}

// quotedTitle returns the title in quotation marks that the part starts with, or
// that stands behind a few words that are no sentence.
func (d *refParser) quotedTitle(i, end int) (from, to, after int, ok bool) {
	for k := i; k < end && k < i+12; k++ {
		if d.t[k].Kind != token.Mark || strings.Contains("’", d.t[k].Text) && k > i {
			continue
		}
		from, to, after, ok = d.quoted(k, end)
		if !ok {
			continue
		}
		if k == i {
			next := token.Token{Kind: token.Mark}
			if after < end {
				next = d.t[after]
			}
			whole := !next.IsLower() || d.t[to-1].OneOf(",.?!") || d.t[to-1].Dot || next.Lower == "in"
			return from, to, after, whole && to > from
		}
		// TS 12.345: "…"
		if before := d.t[k-1]; (before.OneOf(":,.") || before.Dot) && to-from > 2 && after+1 >= end {
			return from, to, after, true
		}
	}
	return 0, 0, 0, false
}
