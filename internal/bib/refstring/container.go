package refstring

import (
	"etal/internal/bib/refstring/namelist"
	"etal/internal/bib/refstring/token"
	"strings"
)

var inWords = token.SetOf(`in dans en nel nella im`)

// inMarker returns the token "In", or the "//", that begins the container in [i, end), or i. The
// word counts only behind a stop, and in small letters only before a colon, a
// quotation mark, a capital or the names of editors.
func (d *refParser) inMarker(i, end int) int {
	for k := i + 2; k+1 < end; k++ {
		t, before, next := d.t[k], d.t[k-1], d.t[k+1]
		if t.Is("/") && t.Gap && next.Is("/") { // GOST: Title // Journal
			return k
		}
		if !inWords[t.Lower] || !(before.Dot || before.Kind == token.Mark && !before.OneOf("([-–—'’")) {
			continue
		}
		switch {
		case next.Is(":"):
			return k
		case t.IsUpper() && (before.Dot || before.OneOf("?!.)]”\"’'»,")) && !next.IsLower() && t.Lower != "en":
			return k
		case t.IsUpper() && t.Lower == "in" && before.Dot && next.IsParticle():
			return k
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
func (d *refParser) container(i, end int) {
	i = d.skipStops(i)
	if i < end && inWords[d.t[i].Lower] {
		i = d.skipStops(i + 1)
	}
	for i < end && d.t[i].OneOf("“”\"«‘’'»,/") {
		i++
	}
	i = d.leadingEditors(i, end)
	if cut := d.editedBy(i, end); cut < end {
		d.item.ContainerTitle = d.containerField(i, cut)
		d.imprint(cut, end, true)
		return
	}
	end = d.imprint(i, end, false)
	d.item.ContainerTitle = d.containerField(i, end)
}

// leadingEditors reads editors who stand before the title of their book, and
// returns the token after them.
func (d *refParser) leadingEditors(i, end int) int {
	names, k := namelist.ReadNames(d.t, i)
	if len(names) == 0 || k >= end {
		return i
	}
	if after, ok := namelist.EditorMark(d.t, k); ok && after < end {
		d.item.Editor = names
		return after
	}
	if d.t[k].OneOf(",:") && strings.Contains(names[0].Given, ".") && end-k > 3 { // in G. Durand, Lo spazio …
		d.item.Editor = names
		return k + 1
	}
	return i
}

// editedBy returns the token in [i, end) where words such as "edited by" name the
// editors of what stands before them, and reads them; else it returns end.
func (d *refParser) editedBy(i, end int) int {
	for k := i + 1; k+1 < end; k++ {
		n := 0
		switch {
		case !(d.t[k-1].Dot || d.t[k-1].Kind == token.Mark || d.t[k].IsLower()):
		case d.t.Phrase(k, "edited", "by"), d.t.Phrase(k, "ed", "by"), d.t.Phrase(k, "eds", "by"), d.t.Phrase(k, "hrsg", "von"), d.t.Phrase(k, "herausgegeben", "von"),
			d.t.Phrase(k, "sous", "la"), d.t.Phrase(k, "éd", "par"), d.t.Phrase(k, "ed", "por"):
			n = 2
		case d.t.Phrase(k, "a", "cura", "di"):
			n = 3
		case d.t.Phrase(k, "edited", "and", "translated", "by"):
			n = 4
		case (d.t[k].Lower == "ed" || d.t[k].Lower == "eds" || d.t[k].Lower == "hrsg") && d.t[k].Dot && (d.t[k-1].Is(",") || d.t[k-1].Dot) && d.t[k+1].IsUpper():
			n = 1
		case (d.t[k].Lower == "trans" && d.t[k].Dot || d.t.Phrase(k, "translated", "by")) && (d.t[k-1].Dot || d.t[k-1].Kind == token.Mark) && !d.t[k-1].Is("("):
			return k
		}
		if n == 0 {
			continue
		}
		if names, stop := namelist.ReadNames(d.t, k+n); len(names) > 0 && stop <= len(d.t) {
			if len(d.item.Editor) == 0 {
				d.item.Editor = names
			}
		}
		return k
	}
	return end
}

// unquoted reads title and container where no mark divides them.
func (d *refParser) unquoted(i, end int) {
	for i < end && d.t[i].OneOf("\"“”«»‘„") { // a quotation mark that is never closed
		i++
	}
	if cut := d.editedBy(i, end); cut < end {
		d.item.Title = d.titleField(i, cut)
		d.imprint(cut, end, true)
		return
	}
	if cut := d.thesisAt(i, end); cut < end {
		d.thesis(i, cut, end)
		return
	}
	journal := d.item.Volume != "" || d.item.Issue != ""
	if !journal || d.hasImprint(i, end) {
		end = d.imprint(i, end, false)
	}
	split := d.split(i, end, journal || d.item.Page != "")
	if split > i {
		d.item.Title = d.titleField(i, split)
	}
	if split < end {
		d.item.ContainerTitle = d.containerField(split, end)
	}
}

// containerField returns the title of a container: as a title, but the full stop of
// its last abbreviation stays: "Phys. Lett."
func (d *refParser) containerField(i, j int) string {
	s := d.titleField(i, j)
	if strings.Contains(s, ".") && strings.HasSuffix(strings.TrimRight(d.t.Span(i, j), " ,;:"), s+".") {
		return s + "."
	}
	return s
}
