package crossref

import (
	"strings"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
)

// A part of another work is named as one's own is: Section 2 of RFC 5741, § 2 of the Act, Figure 2
// of Smith (2001), [3, Section 4]. The words around the number tell.

const (
	maxBehind = 120 // bytes behind a number, and before the word, that tell whose it is
	maxBefore = 60
)

const (
	year   = `\d{4}[a-z]?\b`
	author = `(?:(?:van|von|de|der|den|di|la|le) ){0,2}\p{Lu}[\p{L}'’-]+`
	// authors matches the authors of another work, up to the year or the mark behind them.
	authors = author + `(?:,? (?:et al\.?|(?:and|&|und|et|y) ` + author + `)|, ` + author + `)*(?:’s?|'s?)?(?:,? (?:[(\[\\]{1,3}\d|` + year + `)|[’']s? )`
	// law matches words for texts that have sections and are no articles.
	law = `(?i:acts?|code|constitution|convention|decree|directive|guidelines?|laws?|ordinance|regulations?|standard|statutes?|treaty|specification|rfc|draft|\p{L}*gesetz\p{L}*|\p{L}*verordnung|richtlinie|satzung|verfassung|manual|handbook|handbuch|manuel|agreement|charter|by-?laws?|loi|règlement|ley|código|legge)\b`
	// of matches what leads on from a part to the whole.
	of  = `^\)?,?\s+\(?(?:of|in|from|after|von|vom|aus|im|des|der|dans|du|de|del|en)\s+`
	the = `(?:(?:the|dem|den|der|des|la|le|l’|el) )?`
)

var (
	// former matches one's own works that are others.
	former = lazyregexp.New(`^\)?,?\s+(?:thereof\b|of\s+(?:our|my)\s+(?:previous|earlier|first|former|prior|other|companion)\b)`)
	// own matches names for the article itself and for its parts.
	own = lazyregexp.New(of + `(?:the )?(?i:this|our|the present|present|current|main|these?|appendix|dieser|dieses|diesem|der vorliegenden|unsere[rs]?|notre|cette|este|esta)\b`)
	// behind match what is another work's by the words behind its number.
	behind = []*lazyregexp.Regexp{
		lazyregexp.New(of + the + `(?:(?i:refs?|references?)\b|\\?\[\w|(?i:supp|supporting|online|electronic|SI\b|ESM\b)|(?i:their|his|her|its|that|those|another)\s|(?i:companion|original|full|extended|earlier|previous|cited|same|former|latter|accompanying)\s)`),
		lazyregexp.New(of + the + `(?:[\p{L}-]+ ){0,3}` + law),
		lazyregexp.New(of + the + `(?:\p{Lu}{2,}[ -]?\d|` + authors + `)`),
		lazyregexp.New(`^\)?,?\sof\sthe (?:\p{Lu}[\p{L}-]+ ){1,5}\p{Lu}\p{L}+`),
		lazyregexp.New(`^\)?,?\sof\s(?:[\p{L}"“”’'-]+ ){1,6}(?:[(\\]{0,2}\[(?:\d|\p{Lu})|\(` + year + `)`),
		lazyregexp.New(`^\)?,?\s\(?\\?\[?(?:RFC|ISO|IEEE|BCP)[ -]?\d`),
	}
	// supplement matches the words before a part of a supplement. Like the others, they tell whose
	// the part is, but not whose the next one is that "and" joins.
	supplement = lazyregexp.New(`(?i)(?:\b(?:supp(?:l(?:ement(?:ary|al|s)?)?)?\.?|supporting(?: information)?|extended data|additional|online|SI(?: appendix,?)?|ESM|their|his|her)\s+|\brefs?\.? ?\\?\[?\d{1,3}\\?\]?,?\s+)$`)
	// before match what is another work's by the words before it.
	before = []*lazyregexp.Regexp{
		lazyregexp.New(`(?:\bRFC[ -]?\d+\\?\]?,?\s+|[\[(;]\d{1,3}, |\b` + year + `[,:] |\p{Lu}[\p{L}-]+(?:’s|'s|s’|s')(?: \(?` + year + `\)?)? |\b(?:U\.S\.C\.|C\.F\.R\.|USC|CFR) )$`),
		lazyregexp.New(`\\?\[\p{Lu}[\p{L}\d._-]{2,30}\\?\],?\s+$`),
	}
	// beforeSection and behindSection match the name of a law or a standard around a section of it,
	// as in § 2 BGB.
	beforeSection = lazyregexp.New(`(?:\b` + law + `(?: (?:of )?\d{4})?(?: \(\w+\))?,?\s\(?|\b\p{Lu}{2,}[ -]\d[\d.-]*,\s)$`)
	behindSection = lazyregexp.New(`^\s(?:Abs(?:\.|atz) ?\d+ )?(?:\p{Lu}\p{Ll}{0,3}){1,4}\p{Lu}\b`)
	// cited matches a citation before the part of a work, and led a part that no verb follows.
	cited = lazyregexp.New(`(?i)(?:\b(?:see|in|cf\.?|from|of|by|also)\s\\?\[\d{1,3}\\?\],?|\p{L}\s\(` + year + `\),)\s$`)
	led   = lazyregexp.New(`^\)?(?:[.;,)]|\s(?:for|and)\b|\s*$)`)
)

// isNamedBefore reports whether the words before a part tell that it is another work's.
func isNamedBefore(kind article.LinkKind, head, tail string) bool {
	head = scan.Tail(head, maxBefore)
	for _, words := range before {
		if words.MatchString(head) {
			return true
		}
	}
	return kind == article.Section && beforeSection.MatchString(head) || led.MatchString(clip(tail)) && cited.MatchString(head)
}

// isNamedBehind reports whether the words behind a part tell that it is another work's.
func isNamedBehind(kind article.LinkKind, tail string) bool {
	tail = clip(tail)
	if kind == article.Section && behindSection.MatchString(tail) {
		return true
	}
	bare := strings.TrimLeft(tail, "),")
	if !strings.HasPrefix(bare, " ") && !strings.HasPrefix(bare, "\n") {
		return false
	}
	if former.MatchString(tail) {
		return true
	}
	if own.MatchString(tail) {
		return false
	}
	for _, words := range behind {
		if words.MatchString(tail) {
			return true
		}
	}
	return false
}

func clip(tail string) string { return tail[:min(len(tail), maxBehind)] }
