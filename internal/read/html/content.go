package html

import (
	"maps"
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"etal/internal/boilerplate"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Which part of a page is its article. A reader-mode library finds where the text is, but it was
// made for news and drops what scholars need: so whatever it drops inside the article is restored
// unless it looks like boilerplate, and so are the references. If nothing on a page is marked as
// boilerplate, all of it is the article.

var (
	boilerplateName = lazyregexp.New(`(?i)(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|sharedaddy|social|socials|follow|related|recommend(?:ed|ations?)?|promo(?:tion)?s?|newsletter|subscribe|subscription|signup|sign-up|side-?bar|rail|comments?|respond|replies|disqus|adverts?|advertisement|ads?|banner|sponsor(?:ed)?|footer|cookies?|popup|modal|overlay|toolbar|tags?|taglist|pagination|pager|widget|masthead|skip|login|toc|outbrain|taboola|most-read|trending|popular|more-stories|read-more|readmore|print|tools|utility|hatnote|navbox|catlinks|printfooter|byline-bio|author-bio|about-author|authorbox)(?:$|[\s_-])`)
	articleName     = lazyregexp.New(`(?i)(?:^|[\s_-])(?:article|content|main|body|post|entry|text|story|page|section|ltx_[a-z]+|hentry)(?:$|[\s_-])`)
	boilerplateRole = setOf(`navigation complementary banner contentinfo search dialog alert alertdialog menu menubar toolbar`)
)

// Limits and judgements of the selection. The lengths were found by trial on pages whose articles
// are known.
const (
	maxElements = 60_000 // on a page that the library is given: it takes more than linear time
	maxLines    = 500    // that are reported as removed

	shortestArticle = 150 // in runes; less is a mistake of the library
	shortestLead    = 80  // in runes: of a paragraph that the text begins with
	longestPhrase   = 100 // in runes: of an element that is boilerplate for its words
	fewestInTeaser  = 4   // words of a link that is called like an article
)

// isBoilerplate reports whether an element is boilerplate by its name, class or role.
func isBoilerplate(n *html.Node) bool {
	if n.Type != html.ElementNode || isElement(n, "body", "html", "article", "main") {
		return false
	}
	return isElement(n, "nav", "footer", "aside") || boilerplateRole[attr(n, "role")] || boilerplateName.MatchString(names(n)) && !articleName.MatchString(names(n))
}

// elementKey is the name of the attribute that tells the library's copies of elements apart,
// without their number.
const elementKey = "etal-"

// extractContent returns the elements that the library takes for the article's, with all that
// they are in, or nil if the whole page is the article.
func (p *page) extractContent() map[*html.Node]bool {
	if find(p.root, isBoilerplate) == nil {
		return nil
	}
	var elements []*html.Node
	walk(p.root, func(n *html.Node) bool {
		if n.Type == html.ElementNode {
			n.Attr = append(n.Attr, html.Attribute{Key: elementKey + strconv.Itoa(len(elements))})
			elements = append(elements, n)
		}
		return true
	})
	if len(elements) > maxElements {
		return nil
	}
	parser := readability.NewParser()
	parser.KeepClasses = true
	found, err := parser.ParseDocument(p.root, nil)
	if err != nil || found.Node == nil {
		return nil
	}
	kept := map[*html.Node]bool{}
	walk(found.Node, func(n *html.Node) bool {
		for _, a := range n.Attr {
			if number, ok := strings.CutPrefix(a.Key, elementKey); ok {
				if i, err := strconv.Atoi(number); err == nil && i >= 0 && i < len(elements) {
					addWithParents(kept, elements[i])
				}
			}
		}
		return true
	})
	if len(kept) == 0 {
		return nil
	}
	return kept
}

// selectContent decides which elements are omitted and reports their lines as removed. Kept is
// what extractContent returned.
func (p *page) selectContent(kept map[*html.Node]bool) {
	if kept == nil {
		return
	}
	for n := range p.withEntries {
		kept[n] = true
	}
	for _, l := range p.lists {
		if l.heading != nil {
			addWithParents(kept, l.heading)
		}
	}
	before := maps.Clone(p.omitted)
	p.restoreDropped(kept)
	if p.remainingText() < shortestArticle {
		p.omitted = before
	}
	p.reportOmitted()
}

// remainingText returns how much text is not omitted.
func (p *page) remainingText() int {
	text := p.contents[p.body].text
	walk(p.body, func(n *html.Node) bool {
		if p.omitted[n] {
			text -= p.contents[n].text
		}
		return !p.omitted[n]
	})
	return text
}

// innermost returns the smallest element that holds all that is kept.
func (p *page) innermost(kept map[*html.Node]bool) *html.Node {
	root := p.body
	for {
		var only *html.Node
		for c := root.FirstChild; c != nil; c = c.NextSibling {
			if kept[c] {
				if only != nil {
					return root
				}
				only = c
			}
		}
		if only == nil {
			return root
		}
		root = only
	}
}

// restoreDropped omits what is not kept unless it stands in the article and looks like a part of
// it, and what is kept but is boilerplate by its own account.
func (p *page) restoreDropped(kept map[*html.Node]bool) {
	root := p.innermost(kept)
	all := p.contents[root].text
	begun := len(p.lists) > 0 // whether the text has begun; what precedes it is the site's headings
	titled := false           // whether the title has passed
	aroundTitle := map[*html.Node]bool{}
	if p.title != nil {
		addWithParents(aroundTitle, p.title)
	}
	var visit func(n *html.Node, inArticle bool)
	visit = func(n *html.Node, inArticle bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			within := inArticle || c == root
			titled = titled || c == p.title
			switch {
			case kept[c] && !(within && c != root && p.isForeign(c, all)):
				begun = begun || isElement(c, "p") && p.contents[c].text > shortestLead
				visit(c, within)
			case inArticle && begun && !kept[c] && !isBoilerplate(c) && (kept[n] && !blockTags[c.Data] || p.belongs(c)):
				visit(c, true)
			case (titled || aroundTitle[c]) && !begun && !isBoilerplate(c) && p.contents[c].blocks && !isElement(c, "figure", "ul", "ol", "dl", "table", "form"):
				visit(c, false)
			case titled && !begun && !isBoilerplate(c) && p.isLead(c):
			default:
				p.omitted[c] = true
			}
		}
	}
	visit(p.body, root == p.body)
}

// isLead reports whether an element between the title and the text that the library found is a
// paragraph of the article: a sentence without links.
func (p *page) isLead(n *html.Node) bool {
	in := p.contents[n]
	return isElement(n, "p", "div", "h2", "h3", "section") && !in.blocks && in.links == 0 && in.text >= shortestLead && strings.ContainsAny(textIn(n), ".!?。")
}

// isForeign reports whether an element in an article with so much text is boilerplate: a small
// part that is called so, a line that is one of its phrases, or a list of links.
func (p *page) isForeign(n *html.Node, all int) bool {
	in := p.contents[n]
	if p.withEntries[n] {
		return false
	}
	if isBoilerplate(n) && in.text*4 <= all {
		return true
	}
	if !blockTags[n.Data] || in.text == 0 {
		return false
	}
	if in.text < longestPhrase && boilerplate.IsPagePhrase(textIn(n)) {
		return true
	}
	if len(p.lists) > 0 {
		return false
	}
	return p.isTeaser(n) || in.blocks && isElement(n, "ul", "ol", "div", "section") && in.links*10 > in.text*7
}

// isTeaser reports whether a paragraph is nothing but a link to another article of the site.
func (p *page) isTeaser(n *html.Node) bool {
	in := p.contents[n]
	if !isElement(n, "p", "div", "h2", "h3", "h4") || p.base == nil || in.blocks || in.links < in.text || len(strings.Fields(textIn(n))) < fewestInTeaser {
		return false
	}
	a := find(n, func(c *html.Node) bool { return c.Data == "a" })
	to, err := p.base.Parse(attr(a, "href"))
	return err == nil && p.isSameSite(to.String())
}

// belongs reports whether an element that the library dropped inside the article may be part of
// it: less than half of its text are links. Without references, it must also be of a kind that articles have.
func (p *page) belongs(n *html.Node) bool {
	in := p.contents[n]
	if in.text == 0 || in.links*2 > in.text {
		return isElement(n, "img", "br", "hr", "math")
	}
	return len(p.lists) > 0 || isHeading(n) || isElement(n, "p", "pre", "blockquote", "table", "math", "li", "tr", "td", "th", "tbody", "thead")
}

// reportOmitted adds the lines of what is omitted to what was removed.
func (p *page) reportOmitted() {
	walk(p.body, func(n *html.Node) bool {
		if !p.omitted[n] {
			return true
		}
		walk(n, func(c *html.Node) bool {
			if c.Type != html.ElementNode || p.contents[c].blocks {
				return true
			}
			if text := textIn(c); text != "" && len(p.removed) < maxLines {
				p.removed = append(p.removed, safe.Line(text))
			}
			return false
		})
		return false
	})
}
