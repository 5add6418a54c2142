package tui

import (
	"path/filepath"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/safe"
)

// An item is an article in the list: what is known of it, which before it was read is its
// name.
type item struct {
	entry      *library.Entry
	title      safe.Text
	authors    []safe.Text
	source     safe.Text
	minutes    int
	references int
	known      bool
	left       string // how much of it was read, and when
	failed     string // why it could not be read
}

func newItem(e *library.Entry) item {
	return item{entry: e, title: e.ID, source: safe.Line(filepath.Base(e.Name().String()))}
}

// read returns the item with what its article says.
func (i item) read(a *article.Article) item {
	i.title, i.authors = a.Title, a.Authors
	i.minutes, i.references, i.known = a.Minutes(), len(a.References), true
	return i
}

// about says who wrote an article or where it is from, how long it takes to read, how many
// references it has and how much of it was read, in the given columns: who wrote it is cut
// first.
func (i item) about(columns int) string {
	switch {
	case i.failed != "":
		return fit(i.failed, columns)
	case i.entry.Host().Len() > 0:
		return fit("on the web, not fetched yet · "+i.entry.Name().String(), columns)
	case !i.known:
		return fit(i.source.String()+" · …", columns)
	}
	facts := " · " + strconv.Itoa(i.minutes) + " min · " + plural(i.references, "reference")
	if i.left != "" {
		facts += " · " + i.left
	}
	by := fit(i.by(), max(columns-columnsOf(facts), min(columns, 8)))
	return fit(by+facts, columns)
}

// by says who wrote an article or, where it does not say, where it is from.
func (i item) by() string {
	switch len(i.authors) {
	case 0:
		return i.source.String()
	case 1:
		return i.authors[0].String()
	case 2:
		return i.authors[0].String() + " and " + i.authors[1].String()
	}
	return i.authors[0].String() + " et al."
}

// A listedMsg tells what was read of an article for the list.
type listedMsg struct {
	item item
	none bool // it is no article, and has no place in the list
}

// readItem reads an article for the list.
func readItem(i item) tea.Cmd {
	return func() tea.Msg {
		a, err := i.entry.Read()
		if err != nil {
			i.failed = safe.Line(err.Error()).String()
			return listedMsg{i, i.entry.Found && library.IsNoArticle(err)}
		}
		return listedMsg{item: i.read(a)}
	}
}

// A previewMsg brings the article that the list shows beside it.
type previewMsg struct {
	entry   *library.Entry
	article *article.Article
}

// readPreview reads an article to be shown beside the list.
func readPreview(e *library.Entry) tea.Cmd {
	return func() tea.Msg {
		a, err := e.Read()
		if err != nil {
			return nil // the list says so
		}
		return previewMsg{e, a}
	}
}
