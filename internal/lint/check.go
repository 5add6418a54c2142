// Package lint finds problems in the citations and references of an article.
//
// It must not know how an article was read, or how problems are printed.
package lint

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/cite/scan"
	"etal/internal/cite/shortform"
	"etal/internal/cite/work"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// A Problem is something in an article's citations or references that its author should look
// at.
type Problem struct {
	article.Span // in the body
	Message      string
}

// Check returns the problems of an article, in the order of its text: citations that name
// nothing or fit several entries; references that are uncited, duplicate, or have a malformed
// URL or DOI, or the key of another; gaps in a numbered list, and numbers that are first mentioned out of order.
func Check(a *article.Article) []Problem {
	var problems []Problem
	problems = append(problems, checkCitations(a)...)
	problems = append(problems, checkUncited(a)...)
	problems = append(problems, checkNumbers(a)...)
	problems = append(problems, checkEntries(a)...)
	problems = append(problems, checkKeys(a)...)
	sort.SliceStable(problems, func(i, j int) bool { return problems[i].Start < problems[j].Start })
	return problems
}

func checkCitations(a *article.Article) []Problem {
	var problems []Problem
	years := sync.OnceValue(func() map[string][]string { return yearsByAuthor(a.References) })
	for _, c := range a.Citations {
		for _, m := range c.Missing {
			message := fmt.Sprintf("%s: the list has no %s", c.Text, m)
			if others := sameAuthor(years(), m); others != "" {
				message += ", but " + others
			}
			problems = append(problems, Problem{c.Span, message})
		}
		if len(c.Ambiguous) > 0 {
			problems = append(problems, Problem{c.Span, fmt.Sprintf("%s: may be any of the references %s", c.Text, numberList(a, c.Ambiguous))})
		}
	}
	return problems
}

// maxYears is how many works by the author of a missing one are suggested; more are no help.
const maxYears = 3

// yearsByAuthor returns the years of the works of each author of a list, each once; of an author
// with more than maxYears some are left out.
func yearsByAuthor(references []article.Reference) map[string][]string {
	years := map[string][]string{}
	for _, r := range references {
		k := work.KeyOf(r)
		if of := years[k.Author]; k.Year != "" && len(of) <= maxYears && !slices.Contains(of, k.Year) {
			years[k.Author] = append(of, k.Year)
		}
	}
	return years
}

// sameAuthor returns the works of the list by the author of a missing one, such as "Smith 2017,
// 2019" for "Smith 2018", or "" if there are none or more than maxYears.
func sameAuthor(years map[string][]string, missing string) string {
	author, _, ok := strings.Cut(missing, " ")
	if !ok {
		return ""
	}
	found := years[scan.Fold(author)]
	if len(found) == 0 || len(found) > maxYears {
		return ""
	}
	return author + " " + strings.Join(found, ", ")
}

// numberList returns the labels of references, or the numbers of those without.
func numberList(a *article.Article, numbers []int) string {
	var out []string
	for _, n := range numbers {
		out = append(out, label(a, n))
	}
	return strings.Join(out, ", ")
}

func label(a *article.Article, number int) string {
	if r, ok := a.Reference(number); ok && r.Label.Len() > 0 {
		return r.Label.String()
	}
	return strconv.Itoa(number)
}

// checkUncited finds references that nothing cites. If nothing at all is cited, the article is
// a list of references, or its citations are not understood.
func checkUncited(a *article.Article) []Problem {
	cited := map[int]bool{}
	for _, c := range a.Citations {
		for _, n := range c.Candidates() {
			cited[n] = true
		}
	}
	if len(cited) == 0 {
		return nil
	}
	forms := shortform.Of(a.References)
	var problems []Problem
	for _, r := range a.References {
		if f, short := forms[r.Number]; !cited[r.Number] && (!short || f.Own) {
			problems = append(problems, Problem{r.Span, fmt.Sprintf("reference %s: nothing cites it", label(a, r.Number))})
		}
	}
	return problems
}

// checkNumbers finds gaps and duplicates in a numbered list and, unless the list is sorted by
// author, numbers that are mentioned before lower ones.
func checkNumbers(a *article.Article) []Problem {
	if len(a.References) == 0 || areNotes(a) { // which etal counts
		return nil
	}
	var problems []Problem
	last := 0
	for _, r := range a.References {
		n, err := strconv.Atoi(r.Label.String())
		if err != nil {
			return nil
		}
		switch {
		case n == last:
			problems = append(problems, Problem{r.Span, fmt.Sprintf("reference %d: there are two of this number", n)})
		case n > last+1 && last > 0:
			problems = append(problems, Problem{r.Span, fmt.Sprintf("reference %d: the list goes from %d to %d", n, last, n)})
		}
		last = n
	}
	if !isSorted(a.References) {
		problems = append(problems, checkOrder(a)...)
	}
	return problems
}

// areNotes reports whether the references are footnotes.
func areNotes(a *article.Article) bool {
	if len(a.Blocks) == 0 {
		return false
	}
	block := a.Blocks[a.BlockAt(a.References[0].Start)]
	return strings.HasPrefix(strings.TrimLeft(a.Slice(block).String(), " "), "[^")
}

func checkOrder(a *article.Article) []Problem {
	var problems []Problem
	first := map[int]int{} // reference numbers to the citations that mention them first
	for i, c := range a.Citations {
		for _, n := range c.Candidates() {
			if _, known := first[n]; !known && citesByNumber(a, c) {
				first[n] = i
			}
		}
	}
	highest := 0
	for i, c := range a.Citations {
		if !citesByNumber(a, c) {
			continue
		}
		for _, n := range c.Candidates() {
			if n <= highest {
				continue
			}
			for lower := highest + 1; lower != n; lower++ {
				if at, cited := first[lower]; cited && at > i {
					problems = append(problems, Problem{c.Span, fmt.Sprintf("%s: %s is mentioned before %s", c.Text, label(a, n), label(a, lower))})
					break
				}
			}
			highest = n
		}
	}
	return problems
}

// citesByNumber reports whether a citation's text has the number of the reference that it names
// first. One by author and year tells nothing about the order of a list, nor do superscripts that
// lost their formatting: an earlier one may have been taken for a part of its word.
func citesByNumber(a *article.Article, c article.Citation) bool {
	named := c.Candidates()
	if before, _ := utf8.DecodeLastRuneInString(a.Body.String()[:c.Start]); (unicode.IsLetter(before) || strings.ContainsRune(`.,;)]”"`, before)) && unicode.IsDigit(rune(a.Body.String()[c.Start])) {
		return false
	}
	return len(named) > 0 && slices.Contains(strings.FieldsFunc(names.Digits(c.Text.String()), func(r rune) bool { return !unicode.IsDigit(r) }), label(a, named[0]))
}

// maxFalls is the share of entries, in percent, that may be out of order in a sorted list: sorting
// differs in particles, capitals and accents.
const maxFalls = 10

// isSorted reports whether a list is sorted by its first authors.
func isSorted(references []article.Reference) bool {
	falls, last := 0, ""
	for _, r := range references {
		author := work.KeyOf(r).Author
		if author == "" {
			continue
		}
		if author < last {
			falls++
		}
		last = author
	}
	return falls*100 <= len(references)*maxFalls
}

var (
	// saysDOI and saysURL match what is meant as a DOI or URL, isDOI a well-formed DOI.
	saysDOI = lazyregexp.New(`(?i)\b(?:doi:\s*|doi\.org/)(\S*)`)
	isDOI   = lazyregexp.New(`^10\.\d{4,9}/\S+$`)
	saysURL = lazyregexp.New(`(?i)\b(?:h?ttps?|http s?|htp|htttps?):{1,2}/{0,3}\S*`)
)

// checkEntries finds references that the list has twice, and malformed DOIs and URLs.
func checkEntries(a *article.Article) []Problem {
	var problems []Problem
	lists := a.Lists()
	var byWork map[string]int // of one list: chapters cite the same works
	for _, r := range a.References {
		if len(lists) > 0 && r.Number == lists[0][0].Number {
			byWork, lists = map[string]int{}, lists[1:]
		}
		text, item := r.Text.String(), r.Fields()
		for _, key := range identities(item) {
			if other, twice := byWork[key]; twice {
				problems = append(problems, Problem{r.Span, fmt.Sprintf("reference %s: the same work as %s", label(a, r.Number), label(a, other))})
				break
			}
			byWork[key] = r.Number
		}
		for _, m := range saysDOI.FindAllStringSubmatch(text, -1) {
			if !isDOI.MatchString(m[1]) {
				problems = append(problems, Problem{r.Span, fmt.Sprintf("reference %s: malformed DOI %q", label(a, r.Number), m[1])})
			}
		}
		for _, address := range saysURL.FindAllString(text, -1) {
			if !isURL(strings.TrimRight(address, ".,;)>]")) {
				problems = append(problems, Problem{r.Span, fmt.Sprintf("reference %s: malformed URL %q", label(a, r.Number), address)})
			}
		}
	}
	return problems
}

// checkKeys finds entries of a bibliography that have the key of one before them, so that no citation
// can name them.
func checkKeys(a *article.Article) []Problem {
	var problems []Problem
	first := map[string]article.Reference{}
	for _, r := range a.References {
		if r.Item == nil || r.Item.ID == "" {
			continue
		}
		other, taken := first[r.Item.ID]
		if !taken {
			first[r.Item.ID] = r
			continue
		}
		where := "reference " + label(a, other.Number)
		if own := other.Item.Own; own != nil && own.Line > 0 {
			where = fmt.Sprintf("the entry in line %d", own.Line)
		}
		problems = append(problems, Problem{r.Span, fmt.Sprintf("key %s: also that of %s", r.Item.ID, where)})
	}
	return problems
}

// leastTitle is how many words a title needs to identify a work: many have the title Introduction.
const leastTitle = 3

// identities returns the keys of a work, each of which no other work has: its DOI, and its title
// with first author, year, volume and pages.
func identities(item bib.Item) []string {
	var keys []string
	if item.DOI != "" {
		keys = append(keys, "doi "+strings.ToLower(item.DOI))
	}
	if year := item.Issued.Year(); year != 0 && len(item.Author) > 0 && len(strings.Fields(item.Title)) >= leastTitle {
		keys = append(keys, fmt.Sprint("title ", scan.Words(scan.Fold(item.Title)), year, scan.Fold(cmp.Or(item.Author[0].Literal, item.Author[0].Family)), item.Volume, item.Page))
	}
	return keys
}

func isURL(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.Contains(u.Host, ".") && !strings.Contains(u.Host, "..")
}
