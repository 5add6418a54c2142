package extract

import (
	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
)

var (
	boilerplateName = lazyregexp.New(`(?i)(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|sharedaddy|social|socials|follow|related|recommend(?:ed|ations?)?|promo(?:tion)?s?|newsletter|subscribe|subscription|signup|sign-up|side-?bar|rail|comments?|respond|replies|disqus|adverts?|advertisement|ads?|banner|sponsor(?:ed)?|footer|cookies?|popup|modal|overlay|toolbar|tags?|taglist|pagination|pager|widget|masthead|skip|login|toc|outbrain|taboola|most-read|trending|popular|more-stories|read-more|readmore|print|tools|utility|hatnote|navbox|catlinks|printfooter|byline-bio|author-bio|about-author|authorbox)(?:$|[\s_-])`)
	articleName     = lazyregexp.New(`(?i)(?:^|[\s_-])(?:article|content|main|body|post|entry|text|story|page|section|ltx_[a-z]+|hentry)(?:$|[\s_-])`)
	boilerplateRole = dom.SetOf(`navigation complementary banner contentinfo search dialog alert alertdialog menu menubar toolbar`)
)

// isBoilerplate reports whether an element is boilerplate by its name, class or role.
func isBoilerplate(n *html.Node) bool {
	if n.Type != html.ElementNode || dom.Is(n, "body", "html", "article", "main") {
		return false
	}
	return dom.Is(n, "nav", "footer", "aside") || boilerplateRole[dom.Attr(n, "role")] || boilerplateName.MatchString(dom.ClassAndID(n)) && !articleName.MatchString(dom.ClassAndID(n))
}
