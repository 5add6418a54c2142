package cite

import (
	"slices"
	"strings"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/cite/work"
	"etal/internal/lazyregexp"
	"etal/internal/names"
	"etal/internal/safe"
)

// Authors and pages: (Smith 23), (Smith, "Tides" 12; Wren and Oke 5), as the MLA has it
// (https://style.mla.org/mla-format/). A title stands where an author has several works or none.
// Behind a sentence that names the author there are pages only.

var authorPageStyle = style{
	Style: Style{
		Name:     "authors and pages",
		Examples: []string{"(Smith 23)", "(Smith, \"Tides\" 12; Wren and Oke 5)", "(\"Tides\" 3)", "as Smith writes (23)"},
	},
	find: findAuthorPages,
	believes: func(s *source, found []article.Citation) belief {
		switch named := namedBy(found); {
		case s.numbers.labelled || named < leastByPage:
			return rejected
		case s.namesShare(named):
			return certain
		}
		return possible
	},
	beside: findPages,
}

// leastByPage is how many works authors with pages have to name: one may be chance.
const leastByPage = 2

const (
	// locatorWord matches the words before what is no page, and those of other languages: lines 3–4, vol. 2: 33, S. 12.
	locatorWord = `(?:(?:pp?|pars?|chs?|chap|secs?|vol|ll?|sc|st|S|Kap|Bd|Z|V|pág|págs|cap|t)\.|lines?|acts?|scenes?|chapters?|sections?) ?`
	// pageNumber matches 23, xii, 23–25, 23 ff., and an act, a scene and a line: 2.1.15–17.
	pageNumber  = `(?:\d{1,4}(?:(?:\.|: ?)\d{1,4})*|[ivxlc]+)(?:[-–—](?:\d{1,4}|[ivxlc]+))?(?: ?ff?\.?)?`
	pageNumbers = `(?:` + locatorWord + `)?` + pageNumber + `(?:, ?(?:` + locatorWord + `)?` + pageNumber + `)*`
)

var (
	// mayBeByPage matches what most texts of other styles have none of.
	mayBeByPage = lazyregexp.New(`[\pL"”’*_.] (?:pp?\. ?)?\d{1,3}(?:[-–—]\d{1,4})?(?: ?ff?\.?)?[;)]`)
	parenthesis = lazyregexp.New(`\(([^()]{1,200})\)`)
	// authorPage matches a part of a mark: words before it, who or what is named, and pages.
	authorPage = lazyregexp.New(`^ *(?:(?i:qtd\. in|quoted in|see(?: also|, e\.g\.,?)?|cf\.|e\.g\.,?|vgl\.|siehe(?: auch)?|s\.|zit\. (?:n\.|nach|in)|voir(?: aussi)?|cité (?:dans|par)|véase|cit\. en|cfr\.) )?(\pL.*?|["“‘].*?|)(?:,? +(` + pageNumbers + `))? *$`)
	pagesAlone = lazyregexp.New(`^ *((?:(?:pp?|S)\. ?)?(?:\d{1,4}|[ivxlc]+)(?:[-–—](?:\d{1,4}|[ivxlc]+))?(?:, ?\d{1,4}(?:[-–—]\d{1,4})?)*) *$`)
	yearLike   = lazyregexp.New(`^(?:1[5-9]|20)\d\d`)
	// sentenceEnd matches the last sign before the sentence that a mark ends.
	sentenceEnd = lazyregexp.New(`[.!?]["”’)]* +\p{Lu}[^.!?]*$`)
	// initialsOnly matches what may stand before a family that several authors have: (A. Smith 4).
	initialsOnly = lazyregexp.New(`^ *(?:` + names.DottedInitials + `)? *$`)
	// counted matches words that a number follows in texts of every style: (Table 2), (Day 3).
	counted = lazyregexp.New(`^(?i:figs?|figures?|tables?|abb|abbildung|tabelle|chapters?|kapitel|sections?|appendix|equations?|eqs?|notes?|steps?|days?|weeks?|months?|years?|groups?|grades?|types?|phases?|stages?|parts?|box|boxes|plates?|panels?|experiments?|stud(?:y|ies)|models?|levels?|cases?|items?|questions?|version|january|february|march|april|june|july|august|september|october|november|december)\.?$`)
)

// authorPages are the works of a list by their authors and titles.
type authorPages struct {
	*authorYears
	all     *work.YearIndex
	titles  map[int][]string // the words of titles, folded, by the numbers of works
	byFirst map[string][]int // works by the first words of their titles
	byBody  map[string][]int // works by the names, folded, that they print before the first full stop
}

func newAuthorPages(references []article.Reference) authorPages {
	a := authorPages{&authorYears{}, work.NewYearIndex(), map[int][]string{}, map[string][]int{}, map[string][]int{}}
	for i, w := range worksOf(references) {
		r := references[i]
		if len(w.LeadNames) > 0 {
			a.all.Add(w)
		}
		if title := titleWords(r.Fields().Title); len(title) > 0 {
			a.titles[r.Number] = title
			a.byFirst[title[0]] = append(a.byFirst[title[0]], r.Number)
		}
		if name, _, ok := strings.Cut(r.Text.String(), ". "); ok && len(name) <= maxNames && len(scan.Words(name)) > 1 {
			name = scan.Fold(name)
			a.byBody[name] = append(a.byBody[name], r.Number)
		}
	}
	return a
}

// titleWords returns the words of a title, folded, without an article before them.
func titleWords(title string) []string {
	words := scan.Words(scan.Fold(title))
	if len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	return words
}

func findAuthorPages(s *source) []article.Citation {
	if s.numbers.labelled || len(mayBeByPage.FindAllStringIndex(s.body, leastByPage)) < leastByPage {
		return nil
	}
	a := newAuthorPages(s.references)
	return a.marks(s, func(_, part string) (named, maybe []int) {
		m := authorPage.FindStringSubmatch(part)
		if m == nil || m[1] == "" || m[2] == "" || yearLike.MatchString(m[2]) || counted.MatchString(m[1]) {
			return nil, nil
		}
		return a.named(m[1])
	})
}

// findPages finds, in a text of the style, pages behind a sentence that names an author, and titles
// and authors without pages.
func findPages(s *source) []article.Citation {
	a := newAuthorPages(s.references)
	return a.marks(s, func(before, part string) (named, maybe []int) {
		if m := pagesAlone.FindStringSubmatch(part); m != nil && !yearLike.MatchString(m[1]) {
			sentence := before
			if at := sentenceEnd.FindStringIndex(before); at != nil {
				sentence = before[at[0]:]
			}
			return a.inSentence(sentence)
		}
		if m := authorPage.FindStringSubmatch(part); m != nil && m[2] == "" {
			return a.whole(m[1])
		}
		return nil, nil
	})
}

// marks returns the parentheses in the prose all parts of which name works.
func (a authorPages) marks(s *source, works func(before, part string) (named, maybe []int)) []article.Citation {
	var found []article.Citation
	for _, p := range joinEmphasis(s.body, s.prose) {
		text := blankMarkdown(s.body[p.Start:p.End])
		for _, m := range parenthesis.FindAllStringSubmatchIndex(text, -1) {
			c := article.Citation{Span: article.Span{Start: p.Start + m[0], End: p.Start + m[1]}}
			for part := range strings.SplitSeq(text[m[2]:m[3]], ";") {
				named, maybe := works(scan.Tail(text[:m[0]], maxNames), part)
				if len(named)+len(maybe) == 0 {
					c.References, c.Ambiguous = nil, nil
					break
				}
				c.References, c.Ambiguous = append(c.References, named...), append(c.Ambiguous, maybe...)
			}
			if len(c.References)+len(c.Ambiguous) > 0 {
				c.Text = safe.Line(unmarked.Replace(s.body[c.Start:c.End]))
				found = append(found, c)
			}
		}
	}
	return found
}

// named returns the works that authors, a title or both name, and those of which one is meant.
func (a authorPages) named(who string) (named, maybe []int) {
	who = strings.TrimSpace(who)
	if works := a.byAuthors(who); len(works) > 0 {
		return oneOf(works)
	}
	if works := a.byBody[scan.Fold(who)]; len(works) > 0 {
		return oneOf(works)
	}
	if i := strings.IndexAny(who, ",\"“‘"); i > 0 {
		if works := a.byAuthors(strings.TrimSpace(who[:i])); len(works) > 0 {
			return oneOf(a.byTitle(works, who[i:]))
		}
	}
	return oneOf(a.byTitle(nil, who))
}

// whole returns the works that authors or a whole title name.
func (a authorPages) whole(who string) (named, maybe []int) {
	if works := a.byAuthors(strings.TrimSpace(who)); len(works) > 0 {
		return oneOf(works)
	}
	var works []int
	for _, n := range a.byTitle(nil, who) {
		if len(a.titles[n]) == len(titleWords(who)) {
			works = append(works, n)
		}
	}
	return oneOf(works)
}

// oneOf returns works as named where there is one, and else as those of which one is meant.
func oneOf(works []int) (named, maybe []int) {
	if len(works) == 1 {
		return works, nil
	}
	return nil, works[:min(len(works), maxAlike)]
}

// byAuthors returns the works by the authors that a text is.
func (a authorPages) byAuthors(text string) []int {
	works, authors := a.authorsAtEnd(text+" ", a.all)
	if len(works) == 0 || !initialsOnly.MatchString(text[:min(authors.Start, len(text))]) {
		return nil
	}
	named, maybe, _ := work.SelectByLetters(works, "")
	return append(named, maybe...)
}

// byTitle returns those works, or of the whole list if they are nil, whose titles begin with a text.
func (a authorPages) byTitle(works []int, text string) (found []int) {
	words := titleWords(text)
	if len(words) == 0 {
		return nil
	}
	if works == nil {
		works = a.byFirst[words[0]]
	}
	for _, n := range works {
		if title := a.titles[n]; len(title) >= len(words) && slices.Equal(title[:len(words)], words) {
			found = append(found, n)
		}
	}
	return found
}

// inSentence returns the works by the author that a sentence names last.
func (a authorPages) inSentence(sentence string) (named, maybe []int) {
	words := strings.Fields(sentence)
	for end := len(words); end > 0; end-- {
		word := strings.Trim(words[end-1], ",.:;'’\"”")
		word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
		if works := a.byAuthors(word); len(works) > 0 {
			return oneOf(works)
		}
	}
	return nil, nil
}
