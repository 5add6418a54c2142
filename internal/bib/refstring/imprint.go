package refstring

import (
	"etal/internal/bib/refstring/token"
	"strings"
)

// imprint takes place and publisher from the end of [i, end) into the item and
// returns where they begin. With all set, nothing else stands in the part, and so
// its start need not be spared for a title.
func (d *refParser) imprint(i, end int, all bool) int {
	p := d.segments(i, end)
	first := 1
	if all {
		first = 0
	}
	k := len(p) - 1
	if m := d.colonPlace(p, first); m >= 0 {
		for k > m+1 && d.isCount(p[k]) {
			end, k = p[k].from, k-1
		}
		d.item.Publisher = d.t.Field(p[m+1].from, end)
		k = m - d.takePlace(p, m, first)
		end = p[k+1].from
	}
	for ; k >= first; k-- {
		if d.isEdition(p[k]) || d.isCount(p[k]) {
			end = p[k].from
			continue
		}
		n := d.imprintAt(p, k, first)
		if n == 0 {
			break
		}
		k -= n - 1
		end = p[k].from
	}
	return end
}

// colonPlace returns the segment that is a known place before a colon with nothing
// but one publisher behind, or -1.
func (d *refParser) colonPlace(p []segment, first int) int {
	if d.item.Publisher != "" || d.item.PublisherPlace != "" {
		return -1
	}
	for m := len(p) - 2; m >= first; m-- {
		if p[m+1].before == ":" {
			if d.t.IsPlace(p[m].from, p[m].to) && p[m].before != ":" && d.t[p[m+1].from].IsUpper() {
				return m
			}
			return -1
		}
		if p[m+1].before != "," && !d.isCount(p[m+1]) || len(p)-m > 6 {
			return -1
		}
	}
	return -1
}

// imprintAt reads the segments that end at k as place or publisher, and returns how
// many they are.
func (d *refParser) imprintAt(p []segment, k, first int) int {
	q, item := p[k], &d.item
	if item.PublisherPlace == "" && d.t.IsPlace(q.from, q.to) {
		return d.takePlace(p, k, first)
	}
	if item.Publisher != "" {
		return 0
	}
	behindPlace := q.before == ":" && d.placeBefore(p, k-1, first) || q.before == "," && item.PublisherPlace == "" &&
		k > first && d.t.IsPlace(p[k-1].from, p[k-1].to) && d.t.IsName(q.from, q.to, 5)
	n := 0
	switch {
	case behindPlace:
		n = 1
	case d.t.AnyWord(q.from, q.to, token.PublisherWords) && (d.t.IsName(q.from, q.to, 6) || d.t.Phrase(q.from, "and") && d.t.IsName(q.from+1, q.to, 3)):
		n = d.publisherParts(p, k, first)
	case q.before == "." && q.to-q.from <= 2 && repositories[d.t[q.from].Lower]:
		n = 1
	case q.before == "." && d.t.AnyWord(q.from, q.to, token.OrganisationWords) && d.t.IsName(q.from, q.to, 8):
		n = 1
	case item.PublisherPlace != "" && q.before != "" && strings.Contains(".,(", q.before) && d.t.IsName(q.from, q.to, 3):
		n = 1
	}
	if n > 0 {
		item.Publisher = d.t.Field(p[k-n+1].from, q.to)
	}
	if behindPlace {
		n += d.takePlace(p, k-1, first)
	}
	return n
}

// publisherParts returns how many segments the publisher that ends at k has: "Little,
// Brown, and Company" has three.
func (d *refParser) publisherParts(p []segment, k, first int) int {
	n := 1
	for k-n >= first && p[k-n+1].before == "," && d.t.Phrase(p[k-n+1].from, "and") && d.t.IsName(p[k-n].from, p[k-n].to, 2) {
		n++
	}
	return n
}

// placeBefore reports whether segment k is a place before a colon: one that is known,
// or a short name that a sentence ends before.
func (d *refParser) placeBefore(p []segment, k, first int) bool {
	if k < first {
		return false
	}
	q := p[k]
	if d.t.IsPlace(q.from, q.to) {
		return true
	}
	publisher := p[k+1]
	if q.before == "," {
		return d.t.IsName(q.from, q.to, 2) && d.t.IsName(publisher.from, publisher.to, 6) &&
			(d.t.AnyWord(publisher.from, publisher.to, token.PublisherWords) || publisher.to-publisher.from <= 3 && !token.FunctionWords[d.t[publisher.from].Lower])
	}
	return (q.before == "." || q.before == "(" || q.before == "\x1f") && d.t.IsName(q.from, q.to, 3) && d.t.IsName(publisher.from, publisher.to, 5)
}

// takePlace reads the place that ends with segment k, with a city before its state or
// country, and returns how many segments it has.
func (d *refParser) takePlace(p []segment, k, first int) int {
	n := 1
	for k-n >= first && p[k-n+1].before == "," && n < 3 && d.cityBefore(p[k-n], p[k]) {
		n++
	}
	d.item.PublisherPlace = d.t.Field(p[k-n+1].from, p[k].to)
	return n
}

// cityBefore reports whether the segment is a city that the place after it locates.
func (d *refParser) cityBefore(city, region segment) bool {
	if d.t.IsPlace(city.from, city.to) {
		return true
	}
	name := strings.ToLower(d.t.Field(region.from, region.to))
	return token.Regions[name] && d.t.IsName(city.from, city.to, 2) && !d.t.AnyWord(city.from, city.to, token.PublisherWords)
}

// hasImprint reports whether the part ends with a known place, or with a publisher
// behind a place and a colon.
func (d *refParser) hasImprint(i, end int) bool {
	p := d.segments(i, end)
	k := len(p) - 1
	if k < 1 {
		return false
	}
	return p[k].before == ":" && d.t.IsPlace(p[k-1].from, p[k-1].to)
}

// behind reads place and publisher from what stands behind the locator at token i.
func (d *refParser) behind(i int) {
	for i < len(d.t) && (d.t[i].Kind == token.Mark || d.t[i].Kind == token.Number) && !d.t[i].Is(token.CutMark) {
		i++
	}
	end := i
	for end < len(d.t) && !d.t[end].Is(token.CutMark) && !d.t[end].Is("[") {
		end++
	}
	if i < end && d.item.Publisher == "" && d.item.PublisherPlace == "" {
		d.imprint(i, end, true)
	}
}

// repositories are places that works are deposited in: "Title. Zenodo."
var repositories = token.SetOf(`zenodo figshare dryad github gitlab osf dataverse pangaea mendeley kaggle huggingface bitbucket sourceforge`)
