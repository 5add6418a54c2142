package cite

import (
	"cmp"
	"sort"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Entries that refer to an earlier one: "Ibid., 34", "Knuth, op. cit., p. 12",
// "supra note 4", "Knuth, Literate Programming, 99". A reader who follows a citation
// to one of them wants the work, so the citation names that instead.

var (
	shortLead = `^[\s*_]*(?:(?i:see(?: also)?|cf\.?|vgl\.?|siehe|voir)[\s*_]+)?`
	ibidem    = lazyregexp.New(shortLead + `(?i:ibid(?:em)?\b|idem\b|id\.|ebd\.|ebenda\b|loc\.\s?cit\.|a\.\s?a\.\s?O\.)`)
	opCit     = lazyregexp.New(`^(.{2,80}?)[,;:]?[\s*_(]+(?i:op\.\s?cit\.|loc\.\s?cit\.|a\.\s?a\.\s?O\.|art\.\s?cit\.|ibid(?:em)?\b\.?,?\s*(?:pp?\.|s\.|\d|$))`)
	supra     = lazyregexp.New(`(?i:\bsupra,?\s+(?:note|n\.?|fn\.?)\s?|\(n\.?\s|\b(?:above|oben),?\s+(?:note|n\.|Anm\.|Fn\.)\s?|\bwie\s+(?:Anm\.|Fn\.)\s?)(\d{1,4})|\b(?i:note|n\.|fn\.|Anm\.)\s?(\d{1,4})\s+(?i:above|oben|supra)\b`)
	// again matches a word that, in running text, stands for the work cited last.
	again = lazyregexp.New(`\b(?:[Ii]bid(?:em)?\b\.?|[Ll]oc\.\s?cit\.|[Ee]bd\.|[Ee]benda\b|a\.\s?a\.\s?O\.)`)
	// byName matches a name, more, and a page: "Knuth, Literate Programming, 99."
	byName = lazyregexp.New(`^\p{Lu}[^,.]{1,40},\s.*\d\s*\.?$`)
	pages  = lazyregexp.New(`(?i)\b(?:(?:pp?|ss?|ch|chap|vol|bd)\.\s*)?(?:\d+|[ivxlc]+)\b(?:\s?[-–—,/]\s?\d+)*(?:\s?ff?\.)?`)
)

// maxShort is the length, in bytes, of the longest entry that may refer to another.
const maxShort = 120

// IsShort reports whether an entry's text has the shape of one that refers to an earlier entry.
func IsShort(text string) bool {
	text = strings.TrimSpace(text)
	return len(text) <= maxShort &&
		(ibidem.MatchString(text) || opCit.MatchString(text) || supra.MatchString(text) || byName.MatchString(text))
}

// Resolve replaces short forms by the works they refer to, and adds citations for words in the
// prose that refer to the work cited last: (ibid., p. 30).
func Resolve(body string, prose []article.Span, citations []article.Citation, references []article.Reference) []article.Citation {
	if stands := ShortForms(references); len(stands) > 0 {
		for i := range citations {
			resolveShortForm(&citations[i], stands)
		}
	}
	var found []article.Citation
	for _, p := range prose {
		if !mightContainIbid(body[p.Start:p.End]) {
			continue
		}
		for _, m := range again.FindAllStringIndex(body[p.Start:p.End], -1) {
			span := article.Span{Start: p.Start + m[0], End: p.Start + m[1]}
			last := sort.Search(len(citations), func(i int) bool { return citations[i].Start >= span.Start }) - 1
			if last < 0 || len(citations[last].References) == 0 {
				continue
			}
			named := citations[last].References
			found = append(found, article.Citation{
				Span: span, Text: safe.Line(body[span.Start:span.End]), References: named[len(named)-1:],
			})
		}
	}
	return Merge(citations, found)
}

// mightContainIbid reports whether a text may have a word for the work cited last. It is much
// faster than the regular expression.
func mightContainIbid(text string) bool {
	for _, part := range []string{"bid", "cit.", "bd.", "benda", "O."} {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// resolveShortForm replaces the short forms that a citation names by their works.
func resolveShortForm(c *article.Citation, stands map[int][]int) {
	var sure []int
	for _, n := range c.References {
		switch works := stands[n]; len(works) {
		case 0:
			sure = append(sure, n)
		case 1:
			sure = append(sure, works[0])
		default:
			c.Ambiguous = append(c.Ambiguous, works[:min(len(works), maxAlike)]...)
		}
	}
	c.References = sure
}

// ShortForms returns the entries that refer to earlier ones: their numbers, each with those of
// the works that it may mean.
func ShortForms(references []article.Reference) map[int][]int {
	stands := map[int][]int{}
	works := func(n int) []int {
		if earlier, ok := stands[n]; ok {
			return earlier
		}
		return []int{n}
	}
	byLabel := map[string]int{} // or by number, in a list without labels
	var earlier shortIndex
	for i, r := range references {
		text := strings.TrimSpace(r.Text.String())
		if len(text) <= maxShort {
			if m := supra.FindStringSubmatch(text); m != nil {
				if n, ok := byLabel[m[1]+m[2]]; ok {
					stands[r.Number] = works(n)
				}
			} else if ibidem.MatchString(text) && i > 0 {
				stands[r.Number] = works(references[i-1].Number)
			} else if m := opCit.FindStringSubmatch(text); m != nil {
				stands[r.Number] = earlier.named(scan.Fold(m[1]))
			} else if !yearMark.MatchString(text) && !strings.Contains(text, "://") {
				if found := earlier.named(scan.Fold(pages.ReplaceAllString(text, " "))); len(found) == 1 {
					stands[r.Number] = found
				}
			}
		}
		if len(stands[r.Number]) == 0 {
			delete(stands, r.Number)
			earlier.works = append(earlier.works, r)
		}
		label := cmp.Or(r.Label.String(), strconv.Itoa(r.Number))
		if _, known := byLabel[label]; !known {
			byLabel[label] = r.Number
		}
	}
	return stands
}

// Words returns the words of a folded text.
func Words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !scan.IsWordRune(r) && r != '\'' })
}
