package export

import (
	"strings"

	"etal/internal/article"
)

// Markdown returns an article's Markdown, with its authors, date and license under the title.
func Markdown(a *article.Article) string {
	body, attribution := a.Body.String(), a.Attribution().String()
	if attribution == "" {
		return body
	}
	attribution = markdownSigns.Replace(attribution)
	if len(a.Headings) == 0 || len(a.Blocks) == 0 || a.BlockAt(a.Headings[0].Start) != 0 {
		return attribution + "\n\n" + body
	}
	title := a.Blocks[0].End
	return body[:title] + "\n\n" + attribution + body[title:]
}

// markdownSigns escapes the signs that Markdown reads in a line.
var markdownSigns = strings.NewReplacer(`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `&`, `\&`, `~`, `\~`, `#`, `\#`)
