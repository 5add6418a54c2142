// Package boilerplate knows what web pages carry around an article: the words of menus, of
// sign-up boxes and share buttons, names of image files, copyright lines, and the rows of links
// under references. It judges lines; it must not know of file formats.
package boilerplate

import (
	"strings"

	"etal/internal/lazyregexp"
)

// pagePhrases are lines that are boilerplate wherever they stand.
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

// menuWords are lines that are boilerplate at the edges of a page, beside others.
var menuWords = phrases(`
	home | about | about us | contact | contact us | blog | news | menu | search | login | log in | sign in | sign up | register | subscribe | my account | cart | shop
	services | faq | careers | donate | support | help | close | open | more | next | previous | prev | share | tweet | print | email | e-mail | save | like | follow | follow us
	facebook | twitter | x | instagram | linkedin | youtube | pinterest | whatsapp | tiktok | reddit | telegram | rss | mastodon | bluesky | threads | newsletter | comments | tags | sitemap | site map | imprint | impressum | datenschutz`)

// AdditionalData is the line that PubMed Central puts in place of a file.
const AdditionalData = "Click here for additional data file."

var (
	imageFile  = lazyregexp.New(`(?i)^[^\s/][^/]{0,80}\.(?:png|jpe?g|gif|svg|webp|avif|ico)$`)
	copyright  = lazyregexp.New(`(?i)^(?:©|\(c\)|copyright\b).{0,120}$`)
	phone      = lazyregexp.New(`(?i)^(?:(?:tel|phone)[.:]*\s*\+?[\d(][\d\s().\-/]{6,20}|\+\d[\d\s().\-/]{7,20}|\(?\d{3}\)?[ .\-]\d{3}[ .\-]\d{4})$`)
	newsletter = lazyregexp.New(`(?i)\b(?:newsletter|subscrib(?:e|ing|ed)|mailing list|latest (?:news|posts|updates))\b`)
	marker     = lazyregexp.New(`^\s*(?:[-*•·–+]\s+|o\s{2,})`)
	partName   = lazyregexp.New(`(?i)^(?:\d+(?:\.\d+)*\.?\s+)?(?:appendi(?:x|ces)|acknowledge?ments?|funding|author contributions?|authors?['’]? (?:note|information|contributions?)|about the authors?|conflicts? of interest|competing interests?|declarations?|disclosures?|data availability|supplementary|supporting information|abbreviations|notes?|footnotes?|endnotes?|glossary|figures?|figs?|tables?|box|correspondence|received|accepted|published|ethics|consent|further reading|erratum|correction)\b`)
)

// phrases returns the set of the phrases between bars and line ends.
func phrases(list string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(list) {
		for _, p := range strings.Split(line, "|") {
			set[strings.TrimSpace(p)] = true
		}
	}
	delete(set, "")
	return set
}

// bare returns a line as the phrases are written.
func bare(s string) string {
	s = s[len(ListMarker(s)):]
	return strings.ToLower(strings.Trim(strings.TrimSpace(s), ".!:…»›>×|*_ "))
}

// ListMarker returns the bullet that a line begins with, with the blanks around it; "" if there is
// none.
func ListMarker(s string) string { return marker.FindString(s) }

// IsImageFile reports whether s is the name of an image file.
func IsImageFile(s string) bool { return imageFile.MatchString(s) }

// IsArticlePart reports whether a line, without its indentation, begins a part of an article: an
// appendix, a caption, acknowledgements.
func IsArticlePart(s string) bool { return partName.MatchString(s) }

// IsPagePhrase reports whether a line is boilerplate wherever it stands.
func IsPagePhrase(s string) bool { return pagePhrases[bare(s)] }

// IsSignal reports whether a line at the edge of a page is a sign of its boilerplate.
func IsSignal(s string) bool {
	s = strings.TrimSpace(s)
	return IsPagePhrase(s) || menuWords[bare(s)] || imageFile.MatchString(s) || copyright.MatchString(s) || phone.MatchString(s) ||
		newsletter.MatchString(s) && len(strings.Fields(s)) <= briefLine
}
