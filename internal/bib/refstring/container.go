package refstring

import "strings"

var inWords = setOf(`in dans en nel nella im`)

// inMarker returns the token "In" that begins the container in [i, end), or i. The
// word counts only behind a stop, and in small letters only before a colon, a
// quotation mark, a capital or the names of editors.
func (d *refParser) inMarker(i, end int) int {
	for k := i + 2; k+1 < end; k++ {
		t, before, next := d.t[k], d.t[k-1], d.t[k+1]
		if !inWords[t.low()] || !(before.dot || before.kind == mark && !before.oneOf("([-–—'’")) {
			continue
		}
		switch {
		case next.is(":"):
			return k
		case t.upper() && (before.dot || before.oneOf("?!.)]”\"’'»,")) && !next.lower() && t.low() != "en":
			return k
		case t.upper() && t.low() == "in" && before.dot && next.particle():
			return k
		case t.lower() && t.low() == "in" && (before.oneOf(",.;”\"»?!'’)") || before.dot) && !next.lower() && next.kind != number:
			return k
		case t.lower() && t.low() != "in" && before.is(",") && (next.upper() || next.oneOf("«“\"")):
			return k
		}
	}
	return i
}

// container reads the journal or the book, with its editors and publisher, in
// [i, end).
func (d *refParser) container(i, end int) {
	i = d.skipStops(i)
	if i < end && inWords[d.t[i].low()] {
		i = d.skipStops(i + 1)
	}
	for i < end && d.t[i].oneOf("“”\"«‘’'»,") {
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
	names, k := d.nameList(i)
	if len(names) == 0 || k >= end {
		return i
	}
	if after, ok := d.editorMark(k); ok && after < end {
		d.item.Editor = names
		return after
	}
	if d.t[k].oneOf(",:") && strings.Contains(names[0].Given, ".") && end-k > 3 { // in G. Durand, Lo spazio …
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
		case !(d.t[k-1].dot || d.t[k-1].kind == mark || d.t[k].lower()):
		case d.phrase(k, "edited", "by"), d.phrase(k, "ed", "by"), d.phrase(k, "eds", "by"), d.phrase(k, "hrsg", "von"), d.phrase(k, "herausgegeben", "von"),
			d.phrase(k, "sous", "la"), d.phrase(k, "éd", "par"), d.phrase(k, "ed", "por"):
			n = 2
		case d.phrase(k, "a", "cura", "di"):
			n = 3
		case d.phrase(k, "edited", "and", "translated", "by"):
			n = 4
		case (d.t[k].low() == "ed" || d.t[k].low() == "eds" || d.t[k].low() == "hrsg") && d.t[k].dot && (d.t[k-1].is(",") || d.t[k-1].dot) && d.t[k+1].upper():
			n = 1
		case (d.t[k].low() == "trans" && d.t[k].dot || d.phrase(k, "translated", "by")) && (d.t[k-1].dot || d.t[k-1].kind == mark) && !d.t[k-1].is("("):
			return k
		}
		if n == 0 {
			continue
		}
		if names, stop := d.nameList(k + n); len(names) > 0 && stop <= len(d.t) {
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
	for i < end && d.t[i].oneOf("\"“”«»‘„") { // a quotation mark that is never closed
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
	if strings.Contains(s, ".") && strings.HasSuffix(strings.TrimRight(d.span(i, j), " ,;:"), s+".") {
		return s + "."
	}
	return s
}
