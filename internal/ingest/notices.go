package ingest

import (
	"fmt"
	"slices"

	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/safe"
)

// What the reader is told where a limit has changed how an article looks: once for each
// limit, however often it was met.
var (
	noticeDeep        = fmt.Sprintf("quotes and lists that are nested deeper than %d levels are shown at that depth", markdown.MaxDepth)
	noticeFlat        = "what is nested too deep or is too long to be parsed is shown as plain text"
	noticePage        = "the page is nested too deep to be read: what is shown is the text between its tags"
	noticeFrontMatter = fmt.Sprintf("front matter of more than %d KiB is shown as text", maxFrontMatter>>10)
	noticeDefinitions = "link definitions that would make far more of the text than it is are shown as text"
)

// notify adds a notice that the article does not have yet.
func notify(a *article.Article, notice string) {
	if text := safe.Line(notice); !slices.Contains(a.Notices, text) {
		a.Notices = append(a.Notices, text)
	}
}

// notifyTree says what is not shown of a block as its author wrote it.
func notifyTree(a *article.Article, t markdown.Tree) {
	if t.Flat {
		notify(a, noticeFlat)
	} else if t.Depth() > markdown.MaxDepth {
		notify(a, noticeDeep)
	}
}
