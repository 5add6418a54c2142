package lint

import (
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

// A work that two lists of a book have is no duplicate; one that a list has twice is.
func TestWorksOfLists(t *testing.T) {
	const work = "Wren, A. (1901). The moon and the sea. https://doi.org/10.5555/moon"
	a, body := &article.Article{}, ""
	add := func(text string) article.Span {
		s := article.Span{Start: len(body), End: len(body) + len(text)}
		body += text + "\n\n"
		a.Blocks = append(a.Blocks, s)
		return s
	}
	for _, text := range []string{work, strings.Repeat("The tide rises and falls. ", 20), work, work} {
		s := add(text)
		if text == work {
			a.References = append(a.References, article.Reference{Span: s, Number: len(a.References) + 1, Text: safe.Line(work)})
		}
	}
	a.Body = safe.New(body)
	article.ShareFields(a.Body, a.References)
	problems := checkEntries(a)
	if len(problems) != 1 || problems[0].Start != a.References[2].Start {
		t.Errorf("%v", problems)
	}
}
