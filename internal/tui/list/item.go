package list

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/safe"
	"etal/internal/search"
	"etal/internal/tui/screen"
)

// An item is an article in the list: what is known of it, which before it was read is its
// name. It does not change.
type item struct {
	entry      *library.Entry
	title      safe.Text
	authors    []safe.Text
	about      safe.Text // its summary
	tags       []safe.Text
	source     safe.Text
	minutes    int
	references int
	known      bool
	folded     string      // what the filter looks through: a line each, in the order of their worth
	left       places.Mark // where it was left; the zero mark if it was not opened yet
	lastRead   string      // how much of it was read, and when
	tour       bool        // it stands first until it was read
	recent     bool        // it is listed under Recent
	failed     string      // why it could not be read
	gone       bool        // its file is not there
	none       bool        // it is a file of a folder, and no article
}

func newItem(e *library.Entry) item {
	i := item{entry: e, title: e.ID, source: safe.Line(filepath.Base(e.Name().String()))}
	return i.fold("")
}

// newRecent returns the item of an article that was opened in an earlier run.
func newRecent(e *library.Entry, left places.Mark, now time.Time) item {
	i := newItem(e).leftAt(left, now)
	i.recent = true
	if title := safe.Line(left.Title); title.Len() > 0 {
		i.title = title
	}
	return i.fold("")
}

// leftAt returns the item with where its article was left.
func (i item) leftAt(left places.Mark, now time.Time) item {
	i.left, i.lastRead = left, lastRead(left, now)
	return i
}

// read returns the item with what its article says.
func (i item) read(a *article.Article) item {
	i.title, i.authors, i.about, i.tags = a.Title, a.Authors, a.Summary, a.Tags
	i.minutes, i.references, i.known = a.Minutes(), len(a.References), true
	i.failed, i.gone = "", false
	tags := make([]string, len(a.Tags))
	for n, tag := range a.Tags {
		tags[n] = tag.String()
	}
	return i.fold(strings.Join(tags, ", "), a.Summary.String(), a.Date.String())
}

// fold returns the item with what the filter looks through, its title first.
func (i item) fold(more ...string) item {
	authors := make([]string, len(i.authors))
	for n, author := range i.authors {
		authors[n] = author.String()
	}
	var lines []string
	for _, line := range append([]string{i.title.String(), i.name(), strings.Join(authors, ", ")}, more...) {
		folded, _ := search.Fold(safe.Line(line))
		lines = append(lines, folded)
	}
	i.folded = strings.Join(lines, "\n")
	return i
}

// name returns what the filter takes for the name: that in the list, and that of the file or a URL.
func (i *item) name() string {
	id, source := i.entry.ID.String(), i.source.String()
	switch {
	case i.entry.Path == "" && i.entry.Lasting():
		source = i.entry.Name().String()
	case strings.HasPrefix(source, id):
		return source
	}
	return id + " " + source
}

// foldedTitle returns the title by which articles are sorted.
func (i *item) foldedTitle() string {
	title, _, _ := strings.Cut(i.folded, "\n")
	return title
}

// aboutWithin returns what the article is about: its summary, or the first sentence of one that
// takes more than some columns.
func (i *item) aboutWithin(columns int) string {
	about := i.about.String()
	if screen.ColumnsOf(about) > columns {
		return article.FirstSentence(about)
	}
	return about
}

// facts returns the authors, unless they are shared, or else the source, the minutes to read, the
// number of references and how much was read, in at most columns. The authors are cut first.
func (i *item) facts(columns int, sharedAuthors string) string {
	read := ""
	if i.lastRead != "" {
		read = " · " + i.lastRead
	}
	switch {
	case i.gone:
		return screen.Fit("no longer there: "+i.source.String(), columns)
	case i.failed != "":
		return screen.Fit(i.failed, columns)
	case i.entry.Host().Len() > 0 && read != "":
		return screen.Fit(i.entry.Host().String()+", on the web"+read, columns)
	case i.entry.Host().Len() > 0:
		return screen.Fit("on the web, not fetched yet · "+i.entry.Name().String(), columns)
	case !i.known:
		return screen.Fit(i.source.String()+" · …", columns)
	}
	facts := strconv.Itoa(i.minutes) + " min"
	if i.references > 0 {
		facts += " · " + screen.Plural(i.references, "reference")
	}
	facts += read
	by := i.byline()
	if room := columns - screen.ColumnsOf(" · "+facts); by != sharedAuthors && room >= min(leastByline, screen.ColumnsOf(by)) {
		facts = screen.Fit(by, room) + " · " + facts
	}
	return screen.Fit(facts, columns)
}

// leastByline is the columns from which on a part of the authors is worth showing.
const leastByline = 8

// byline returns the authors of the article or, where it names none, its source.
func (i *item) byline() string {
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

// A ListedMsg brings what the list shows of some articles, and the works that they cite.
type ListedMsg struct {
	items []*item
	Works library.Works
}

// readTime is how long articles are read for the list until it shows them: a message for each
// would cost a long list more than the reading.
const readTime = 50 * time.Millisecond

// readItems reads the first of some articles for the list, as many as readTime allows.
func readItems(items []*item) tea.Cmd {
	return func() tea.Msg {
		var msg ListedMsg
		for start := time.Now(); len(msg.items) < len(items) && (len(msg.items) == 0 || time.Since(start) < readTime); {
			i := *items[len(msg.items)]
			if a, err := i.entry.Glance(); err == nil {
				i = i.read(a)
				msg.Works = msg.Works.With(library.WorksOf(i.entry, a))
			} else {
				i.failed = safe.Line(err.Error()).String()
				i.gone = i.recent && errors.Is(err, fs.ErrNotExist)
				i.none = i.entry.Found && library.IsNoArticle(err)
			}
			msg.items = append(msg.items, &i)
		}
		msg.Works = msg.Works.Joined()
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
	if !m.AtEnd() {
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
