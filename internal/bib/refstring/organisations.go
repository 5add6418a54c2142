package refstring

import "etal/internal/bib"

// organisationName reads "World Health Organization", "AA. VV." and "ALICE Collaboration".
func (d *refParser) organisationName(i int) (bib.Name, int) {
	end, known := i, false
	for ; end < len(d.t) && end < i+12; end++ {
		t := d.t[end]
		inner := end > i && (functionWords[t.low()] || t.is("&") || t.oneOf("()/"))
		if t.kind != word && !inner {
			break
		}
		if !t.upper() && !inner && !organisationWords[t.low()] {
			break
		}
		known = known || organisationWords[t.low()]
		if t.dot && t.letters() > 1 {
			end++
			break
		}
	}
	for end+1 < len(d.t) && d.t[end].is(",") && companyWords[d.t[end+1].low()] {
		end += 2
	}
	if !known || end == i || end < len(d.t) && !d.t[end-1].dot && !d.t[end].oneOf(",;:.(\x1f[“\"") || d.anyWord(i, end, publisherNouns) {
		return bib.Name{}, i
	}
	return bib.Name{Literal: trimField(d.span(i, end))}, end
}

var groupWords = setOf(`collaboration collaborations consortium group team network investigators committee project initiative`)

var companyWords = setOf(`inc ltd llc corp co plc`)

// groupName reads the name of a group that stands among or behind persons.
func (d *refParser) groupName(i int) (bib.Name, int) {
	n, end := d.organisationName(i)
	if end > i && !d.anyWord(i, end, groupWords) {
		return bib.Name{}, i
	}
	return n, end
}

// isVarious reports whether "AA. VV." (autori vari) stands at i.
func (d *refParser) isVarious(i int) bool {
	return i+1 < len(d.t) && d.t[i].low() == "aa" && d.t[i+1].low() == "vv"
}
