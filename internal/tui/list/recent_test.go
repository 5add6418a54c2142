package list

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/muesli/termenv"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/read"
	"etal/internal/safe"
	"etal/internal/tui/screen"
)

// Opened articles come under Recent, newest first, but for what the list has anyway and what cannot
// be opened again; only so many are kept.
func TestOpenedIsRecent(t *testing.T) {
	noon := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	given := library.FromBytes("given.md", []byte("Given."))
	l := New([]*library.Entry{given}, nil, screen.NewLook(true, termenv.Ascii), screen.NewKeymap("list", Commands())).SetSize(80, 24)
	folder := t.TempDir()
	open := func(name string, hours int) {
		e := library.File(filepath.Join(folder, name), read.Reader{})
		l = l.Opened(e, &article.Article{Title: safe.Line(name)})
		l = l.Left(map[string]places.Mark{e.Key: {Article: e.Key, When: noon.Add(time.Duration(hours) * time.Hour)}}, noon)
	}
	shown := func() string {
		var titles []string
		for _, i := range l.shown {
			titles = append(titles, i.title.String())
		}
		return strings.Join(titles, " ")
	}
	open("unkept", 0)
	if got := shown(); got != "given" {
		t.Errorf("where nothing recent is kept: %s", got)
	}
	l = l.WithRecent(nil, noon)
	open("a", 1)
	open("b", 2)
	open("a", 3)
	l = l.Opened(given, &article.Article{Title: safe.Line("given")})
	l = l.Opened(library.FromBytes("stdin", []byte("Text.")), &article.Article{Title: safe.Line("stdin")})
	if got := shown(); got != "a b given" {
		t.Errorf("got %s", got)
	}
	for n := range MaxRecent {
		open(fmt.Sprint(n), 4+n)
	}
	if got := shown(); got != "9 8 7 6 5 4 3 2 1 0 given" {
		t.Errorf("got %s", got)
	}
}
