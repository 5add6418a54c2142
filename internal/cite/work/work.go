// Package work is the works of a reference list as citations by author and year name them: their
// families, years and letters, and which of them the text before a year may mean.
//
// It must not know how citations are found in a text.
package work

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// A Work is a reference as author–year citations name it.
type Work struct {
	number    int
	LeadNames []string // by which its first author may be cited, folded
	Initials  string   // of the first author's given names, folded; may be empty
	Families  []string // of its authors, folded; an organisation is one family
	More      bool     // the entry does not name all its authors
	Year      string
	letter    string          // 2019a
	head      string          // the entry up to its year, folded
	Known     map[string]bool // families of all works of the list
}

// New returns a reference as a work.
func New(r article.Reference) Work {
	item, text := r.Fields(), r.Text.String()
	w := Work{number: r.Number}
	for _, n := range item.Author {
		if family := FamilyOf(n); strings.ContainsFunc(family, scan.IsWordRune) {
			w.Families = append(w.Families, family)
		}
	}
	lead := organisation.FindString(text)
	if len(w.Families) == 0 && lead != "" {
		w.Families = []string{scan.Fold(lead)}
	}
	if len(w.Families) == 0 {
		w.Families = unspacedAuthors(text)
	}
	if len(w.Families) > 0 {
		w.LeadNames = []string{w.Families[0]}
	}
	if lead != "" && (len(item.Author) == 0 || item.Author[0].Given == "" || len(item.Author) == 1) {
		w.LeadNames = append(w.LeadNames, scan.Fold(lead))
		w.LeadNames = append(w.LeadNames, acronyms(lead, text)...)
	}
	if m := firstPrinted.FindStringSubmatch(text); m != nil {
		if name := scan.Fold(m[1]); !slices.Contains(w.LeadNames, name) {
			w.LeadNames = append(w.LeadNames, name)
		}
	}
	if len(item.Author) > 0 {
		w.Initials = initialLetters(item.Author[0].Given)
	}
	if item.Issued != nil && len(item.Issued.Parts) > 0 && len(item.Issued.Parts[0]) > 0 {
		w.Year = strconv.Itoa(item.Issued.Parts[0][0])
	}
	w.Year = yearBeforeAccess(text, w.Year)
	if m := letteredYear.FindStringSubmatch(text); m != nil && (w.Year == "" || m[1] == w.Year) {
		w.Year, w.letter = m[1], m[2]
	}
	if w.Year == "" {
		w.Year = "n.d."
		for _, m := range yearless.FindAllStringIndex(text, -1) {
			if !goesOn(text[:m[1]], text[m[1]:]) {
				w.Year = WithoutDate(strings.Trim(text[m[0]:m[1]], "("))
				break
			}
		}
	}
	w.head, _, _ = strings.Cut(text, w.Year)
	w.head = w.head[:min(len(w.head), maxHead)]
	w.More = incompleteAuthors.MatchString(w.head)
	w.head = scan.Fold(w.head)
	return w
}

// accessed matches the words before the date on which a page was read.
var accessed = lazyregexp.New(`(?i)\b(?:acess[oa]d?[oa]? em|accessed|retrieved|accesso (?:il|effettuato)|ultimo accesso|consult(?:é|ado|ada|ato|ed)|abgerufen|zugriff|accedido|recuperado|дата обращения)|访问|检索|閲覧`)

// yearBeforeAccess returns the year of a work, given that of its fields: not the year in which
// somebody read its page, if the entry has another.
func yearBeforeAccess(text, year string) string {
	at := accessed.FindStringIndex(text)
	if at == nil || year != "" && strings.Contains(text[:at[0]], year) {
		return year
	}
	if years := plainYear.FindAllString(text[:at[0]], -1); len(years) > 0 {
		return years[len(years)-1]
	}
	return year
}

var plainYear = lazyregexp.New(`\b(?:1[5-9]|20)\d\d\b`)

// unspacedHead matches the authors that an entry in Chinese, Japanese or Korean begins with.
var unspacedHead = lazyregexp.New(`^([\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}・·、,， ]{2,60}?)[.．]? ?[(（「『]`)

// unspacedAuthors returns the names that such an entry begins with.
func unspacedAuthors(text string) (families []string) {
	m := unspacedHead.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	for _, name := range strings.FieldsFunc(m[1], func(r rune) bool { return strings.ContainsRune("・·、,，", r) }) {
		if name = scan.Fold(name); name != "" {
			families = append(families, name)
		}
	}
	return families
}

// A Key is how a citation by author and year names a work.
type Key struct {
	Author string // the family of its first author, or an organisation, folded; may be empty
	Year   string // with its letter, "2019a", or a word in its place, such as "in press"
}

// KeyOf returns the key of a reference.
func KeyOf(r article.Reference) Key {
	w := New(r)
	k := Key{Year: w.Year + w.letter}
	if len(w.Families) > 0 {
		k.Author = w.Families[0]
	}
	return k
}

// maxHead is how many bytes of a reference are searched for its authors.
const maxHead = 2000

// incompleteAuthors matches the end of an incomplete list of authors.
var incompleteAuthors = lazyregexp.New(`(?i)[\s,](?:` + names.EtAl + `|…|\.\.\.)[\s.,(\[]*$`)

// firstPrinted matches the family of the first author and the initials behind it, as the entry
// has them: up to five letters, also small ones.
var firstPrinted = lazyregexp.New(`^((?:(?:` + names.Particles + `) )*\p{Lu}[\p{L}'’‐-]+),? (?:\p{Lu}{1,5}|\p{Lu}\p{Ll})(?:[,.;(]| and | &|$)`)

// yearless matches what stands in place of a year in a reference without one.
var yearless = lazyregexp.New(`(?i)(?:\b|\()(?:` + Undated + `)`)

// organisation matches the beginning of a reference by an organisation: words without
// initials, up to the year or a full stop.
var organisation = lazyregexp.New(`^[\p{L}&'’\- ]{3,90}(?:[ .,(]|$)`)

// acronyms returns the short names of an organisation: its initials, and the name in
// parentheses behind its own in the reference.
func acronyms(name, text string) []string {
	var out []string
	if m := shortName.FindStringSubmatch(text); m != nil {
		out = append(out, scan.Fold(cmp.Or(m[1], m[2])))
	}
	if first, _, _ := strings.Cut(name, " "); len(first) > 1 && first == strings.ToUpper(first) {
		out = append(out, scan.Fold(first)) // IBM Corp
	}
	initials := ""
	for _, word := range strings.Fields(name) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			initials += string(first)
		}
	}
	if len(initials) > 1 {
		out = append(out, scan.Fold(initials))
	}
	return out
}

// shortName matches the short name of an organisation behind its name: "World Health
// Organization (WHO)", "World Health Organization, WHO, 2010", "FAO (Food and Agriculture Organization)".
var shortName = lazyregexp.New(`^[^().\d]{2,80}\(((?:\p{Lu}[\p{L}&-]*){2,12})\)|^[^().,\d]{2,80}, (\p{Lu}[\p{Lu}&-]{1,11})[,.]`)

// FamilyOf returns the family of a person, or the name of an organisation, folded.
func FamilyOf(n bib.Name) string {
	if n.Literal != "" {
		return scan.Fold(printedInitials.ReplaceAllString(n.Literal, ""))
	}
	return scan.Fold(printedInitials.ReplaceAllString(n.Family, ""))
}

// printedInitials matches initials before a family name that were taken for a part of it.
var printedInitials = lazyregexp.New(`^` + names.DottedInitials + ` ?`)

var (
	// letteredYear matches a year in a reference and the letter that tells works of that year
	// apart.
	letteredYear = lazyregexp.New(`\b((?:1[5-9]|20)\d\d)([a-z])\b`)
)
