package linemode

import (
	"bufio"
	"bytes"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/library"
)

func TestPages(t *testing.T) {
	e := library.FromBytes("moons.txt", []byte("The first page begins.\n\nThe second page begins.\n\nThe third page begins.\n"))
	a, err := e.Read()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	s := &session{out: bufio.NewWriter(&out), width: 80, atHand: &atHand{}}
	if err := s.read(e); err != nil {
		t.Fatal(err)
	}
	s.answer("page 2")
	for i, name := range []string{"The first", "The second", "The third"} {
		a.Pages = append(a.Pages, article.Page{Start: strings.Index(a.Body.String(), name), Number: i + 1})
	}
	s.article = a
	for _, line := range []string{"page 2", "where", "page 4", "page", "page 3", "back"} {
		s.answer(line)
	}
	_ = s.out.Flush()
	_, got, _ := strings.Cut(out.String(), "commands.\n")
	const want = `This article has no pages.
The second page begins.
68 percent, page 3.
Which page? There are 3.
Which page? There are 3.
The third page begins.
68 percent, page 3.
`
	if got != want {
		t.Errorf("the answers are\n%s", got)
	}
}
