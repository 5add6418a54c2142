// Package shortform resolves notes and entries of a list that refer to works printed elsewhere:
// "Ibid., 34", "Wren, op. cit., p. 12", "supra note 4", "Wren, The Wheel, 99".
//
// A reader who follows a citation to one of them wants the work, so the citation names that instead.
// The package must not know how citations are found in a text.
package shortform

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// shortLead matches the words before a short form that say how it is cited.
const shortLead = `^\s*(?:(?i:but see|see(?: also| generally)?|cf\.?|compare|vgl\.?(?: auch)?|siehe(?: auch)?|voir(?: aussi)?|cfr\.?|véase|ver)\s+)?`

// Patterns of short forms in text without emphasis.
var (
	leadWord = lazyregexp.New(shortLead)
	ibidem   = lazyregexp.New(shortLead + `(?i:ib[ií]d(?:em)?(?:\.|\b)|[ií]dem\b|[ií]d\.|ebd\.|ebda\.|ebenda\b|ivi\b|loc\.\s?cit\.|a\.\s?a\.\s?O\.|aaO\b)`)
	// author matches what stands for the author of the work before.
	author = lazyregexp.New(shortLead + `(?:(?i:idem|id\.|eadem|ders\.|dies\.),?\s+)`)
	opCit  = lazyregexp.New(`^(.{2,80}?)[,;:]?[\s(]+(?i:op\.\s?cit\.|loc\.\s?cit\.|a\.\s?a\.\s?O\.|aaO\b|art\.\s?cit\.|cit\.|ib[ií]d(?:em)?\b\.?,?\s*(?:pp?\.|s\.|\d|$))`)
	supra  = lazyregexp.New(`(?i:\bsupra,?\s+(?:note|nota|n\.?|fn\.?)\s?|\((?:(?:o|oben|s\.\s?o|siehe)\.?\s)?(?:n|fn|anm)\.?\s|\b(?:above|oben),?\s+(?:note|n\.|Anm\.|Fn\.)\s?|\bwie\s+(?:Anm\.|Fn\.)\s?)(\d{1,4})|\b(?i:note|n\.|fn\.|Anm\.)\s?(\d{1,4})\s+(?i:above|oben|supra|ci-dessus)\b`)
	// byName matches a name, more, and a page: "Wren, The Wheel, 99."
	byName = lazyregexp.New(`^\p{Lu}[^,.]{1,40},\s.*\d\s*\.?$`)
	pages  = lazyregexp.New(`(?i)\b(?:(?:pp?|ss?|ch|chap|vol|bd|rn|rdnr|rz)\.\s*)?(?:\d+|[ivxlc]+)\b(?:\s?[-–—,/]\s?\d+)*(?:\s?ff?\.)?|\bat\b`)
	// unnamed matches what stands for authors who are not named: Wren et al., "Tides," 4.
	unnamed = lazyregexp.New(`(?i),? (?:` + names.EtAl + `|u\.\s?a\.)`)
	year    = lazyregexp.New(`\b(?:1[5-9]|20)\d\d\b`)
	signs   = strings.NewReplacer("*", "", "_", "", "\n", " ")
)

const (
	// maxShort is the length, in bytes, of the longest part that may refer to another work.
	maxShort = 120
	// maxParts is how many parts an entry with short forms has, at most.
	maxParts = 8
	// maxAlike is how many works a short form may name; others are left out.
	maxAlike = 26
)

// A Form is what an entry or a note names.
type Form struct {
	Works []int // the numbers of the works that it stands for
	Maybe []int // those of works of which it stands for one
	Own   bool  // it prints a work as well
}

// IsEmpty reports whether an entry or a note names no work.
func (f Form) IsEmpty() bool { return len(f.Works) == 0 && len(f.Maybe) == 0 }

// add adds what another part names.
func (f *Form) add(g Form) {
	for _, n := range g.Works {
		if !slices.Contains(f.Works, n) {
			f.Works = append(f.Works, n)
		}
	}
	f.Maybe = append(f.Maybe, g.Maybe...)
}

// Is reports whether a part of a note's text has the shape of one that refers to an earlier work.
func Is(text string) bool {
	return slices.ContainsFunc(parts(text), hasShape)
}

func hasShape(part string) bool {
	return len(part) <= maxShort && (ibidem.MatchString(part) || opCit.MatchString(part) || supra.MatchString(part) || byName.MatchString(part))
}

// parts cuts a text at its semicolons outside parentheses, if not into more than maxParts.
func parts(text string) []string {
	text = strings.TrimSpace(signs.Replace(text))
	var all []string
	depth, start := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ';':
			if depth <= 0 {
				all = append(all, strings.TrimSpace(text[start:i]))
				start = i + 1
			}
		}
	}
	if all = append(all, strings.TrimSpace(text[start:])); len(all) > maxParts {
		return []string{text}
	}
	return all
}

// A chain reads notes or entries one after the other.
type chain struct {
	index   index
	byLabel map[string]Form // what earlier ones name
	last    Form            // what the part before names
}

// part returns what a part names as a short form, and whether it says that it is one.
func (c *chain) part(text string) (f Form, explicit bool) {
	if len(text) > maxShort {
		return Form{}, false
	}
	if m := supra.FindStringSubmatch(text); m != nil {
		return c.byFamily(c.byLabel[m[1]+m[2]], text), true
	}
	if same := author.FindString(text); same != "" && len(c.last.Works) > 0 {
		if family := c.index.familyOf(c.last.Works[len(c.last.Works)-1]); family != "" {
			rest := family + " " + text[len(same):]
			if found := c.index.printed(rest); len(found) == 1 {
				return Form{Works: found}, true
			}
			if found := c.index.named(withoutPages(rest)); len(found) == 1 {
				return Form{Works: found}, true
			}
		}
	}
	switch m := opCit.FindStringSubmatch(text); {
	case ibidem.MatchString(text):
		if year.MatchString(text) { // "Idem, another work, 2004"
			return Form{}, false
		}
		return c.last, true
	case m != nil:
		return alike(c.index.named(scan.Fold(leadWord.ReplaceAllString(m[1], "")))), true
	case year.MatchString(text) || strings.Contains(text, "://"):
		return Form{}, false
	}
	lead := leadWord.FindString(text)
	if found := c.index.named(withoutPages(text[len(lead):])); len(found) == 1 {
		return Form{Works: found}, strings.TrimSpace(lead) != ""
	}
	return Form{}, false
}

// byFamily returns those works of a note that a part with its number names, or all.
func (c *chain) byFamily(note Form, text string) Form {
	var named []int
	words := scan.Words(scan.Fold(text))
	for _, n := range note.Works {
		if family := c.index.familyOf(n); family != "" && slices.Contains(words, scan.Words(family)[0]) {
			named = append(named, n)
		}
	}
	if len(named) > 0 {
		return Form{Works: named}
	}
	return Form{Works: note.Works, Maybe: note.Maybe}
}

// alike returns the form of works one of which is meant.
func alike(works []int) Form {
	if len(works) > 1 {
		return Form{Maybe: works}
	}
	return Form{Works: works}
}

// withoutPages returns a part, folded, without page numbers and the words before them, and without
// those for authors who are not named.
func withoutPages(text string) string {
	return scan.Fold(pages.ReplaceAllString(unnamed.ReplaceAllString(text, " "), " "))
}

// Of returns the entries of a list that refer to earlier ones.
func Of(references []article.Reference) map[int]Form {
	forms := map[int]Form{}
	c := chain{byLabel: map[string]Form{}}
	for _, r := range references {
		own := Form{Works: []int{r.Number}}
		f := c.entry(r.Text.String())
		if !f.IsEmpty() {
			forms[r.Number] = f
		}
		if f.IsEmpty() || f.Own {
			c.index.works = append(c.index.works, r)
			own.add(f)
			f = own
		}
		c.last = f
		label := cmp.Or(r.Label.String(), strconv.Itoa(r.Number))
		if _, known := c.byLabel[label]; !known {
			c.byLabel[label] = f
		}
	}
	return forms
}

// entry returns what an entry names as a short form. One that prints a work names others only where
// it says so.
func (c *chain) entry(text string) (all Form) {
	var sure Form
	for _, p := range parts(text) {
		f, explicit := c.part(p)
		if f.IsEmpty() {
			all.Own = true
			continue
		}
		all.add(f)
		if explicit {
			sure.add(f)
		}
		c.last = f
	}
	if all.Own {
		sure.Own = !sure.IsEmpty()
		return sure
	}
	return all
}

// A Note is a footnote of an article with a list of works.
type Note struct {
	Label string
	Text  string
}

// InNotes returns for each note, in the order of their marks, which works of the list it names.
func InNotes(notes []Note, list []article.Reference) []Form {
	forms := make([]Form, len(notes))
	c := chain{byLabel: map[string]Form{}, index: index{works: list}}
	for i, note := range notes {
		var all Form
		for _, p := range parts(note.Text) {
			f, _ := c.part(p)
			if f.IsEmpty() {
				f.Works = c.index.printed(p)
			}
			if !f.IsEmpty() {
				all.add(f)
				c.last = f
			}
		}
		if all.IsEmpty() {
			c.last = Form{}
		}
		forms[i], c.byLabel[note.Label] = all, all
	}
	return forms
}

// noteBegins matches the label of a note in a list of them that stands in the text as paragraphs.
var noteBegins = lazyregexp.New(`\n\\?\[?\d{1,3}(?:\\?[.)\]])+ `)

// longestBetween is how many bytes between a citation and a short form are looked at for notes.
const longestBetween = 1000

// IsBeyondNote reports whether a note stands between a citation and the short form of another note,
// so that the form refers to that note, whose work is not known.
func IsBeyondNote(between string) bool {
	between = scan.Tail(between, longestBetween)
	labels := noteBegins.FindAllStringIndex(between, -1)
	return len(labels) > 1 && strings.TrimSpace(between[labels[len(labels)-1][1]:]) == ""
}
