package ingest

import (
	"strings"

	"etal/internal/lazyregexp"
)

// What a page carries around its article is known by lines that no article has: a
// menu's words, an image's file name, a copyright. Such a signal alone takes only
// itself away. Other short lines go with it only where they stand between two
// signals, before the title or after the references; anything that may be the
// article's, a longer paragraph, a caption, an appendix, ends the furniture.

// pagePhrases are whole lines that are furniture wherever they stand.
var pagePhrases = phrases(`
	top of page | bottom of page | back to top | return to top | scroll to top
	skip to content | skip to main content | skip to navigation | skip to main navigation | jump to navigation
	toggle navigation | main menu | navigation menu | table of contents toggle
	share this | share this article | share this post | share this page | share this story | share on facebook | share on twitter | share on x | share on linkedin | share via email
	click to share | email this article | print this article | print this page | print article
	advertisement | advertisment | sponsored content | continue reading below | story continues below | article continues below | article continues after advertisement
	cookie policy | cookie settings | cookie preferences | accept cookies | accept all cookies | manage cookies | we use cookies
	privacy policy | terms of use | terms of service | terms and conditions | all rights reserved
	thanks for subscribing | thank you for subscribing | subscribe to our newsletter | sign up for our newsletter | subscribe now | join our mailing list
	related articles | related posts | related stories | recommended for you | you may also like | you might also like | more from this author | recent posts | popular posts | see all | read more | view all posts
	leave a comment | leave a reply | post a comment | log in to comment | post not marked as liked`)

// menuWords are whole lines that are furniture at the edges of a page, where others
// stand beside them.
var menuWords = phrases(`
	home | about | about us | contact | contact us | blog | news | menu | search | login | log in | sign in | sign up | register | subscribe | my account | cart | shop
	services | faq | careers | donate | support | help | close | open | more | next | previous | prev | share | tweet | print | email | e-mail | save | like | follow | follow us
	facebook | twitter | x | instagram | linkedin | youtube | pinterest | whatsapp | tiktok | reddit | telegram | rss | mastodon | bluesky | threads | newsletter | comments | tags | sitemap | site map | imprint | impressum | datenschutz`)

var (
	imageFile   = lazyregexp.New(`(?i)^[^\s/][^/]{0,80}\.(?:png|jpe?g|gif|svg|webp|avif|ico)$`)
	copyright   = lazyregexp.New(`(?i)^(?:©|\(c\)|copyright\b).{0,120}$`)
	phone       = lazyregexp.New(`(?i)^(?:(?:tel|phone)[.:]*\s*\+?[\d(][\d\s().\-/]{6,20}|\+\d[\d\s().\-/]{7,20}|\(?\d{3}\)?[ .\-]\d{3}[ .\-]\d{4})$`)
	newsletter  = lazyregexp.New(`(?i)\b(?:newsletter|subscrib(?:e|ing|ed)|mailing list|latest (?:news|posts|updates))\b`)
	listMarker  = lazyregexp.New(`^\s*(?:[-*•·–+]\s+|o\s{2,})`)
	articlePart = lazyregexp.New(`(?i)^(?:\d+(?:\.\d+)*\.?\s+)?(?:appendi(?:x|ces)|acknowledge?ments?|funding|author contributions?|authors?['’]? (?:note|information|contributions?)|about the authors?|conflicts? of interest|competing interests?|declarations?|disclosures?|data availability|supplementary|supporting information|abbreviations|notes?|footnotes?|endnotes?|glossary|figures?|fig\.|tables?|box|correspondence|received|accepted|published|ethics|consent|further reading|erratum|correction)\b`)
)

// Limits of what is taken for furniture, in words of a line.
const (
	longLine  = 25 // from here on a line is a paragraph
	briefLine = 20 // up to here a line between two signals at the foot goes with them
	menuLine  = 3  // and at the head
)

func phrases(list string) map[string]bool {
	set := map[string]bool{}
	for _, p := range strings.FieldsFunc(list, func(r rune) bool { return r == '|' || r == '\n' }) {
		set[strings.TrimSpace(p)] = true
	}
	delete(set, "")
	return set
}

// bare returns a line as the phrases are written.
func bare(s string) string {
	s = listMarker.ReplaceAllString(s, "")
	return strings.ToLower(strings.Trim(strings.TrimSpace(s), ".!:…»›>×|*_ "))
}

// isPagePhrase reports whether a line is furniture wherever it stands.
func isPagePhrase(s string) bool { return pagePhrases[bare(s)] }

// isSignal reports whether a line at the edge of a page shows that the page's
// furniture is there.
func isSignal(s string) bool {
	s = strings.TrimSpace(s)
	return isPagePhrase(s) || menuWords[bare(s)] || imageFile.MatchString(s) || copyright.MatchString(s) || phone.MatchString(s) ||
		newsletter.MatchString(s) && len(strings.Fields(s)) <= briefLine
}

// markFurniture tells which lines are furniture; words is the length of the paragraph
// that each is in. The article's own text is known to reach from its first long
// paragraph to the line foot, after the references or the last long paragraph.
func markFurniture(lines []line, words []int, foot int) []bool {
	out := make([]bool, len(lines))
	for i, l := range lines {
		out[i] = isPagePhrase(l.text)
	}
	head := 0
	for head < len(lines) && words[head] < longLine {
		head++
	}
	sandwich(lines[:head], words, out[:head], menuLine)

	for i := foot; i < len(lines); i++ {
		if words[i] >= longLine || articlePart.MatchString(strings.TrimSpace(lines[i].text)) {
			foot = i + 1
		}
	}
	sandwich(lines[foot:], words[foot:], out[foot:], briefLine)
	return out
}

// sandwich marks the signals among lines, and the lines of at most the given words
// that stand between two of them, if there are two at least. One page phrase suffices
// to believe a signal; a menu's word alone might be a title.
func sandwich(lines []line, words []int, out []bool, most int) {
	last := -1
	for i, l := range lines {
		switch {
		case l.blank():
		case isSignal(l.text):
			if last >= 0 {
				for j := last; j <= i; j++ {
					out[j] = true
				}
			}
			last = i
		case l.words() > most || words[i] >= longLine || articlePart.MatchString(strings.TrimSpace(l.text)):
			last = -1
		}
	}
}
