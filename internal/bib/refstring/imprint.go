package refstring

import (
	"etal/internal/bib/refstring/token"
	"strings"
)

// imprint takes place and publisher from the end of [i, end) into the item and
// returns where they begin. With all set, nothing else stands in the part, and so
// its start need not be spared for a title.
func (p *refParser) imprint(i, end int, all bool) int {
	parts := p.segments(i, end)
	first := 1
	if all {
		first = 0
	}
	k := len(parts) - 1
	if m := p.colonPlace(parts, first); m >= 0 {
		for k > m+1 && p.isCount(parts[k]) {
			end, k = parts[k].from, k-1
		}
		p.item.Publisher = p.publisherField(parts[m+1].from, end)
		k = m - p.takePlace(parts, m, first)
		end = parts[k+1].from
	}
	for ; k >= first; k-- {
		if p.isEdition(parts[k]) || p.isCount(parts[k]) && !p.isPeriod(parts[k]) && !p.closesBrackets(parts[k]) {
			end = parts[k].from
			continue
		}
		n := p.imprintAt(parts, k, first)
		if n == 0 {
			break
		}
		k -= n - 1
		end = parts[k].from
	}
	return end
}

// closesBrackets reports whether the segment ends a parenthesis that another begins.
func (p *refParser) closesBrackets(q segment) bool {
	return q.before != "(" && q.to < len(p.t) && p.t[q.to].Is(")")
}

// colonPlace returns the segment that is a known place before a colon with nothing
// but one publisher behind, or -1.
func (p *refParser) colonPlace(parts []segment, first int) int {
	if p.item.Publisher != "" || p.item.PublisherPlace != "" {
		return -1
	}
	for m := len(parts) - 2; m >= first; m-- {
		if parts[m+1].before == ":" {
			if p.t.IsPlace(parts[m].from, parts[m].to) && parts[m].before != ":" && p.t[parts[m+1].from].IsUpper() {
				return m
			}
			return -1
		}
		if parts[m+1].before != "," && !p.isCount(parts[m+1]) || len(parts)-m > 6 {
			return -1
		}
	}
	return -1
}

// imprintAt reads the segments that end at k as place or publisher, and returns how
// many they are.
func (p *refParser) imprintAt(parts []segment, k, first int) int {
	q, item := parts[k], &p.item
	if item.PublisherPlace == "" && (p.t.IsPlace(q.from, q.to) || k > 0 && p.beforeLastYear(q) && !p.t.IsPlace(parts[k-1].from, parts[k-1].to)) {
		return p.takePlace(parts, k, first)
	}
	if item.Publisher != "" {
		return 0
	}
	behindPlace := q.before == ":" && p.placeBefore(parts, k-1, first) || q.before == "," && item.PublisherPlace == "" &&
		k > first && p.t.IsPlace(parts[k-1].from, parts[k-1].to) && (p.t.IsName(q.from, q.to, 5) || k == len(parts)-1 && p.isItalianName(q))
	n := 0
	switch {
	case behindPlace:
		n = 1
	case p.t.AnyWord(q.from, q.to, token.PublisherWords) && (p.t.IsName(q.from, q.to, 6) || p.t.Phrase(q.from, "and") && p.t.IsName(q.from+1, q.to, 3)):
		n = p.publisherParts(parts, k, first)
	case q.before == "." && q.to-q.from <= 2 && repositories[p.t[q.from].Lower]:
		n = 1
	case p.inDatedBrackets(parts, k):
		n = k - p.opening(parts, k) + 1
	case q.before == "." && !token.JournalWords[p.t[q.from].Lower] && p.t.AnyWord(q.from, q.to, token.OrganisationWords) && p.t.IsName(q.from, q.to, 8):
		n = 1
	case item.PublisherPlace != "" && q.before == "," && p.t.AnyWord(q.from, q.to, token.OrganisationWords) && p.t.IsName(q.from, q.to, 8):
		n = 1
	case item.PublisherPlace != "" && q.before != "" && strings.Contains(".,(", q.before) && p.t.IsName(q.from, q.to, 3):
		n = 1
	}
	if n > 0 {
		item.Publisher = p.publisherField(parts[k-n+1].from, q.to)
	}
	if behindPlace {
		n += p.takePlace(parts, k-1, first)
	}
	return n
}

// opening returns the last segment up to k that a parenthesis opens before, or -1.
func (p *refParser) opening(parts []segment, k int) int {
	for k >= 0 && parts[k].before != "(" {
		k--
	}
	return k
}

// inDatedBrackets reports whether segment k ends what a parenthesis at the end of the reference names beside the
// year, which is the publisher, perhaps in two parts: "Title (Harbour & Sons, 2015)." Where a meeting was held
// stands so too.
func (p *refParser) inDatedBrackets(parts []segment, k int) bool {
	first := p.opening(parts, k)
	if first < 1 || k-first > 1 || p.t.AnyWord(0, parts[first].from, token.MeetingWords) {
		return false
	}
	close := p.t.Closing(parts[first].from - 1)
	if close >= len(p.t) || close+2 < len(p.t) || !token.IsYear(p.t[close-1].Text) || p.t.AnyMonth(parts[first].from, close) {
		return false
	}
	for _, q := range parts[first : k+1] {
		if !p.t.IsName(q.from, q.to, maxPublisherWords) {
			return false
		}
	}
	return true
}

// beforeLastYear reports whether the segment is a name without a stop before the year that ends the reference,
// which is where a book appeared: "Storia di Altare, Altare 1897".
func (p *refParser) beforeLastYear(q segment) bool {
	return q.before == "," && q.to+2 >= len(p.t) && q.to < len(p.t) && token.IsYear(p.t[q.to].Text) && p.item.Volume == "" && p.item.Page == "" && p.t.IsName(q.from, q.to, maxPlaceWords) &&
		!p.t.IsMonth(q.from) && !p.t[q.to-1].Dot && !p.t.AnyWord(q.from, q.to, token.PublisherWords) && !p.t.AnyWord(q.from, q.to, token.JournalWords) && !p.t.AnyWord(q.from, q.to, token.OrganisationWords) && !p.t[q.from].IsAllCaps()
}

// maxPlaceWords is the most words of a place that no list has.
const maxPlaceWords = 2

// isItalianName reports whether the segment, behind a place, is a publisher whose name has words in small letters:
// "Lucca, Libreria musicale italiana", "Bologna, il Mulino".
func (p *refParser) isItalianName(q segment) bool {
	first := p.t[q.from]
	return q.to+1 < len(p.t) && token.IsYear(p.t[q.to+1].Text) && q.to-q.from <= maxPublisherWords && !p.t.HoldsNumber(q.from, q.to) && (first.IsUpper() || token.FunctionWords[first.Lower] && q.from+1 < q.to && p.t[q.from+1].IsUpper())
}

// publisherParts returns how many segments the publisher that ends at k has: "Little,
// Brown, and Company" has three.
func (p *refParser) publisherParts(parts []segment, k, first int) int {
	n := 1
	for k-n >= first && parts[k-n+1].before == "," && p.t.Phrase(parts[k-n+1].from, "and") && p.t.IsName(parts[k-n].from, parts[k-n].to, 2) {
		n++
	}
	for n > 1 && k-n >= first && parts[k-n+1].before == "," && parts[k-n].to == parts[k-n].from+1 && p.t.IsName(parts[k-n].from, parts[k-n].to, 1) {
		n++
	}
	return n
}

// placeBefore reports whether segment k is a place before a colon: one that is known,
// or a short name that a sentence ends before.
func (p *refParser) placeBefore(parts []segment, k, first int) bool {
	if k < first {
		return false
	}
	q := parts[k]
	if p.t.IsPlace(q.from, q.to) {
		return true
	}
	publisher := parts[k+1]
	if q.before == "," {
		return p.t.IsName(q.from, q.to, 2) && p.t.IsName(publisher.from, publisher.to, 6) &&
			(p.t.AnyWord(publisher.from, publisher.to, token.PublisherWords) || publisher.to-publisher.from <= 3 && !token.FunctionWords[p.t[publisher.from].Lower])
	}
	return (q.before == "." || q.before == "(" || q.before == "\x1f") && p.t.IsName(q.from, q.to, 3) && p.t.IsName(publisher.from, publisher.to, 5)
}

// takePlace reads the place that ends with segment k, with a city before its state or
// country, and returns how many segments it has.
func (p *refParser) takePlace(parts []segment, k, first int) int {
	n := 1
	for k-n >= first && (parts[k-n+1].before == "," && p.cityBefore(parts[k-n], parts[k]) || parts[k-n+1].before == ";" && p.t.IsPlace(parts[k-n].from, parts[k-n].to)) && n < 3 {
		n++
	}
	p.item.PublisherPlace = p.t.Field(parts[k-n+1].from, parts[k].to)
	return n
}

// cityBefore reports whether the segment is a city that the place after it locates.
func (p *refParser) cityBefore(city, region segment) bool {
	if p.t.IsPlace(city.from, city.to) {
		return true
	}
	name := strings.ToLower(p.t.Field(region.from, region.to))
	return token.Regions[name] && p.t.IsName(city.from, city.to, 2) && !p.t.AnyWord(city.from, city.to, token.PublisherWords)
}

// hasImprint reports whether the part ends with a publisher
// behind a known place and a colon.
func (p *refParser) hasImprint(i, end int) bool {
	parts := p.segments(i, end)
	k := len(parts) - 1
	if k < 1 {
		return false
	}
	return parts[k].before == ":" && p.t.IsPlace(parts[k-1].from, parts[k-1].to)
}

// imprintBehind reads place and publisher from what stands behind the locator at token i.
func (p *refParser) imprintBehind(i int) {
	for i < len(p.t) && (p.t[i].Kind == token.Mark || p.t[i].Kind == token.Number) && !p.t[i].Is(token.CutMark) {
		i++
	}
	end := i
	for end < len(p.t) && !p.t[end].Is(token.CutMark) && !p.t[end].Is("[") {
		end++
	}
	if i >= end || p.item.Publisher != "" || p.item.PublisherPlace != "" {
		return
	}
	end = p.imprint(i, end, true)
	if p.item.ContainerTitle != "" && p.item.Issue == "" && (p.t[i-1].Dot || p.t[i-1].OneOf(").\x1f")) {
		p.publisherAlone(i, end)
	}
}

// imprintAmid reads place and publisher between a volume and the pages: "v. 1, Harbour Press, London, pp. 3–9".
func (p *refParser) imprintAmid(i, end int) {
	for i < end && p.t[i].Kind == token.Mark {
		i++
	}
	if i < end && p.t[i].IsUpper() && p.item.Publisher == "" && p.item.PublisherPlace == "" {
		p.publisherAlone(i, p.imprint(i, end, true))
	}
}

// The most segments and the most words of one that a publisher's name has which no word gives away.
const (
	maxPublisherParts = 4
	maxPublisherWords = 5
)

// publisherAlone takes [i, end), a sentence of its own, for the publisher if it may be a name: "PMLR",
// "Curran Associates, Inc.", "Linda a Velha: Vale & Vale".
func (p *refParser) publisherAlone(i, end int) {
	parts := p.segments(i, end)
	if p.item.Publisher != "" || len(parts) == 0 || len(parts) > maxPublisherParts || p.t.AnyWord(parts[0].from, parts[0].from+1, token.JournalWords) {
		return
	}
	for k, q := range parts {
		from := q.from
		if k > 0 && p.t[from].IsAnd() && q.to > from+1 { // Longmans, Green, and Co.
			from++
		}
		if !p.t.IsName(from, q.to, maxPublisherWords) || q.before == ":" && k != 1 {
			return
		}
	}
	if len(parts) > 1 && parts[1].before == ":" {
		p.item.PublisherPlace = p.t.Field(parts[0].from, parts[0].to)
		i = parts[1].from
	}
	p.item.Publisher = p.publisherField(i, end)
}

// publisherField returns the name of a publisher; the full stop of an abbreviation at its end stays.
func (p *refParser) publisherField(i, j int) string {
	s := p.t.Field(i, j)
	for j > i && p.t[j-1].Kind == token.Mark {
		j--
	}
	if j > i && p.t[j-1].Dot && companyForms[p.t[j-1].Lower] {
		s += "."
	}
	return s
}

// companyForms are the abbreviations that end the name of a company.
var companyForms = token.SetOf(`inc ltd co corp bros cie`)

// repositories are places that works are deposited in: "Title. Zenodo."
var repositories = token.SetOf(`zenodo figshare dryad github gitlab osf dataverse pangaea mendeley kaggle huggingface bitbucket sourceforge`)
