package markdown

import (
	"slices"
	"strings"
	"unicode"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/markdown"
	"etal/internal/names"
	"etal/internal/read/markdown/frontmatter"
	"etal/internal/safe"
)

// withFrontMatter returns a body with what front matter says of it that readers should see: the title
// unless the first heading is it, the subtitle and the abstract. The headings of the body keep their
// levels, as its links and its outline rely on them.
func withFrontMatter(m *doc.Meta, f frontmatter.Fields, body string) string {
	title := m.Title.String()
	head := doc.Escape(title)
	if markedTitle.MatchString(title) {
		head, m.Title = title, safe.Line(plain(inlineNote.ReplaceAllString(title, "")))
	}
	subtitle := f.Line("subtitle", "sub_title").String()
	first, heading := firstHeading(body)
	is := sameWords(heading, title) || subtitle != "" && sameWords(heading, title+" "+subtitle)
	var before strings.Builder
	switch {
	case title == "":
	case !is:
		before.WriteString("# " + head + "\n\n")
		if subtitle != "" {
			before.WriteString("*" + doc.EscapeInline(subtitle) + "*\n\n")
		}
	default:
		before.WriteString(body[:first])
		if body = strings.TrimLeft(body[first:], "\n"); before.Len() > 0 {
			before.WriteString("\n\n")
		}
		if subtitle != "" && !sameWords(heading, title+" "+subtitle) && !strings.Contains(names.Fold(body[:min(len(body), len(subtitle)+100)]), names.Fold(subtitle)) {
			before.WriteString("*" + doc.EscapeInline(subtitle) + "*\n\n")
		}
	}
	if abstract := strings.TrimSpace(f.Text("abstract").String()); abstract != "" && !beginsWith(body, abstract) {
		name := f.Line("abstract-title").String()
		if name == "" {
			name = "Abstract"
		}
		before.WriteString(strings.Repeat("#", sectionDepth(before.String()+body)) + " " + name + "\n\n" + abstract + "\n\n")
	}
	return before.String() + body
}

var (
	// markedTitle matches a title with Markdown in it, as Pandoc and Quarto have it.
	markedTitle = lazyregexp.New("^[^<>]*(?:\\*[^\\s*][^*]*\\*|`[^`]+`|\\$[^\\s$][^$]*\\$|\\^\\[)[^<>]*$")
	inlineNote  = lazyregexp.New(`\^\[[^\]]*\]`)
)

// maxBeforeHeading is the number of blocks at the beginning of a body among which its first heading is
// looked for.
const maxBeforeHeading = 20

// firstHeading returns the title of the first heading of a body, and where that ends.
func firstHeading(body string) (end int, title string) {
	for i, b := range markdown.Cut(body[:min(len(body), frontmatter.Max)]) {
		if level, title := headingOf(body[b.Start:b.End]); level > 0 && i < maxBeforeHeading && !boldLine.MatchString(body[b.Start:b.End]) {
			return b.End, title
		}
		if m := htmlHeading.FindStringSubmatch(body[b.Start:b.End]); m != nil && i < maxBeforeHeading && markdown.IsHTML(body[b.Start:b.End]) {
			return b.End, m[1]
		}
	}
	return 0, ""
}

// htmlHeading matches a heading in HTML.
var htmlHeading = lazyregexp.New(`(?is)<h[1-6](?:\s[^<>]*)?>(.*?)</h[1-6]\s*>`)

// attributesAtEnd matches the attributes of a heading.
var attributesAtEnd = lazyregexp.New(`\s*\{[^{}]*\}\s*$`)

// sameWords reports whether a heading has the words of a title.
func sameWords(heading, title string) bool {
	heading = plain(attributesAtEnd.ReplaceAllString(heading, ""))
	return title != "" && slices.Equal(words(heading), words(plain(title)))
}

// words returns the words of a text without regard to case and accents.
func words(text string) []string {
	return strings.FieldsFunc(names.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// beginsWith reports whether a text has a paragraph among its first ones.
func beginsWith(body, paragraph string) bool {
	first, _, _ := strings.Cut(paragraph, "\n")
	head := body[:min(len(body), len(paragraph)+2000)]
	return strings.Contains(head, strings.TrimSpace(first[:min(len(first), 60)]))
}
