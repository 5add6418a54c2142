package reflist

import (
	"strings"

	"etal/internal/lazyregexp"
)

var (
	// listNames matches the headings of reference lists.
	listNames = lazyregexp.New(`(?i)^` + sectionMark + `(?:` + strings.Join([]string{
		`(?:(?:list of|cited|selected|key|further|general|main|additional|normative|informative|primary|secondary|literature|bibliograph(?:ic|ical)|web|online) )?references?(?: (?:list|cited|and links|(?:and|&) (?:notes|further reading|footnotes)))?`,
		`reference list`, `(?:(?:selected|annotated|select|general) )?bibliography`, `bibliography and references`, `works? cited`, `cited works`, `(?:cited )?literature(?: cited)?`,
		`citations`, `sources`, `(?:primary|secondary) (?:sources|literature)`, `(?:foot|end)?notes (?:and|&) references`,
		// German
		`(?:zitierte )?literatur(?:verzeichnis|liste|angaben|nachweise|hinweise)?`, `quellen(?:verzeichnis|angaben|nachweise)?`, `quellen- und literaturverzeichnis`, `literatur und quellen`, `einzelnachweise`, `referenzen`, `verwendete literatur`,
		// French, Spanish, Portuguese, Italian, Catalan, Romanian
		`r[ée]f[ée]rences(?: bibliographiques)?`, `bibliographie`, `ouvrages cit[ée]s`, `sources et bibliographie`,
		`referencias(?: (?:bibliogr[áa]ficas|citadas|y notas))?`, `bibliograf[íi]a(?: (?:citada|consultada))?`, `(?:obras|literatura) citadas?`, `fuentes(?: consultadas)?`,
		`refer[êe]ncias(?: bibliogr[áa]ficas)?`, `riferimenti(?: bibliografici)?`, `refer[èe]ncies(?: bibliogr[àa]fiques)?`, `bibliografie`, `referin[țt]e(?: bibliografice)?`,
		// Dutch and the north
		`referenties`, `literatuur(?:lijst)?`, `bronnen(?:lijst)?`, `referenser`, `k[äa]llor`, `k[äa]llf[öo]rteckning`, `litteraturf[öo]rteckning`, `referanser`, `referencer`, `kilder`, `litteratur(?:liste)?`, `l[äa]hteet`, `kirjallisuus`,
		// the east of Europe, Greek, Turkish
		`(?:seznam |pou[žz]it[áa] )?literatur[ay]`, `pi[śs]miennictwo`, `spis literatury`, `irodalom(?:jegyz[ée]k)?`, `hivatkoz[áa]sok`,
		`(?:список )?(?:использованн(?:ой|ая) )?литератур[аы]`, `список (?:использованных )?источников`, `источники`, `библиография`, `библиографический список`, `примечания`, `(?:список )?літератур[аи]`, `список використаних джерел`, `βιβλιογραφ[ίι]α`, `βιβλιογραφικ[έε]ς αναφορ[έε]ς`, `kaynak(?:lar|ça)`,
		// Asia
		`(?:主要)?[参參]考文[献獻](?:一[览覽])?`, `[参參]考[资資]料`, `引用文献`, `文献`, `참고\s?문헌`, `المراجع`, `المصادر(?: والمراجع)?`, `منابع`, `מקורות`, `ביבליוגרפיה`, `t[àa]i li[ệe]u tham kh[ảa]o`, `daftar pustaka`,
	}, "|") + `)\s*:?$`)
	// noteNames matches the headings of notes, which are references only if they look like some.
	noteNames    = lazyregexp.New(`(?i)^` + sectionMark + `(?:foot|end)?notes\s*:?$`)
	letterSpaced = lazyregexp.New(`^\pL(?: \pL)+$`)
)

// sectionMark matches the number before a heading: 7, 7.1., A.2, VII.
const sectionMark = `(?:(?:\d{1,2}|[A-Z])(?:\.\d{1,2})*\.?\s+|\d{1,2}\.|[IVX]+\.?\s+)?`

// longestHeading is the length in bytes up to which a heading may announce a list.
const longestHeading = 1000

// IsHeading reports whether a heading announces a reference list.
func IsHeading(heading string) bool { return announces(listNames, heading) }

// IsNotesHeading reports whether a heading announces notes.
func IsNotesHeading(heading string) bool { return announces(noteNames, heading) }

func announces(headings *lazyregexp.Regexp, heading string) bool {
	return len(heading) <= longestHeading && headings.MatchString(BareHeading(undecorated(editLink.ReplaceAllString(heading, ""))))
}

// decoration matches the pictures and their short names that people put around a heading, and the link
// that it may be.
var decoration = lazyregexp.New(`^(?:[#*_\s]*(?:[\p{So}\p{Sk}\x{fe0f}\x{200d}]+|:[a-z0-9_+-]+:)\s*)+|(?:\s*(?:[\p{So}\p{Sk}\x{fe0f}\x{200d}]+|:[a-z0-9_+-]+:))+[*_\s]*$|^[#*_\s]*\[|\]\([^()]*\)[*_\s]*$`)

// undecorated returns a heading without its decoration.
func undecorated(heading string) string {
	if !strings.ContainsAny(heading, "[:") && !strings.ContainsFunc(heading, func(r rune) bool { return r > 0x2000 }) {
		return heading
	}
	return decoration.ReplaceAllString(heading, "")
}

// editLink matches the link behind the headings of a wiki, which is copied with them.
var editLink = lazyregexp.New(`(?i)\s*\\?[\[［](?:edit(?: source| \| edit source)?|(?:quelltext )?bearbeiten(?: \| quelltext bearbeiten)?|modifier(?: \| modifier le code)?|editar(?: código-fonte|(?: \|)? editar (?:código(?:-fonte)?|la fuente))?|modifica(?: \| modifica wikitesto)?|править(?: \| править код)?|редагувати(?: \| редагувати код)?|编辑|編輯|編集|편집(?: \| 원본 편집)?|bewerken(?: \| brontekst bewerken)?|redigera(?: \| redigera wikitext)?|edytuj(?: \| edytuj kod)?)\\?[\]］]\s*$`)

// BareHeading returns a heading without the signs that mark it as one or make it bold, and
// without the blanks that letter-space it: R E F E R E N C E S.
func BareHeading(s string) string {
	s = strings.TrimSpace(strings.Trim(strings.TrimSpace(s), "*_#="))
	if letterSpaced.MatchString(s) {
		return strings.ReplaceAll(s, " ", "")
	}
	return s
}
