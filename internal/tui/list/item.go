package list

import (
	"path/filepath"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/safe"
	"etal/internal/tui/screen"
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
	none       bool   // it is a file of a folder, and no article
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

// subtitle returns the authors or the source, the minutes to read, the number of references
// and how much was read, in at most columns. The authors are cut first.
func (i item) subtitle(columns int) string {
	switch {
	case i.failed != "":
		return screen.Fit(i.failed, columns)
	case i.entry.Host().Len() > 0:
		return screen.Fit("on the web, not fetched yet · "+i.entry.Name().String(), columns)
	case !i.known:
		return screen.Fit(i.source.String()+" · …", columns)
	}
	facts := " · " + strconv.Itoa(i.minutes) + " min · " + screen.Plural(i.references, "reference")
	if i.left != "" {
		facts += " · " + i.left
	}
	by := screen.Fit(i.byline(), max(columns-screen.ColumnsOf(facts), min(columns, 8)))
	return screen.Fit(by+facts, columns)
}

// byline returns the authors of the article or, where it names none, its source.
func (i item) byline() string {
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

// A ListedMsg brings what the list shows of some articles.
type ListedMsg struct{ items []item }

// readTime is how long articles are read for the list until it shows them: a message for each
// would cost a long list more than the reading.
const readTime = 50 * time.Millisecond

// readItems reads the first of some articles for the list, as many as readTime allows.
func readItems(items []item) tea.Cmd {
	return func() tea.Msg {
		var msg ListedMsg
		for start := time.Now(); len(msg.items) < len(items) && (len(msg.items) == 0 || time.Since(start) < readTime); {
			i := items[len(msg.items)]
			if a, err := i.entry.Read(); err == nil {
				i = i.read(a)
			} else {
				i.failed = safe.Line(err.Error()).String()
				i.none = i.entry.Found && library.IsNoArticle(err)
			}
			msg.items = append(msg.items, i)
		}
		return msg
	}
}

// A PreviewMsg brings the article that the list shows beside it.
type PreviewMsg struct {
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
		return PreviewMsg{e, a}
	}
}

// lastRead returns how much of an article was read and when, as the list shows it.
func lastRead(m places.Mark, now time.Time) string {
	if m.Share < 1 {
		return screen.Percent(m.Share) + " " + Day(m.When, now)
	}
	return "read " + Day(m.When, now)
}

// Day returns the date of a time, as seen from now.
func Day(when, now time.Time) string {
	date := func(t time.Time) time.Time {
		y, m, d := t.In(now.Location()).Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	switch days := int(date(now).Sub(date(when)).Hours() / 24); {
	case days <= 0:
		return "today"
	case days == 1:
		return "yesterday"
	case days < 7:
		return strconv.Itoa(days) + " days ago"
	}
	return when.In(now.Location()).Format("2 Jan 2006")
}
