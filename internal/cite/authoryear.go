package cite

import (
	"slices"
	"strings"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/cite/work"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Authors and years: (Smith, 2019a; Jones and Lee 2020), Smith et al. (2019, 2020b).
//
// Years are certain and names are not, so every year of the text is looked at, and the
// text before it is asked whether it ends in the authors of a reference of that year.
//
//	… as Jones and van der Berg (2004, 2006a) held
//	     ^^^^^ first family      ^^^^ year
//	          ^^^^^^^^^^^^^^^^^^ the rest has to be the reference's other authors,
//	                             "et al." or nothing
//
// What is left between that year and the next says whether the next goes on with the
// same authors. Years whose authors were found, in one pair of parentheses, are one
// citation.

var authorYearStyle = style{
	Style: Style{
		Name:     "authors and years",
		Examples: []string{"(Smith, 2019a; van der Berg et al. 2020)", "Smith and Lee (2019, 2020b)", "WHO (2010)", "Müller u. a. (in press)"},
	},
	find: findAuthorYears,
	believes: func(s *source, found []article.Citation) belief {
		s.byAuthor = namedBy(found)
		switch {
		case s.namesShare(s.byAuthor):
			return certain
		case s.byAuthor > 1, s.byAuthor > 0 && !s.numbers.labelled: // once is in passing
			return possible
		}
		return rejected
	},
}

var (
	// goesOn matches what stands between two years of the same authors.
	goesOn = lazyregexp.New(`^[ ,;*]*(?:and |& |und |see also |also )?$`)
	// original matches the year of an original before that of the edition: 1900/1953, [1900] 1953.
	original = lazyregexp.New(`[\[(]?\b(?:1[5-9]|20)\d\d(?:/|\] ?|\) ?)$`)
	// beforeEdition matches what stands between the two.
	beforeEdition = lazyregexp.New(`^(?:/|\] ?)(?:1[5-9]|20)\d\d\b`)
)

const (
	maxNames = 200 // bytes before a year in which its authors are looked for
	maxGroup = 600 // bytes of the longest parenthesis that is one citation
	maxAlike = 26  // works that one mark may name, as many as there are letters; others are left out
)

// authorYears finds the references of a list by authors and year.
type authorYears struct {
	byYear  map[string]*work.YearIndex
	heads   map[string]bool // the families that works are listed under
	leftOut int             // years before which more may be named than was compared
}

// newAuthorYears returns the authors and years of a list, or nil if it has none.
func newAuthorYears(references []article.Reference) *authorYears {
	families := map[string]bool{}
	a := &authorYears{byYear: map[string]*work.YearIndex{}, heads: map[string]bool{}}
	for _, w := range worksOf(references) {
		w.Known = families
		for _, f := range w.Families {
			families[f] = true
		}
		if w.Year != "" && len(w.Families) > 0 {
			if a.byYear[w.Year] == nil {
				a.byYear[w.Year] = work.NewYearIndex()
			}
			a.byYear[w.Year].Add(w)
			a.heads[w.Families[0]] = true
		}
	}
	if len(a.byYear) == 0 {
		return nil
	}
	return a
}

// worksOf returns references as works. Where dashes stand for the authors of the one before, they are
// its authors.
func worksOf(references []article.Reference) []work.Work {
	works := make([]work.Work, 0, len(references))
	for _, r := range references {
		w := work.New(r)
		if n := len(works); n > 0 && article.RepeatsAuthor(r.Text.String()) {
			last := works[n-1]
			w.LeadNames, w.Families, w.Initials, w.More = last.LeadNames, last.Families, last.Initials, last.More
		}
		works = append(works, w)
	}
	return works
}

// A hit is a year in the text together with its authors.
type hit struct {
	names, year article.Span
	references  []int
	ambiguous   []int
	missing     []string // works that the list does not have
	weak        bool     // believed only beside a work of the list in the same parentheses
}

// unmarked returns a citation without the signs of emphasis and the backslashes of Markdown.
var unmarked = strings.NewReplacer("*", "", "_", "", `\`, "")

func findAuthorYears(s *source) []article.Citation {
	prose := joinEmphasis(s.body, s.prose)
	hasYear := func(p article.Span) bool { return len(work.FindYears(blankMarkdown(s.body[p.Start:p.End]))) > 0 }
	if !slices.ContainsFunc(prose, hasYear) {
		return nil // and no entry has to be parsed
	}
	a := newAuthorYears(s.references)
	if a == nil {
		return nil
	}
	found := a.find(s.body, prose)
	s.leftOut = a.leftOut
	return found
}

// find finds the citations in prose as [joinEmphasis] returns it.
func (a *authorYears) find(body string, prose []article.Span) []article.Citation {
	var found []article.Citation
	for _, p := range prose {
		text := blankMarkdown(body[p.Start:p.End])
		for _, c := range group(text, a.hits(text)) {
			c.Span = article.Span{Start: c.Start + p.Start, End: c.End + p.Start}
			c.Text = safe.Line(unmarked.Replace(body[c.Start:c.End]))
			found = append(found, c)
		}
	}
	return found
}

// joinEmphasis joins spans of prose between which there is only emphasis: Smith *et al.* 2019.
func joinEmphasis(body string, prose []article.Span) []article.Span {
	var out []article.Span
	for _, p := range prose {
		if n := len(out); n > 0 && out[n-1].End <= p.Start && strings.Trim(body[out[n-1].End:p.Start], "*_") == "" {
			out[n-1].End = p.End
			continue
		}
		out = append(out, p)
	}
	return out
}

// blankMarkdown returns text with blanks in place of Markdown and line ends, byte for byte.
// Asterisks around the letter behind a year stay, so that 2013*a* is not taken for "2013 a".
func blankMarkdown(text string) string {
	b := []byte(text)
	for i, c := range b {
		if c == '*' && (i > 0 && isDigit(b[i-1]) || i > 1 && b[i-2] == '*' && b[i-1] != ' ') {
			continue
		}
		if c == '*' || c == '_' || c == '\n' || c == '\t' || c == '\\' || c == '>' {
			b[i] = ' '
		}
	}
	return narrowed.Replace(string(b))
}

// narrowed replaces signs of several bytes by ASCII and blanks, in as many bytes. The blanks
// follow an opening sign and precede a closing one, so that no span cuts a character.
var narrowed = strings.NewReplacer("\u00a0", "  ", "（", "(  ", "）", "  )", "，", ",  ", "；", ";  ")

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// hits returns the years of text that have authors before them, in order.
func (a *authorYears) hits(text string) []hit {
	var hits []hit
	before := 0 // the end of the year before
	for _, y := range work.FindYears(text) {
		if beforeEdition.MatchString(text[y.End:]) {
			continue
		}
		h := hit{year: y.Span}
		inYear, leftOut := a.byYear[work.WithoutDate(y.Year)], a.leftOut
		var works []work.Work
		from := max(before, y.Start-maxNames)
		to := y.Start - len(original.FindString(text[from:y.Start]))
		last := len(hits) - 1
		if last >= 0 && hits[last].year.End == before && goesOn.MatchString(text[before:y.Start]) {
			h.names = hits[last].names
			works, _ = a.authorsAtEnd(text[h.names.Start:h.names.End]+" ", inYear)
		} else {
			works, h.names = a.authorsAtEnd(text[from:to], inYear)
			h.names.Start += from
			h.names.End += from
		}
		before = y.End
		if len(works) > 0 {
			h.references, h.ambiguous, h.missing = work.SelectByLetters(works, y.Letters)
			hits = append(hits, h)
		} else if h, ok := a.unlisted(text[from:to], from, h.year, text[y.Start:y.End]); ok && a.leftOut == leftOut {
			if w, ok := a.misspelt(text[from:to], inYear); ok {
				h.references, h.ambiguous, h.missing = work.SelectByLetters(w, y.Letters)
				h.weak = false
			}
			hits = append(hits, h)
		}
	}
	return hits
}

// authorsAtEnd returns the works whose authors text ends in, and the span of those. Only the
// works that fit best are returned: an exact fit names all authors, or says "et al." where
// there are more.
func (a *authorYears) authorsAtEnd(text string, works *work.YearIndex) (found []work.Work, names article.Span) {
	if works == nil {
		return nil, names
	}
	best := work.NoFit
	folded, offsets := scan.FoldWithOffsets(text)
	groups, all := works.NamedIn(folded)
	if !all {
		a.leftOut++
	}
	for _, alike := range groups {
		start, fits := alike[0].AuthorsEnding(text, folded, offsets)
		switch {
		case fits == work.NoFit || fits < best:
			continue
		case fits > best:
			best, found = fits, nil
		}
		found = append(found, alike[:min(len(alike), maxAlike-len(found))]...)
		names = article.Span{Start: start, End: len(text)}
	}
	return found, names
}
