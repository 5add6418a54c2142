package list

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"etal/internal/tui/screen"
)

const (
	// previewColumns is how wide a terminal is from which on the list shows the
	// opening of the chosen article beside it.
	previewColumns = 100
	// roomyRows is how many rows the list has from which on there is room for its head
	// and for two rows of what an article is about, and tallRows from which on for three.
	roomyRows, tallRows = 16, 32
)

// View returns the rows of the screen.
func (l Model) View() []string {
	rows := l.drawList(l.listColumns())
	if l.columns < previewColumns {
		return rows
	}
	left := l.styles.Plain.Width(l.listColumns()).Render(strings.Join(rows, "\n"))
	bar := l.styles.Rule.Render(strings.TrimSuffix(strings.Repeat("│\n", l.rows), "\n"))
	joined := lipgloss.JoinHorizontal(lipgloss.Top, left, " ", bar, "  ", strings.Join(l.drawPreview(), "\n"))
	return strings.Split(joined, "\n")
}

// Status returns how many articles there are below the screen, "" for none.
func (l Model) Status() string {
	if below := len(l.shown) - l.top - l.visible(); below > 0 {
		return "↓ " + strconv.Itoa(below) + " more"
	}
	return ""
}

func (l Model) listColumns() int {
	if l.columns < previewColumns {
		return l.columns
	}
	return min(l.columns*45/100, 72)
}

// headRows returns how many rows stand above the first article.
func (l Model) headRows() int {
	switch {
	case l.rows >= roomyRows:
		return 2
	case l.typing || l.pattern() != "":
		return 1
	}
	return 0
}

// listRows returns how many rows there are for articles.
func (l Model) listRows() int { return max(l.rows-l.headRows(), 1) }

// textColumns returns how many columns the text of an article has.
func (l Model) textColumns() int {
	columns := l.listColumns()
	return max(columns-2*screen.Margin(columns)-len("› "), 1)
}

// aboutLines returns what an article is about: its summary where that fits, or else the first
// sentence of it, as far as that does.
func (l Model) aboutLines(i *item) []string {
	rows := 1
	switch {
	case l.rows >= tallRows:
		rows = 3
	case l.rows >= roomyRows:
		rows = 2
	}
	return screen.Wrap(i.aboutWithin(l.textColumns()*rows), l.textColumns(), rows)
}

// height returns how many rows the nth article shown takes: its heading, its title, what it is
// about, its facts, and a blank one.
func (l Model) height(n int) int {
	rows := 3 + len(l.aboutLines(l.shown[n]))
	if l.heading(n) != "" {
		rows++
	}
	return rows
}

func (l Model) drawList(columns int) []string {
	indent := strings.Repeat(" ", screen.Margin(columns))
	room := max(columns-2*len(indent), 1)
	var rows []string
	if l.headRows() > 0 {
		rows = append(rows, indent+screen.Fit(l.head(room), room), "")[:l.headRows()]
	}
	for n := l.top; n < len(l.shown) && len(rows) < l.rows; n++ {
		for _, row := range l.drawItem(n) {
			rows = append(rows, indent+row)
		}
	}
	if len(l.shown) == 0 {
		rows = append(rows, indent+l.styles.Dim.Render(screen.Fit("No article matches. Esc clears the filter.", room)))
	}
	for len(rows) < l.rows {
		rows = append(rows, "")
	}
	return rows[:max(l.rows, 0)]
}

// head returns how many articles there are and in which order, or what they are filtered by.
func (l Model) head(room int) string {
	if !l.typing && l.pattern() == "" {
		return l.styles.Title.Render("etal") + "  " + l.styles.Dim.Render(screen.Plural(len(l.items), "article")+" · "+orders[l.order].name)
	}
	count := strconv.Itoa(len(l.shown)) + " of " + strconv.Itoa(len(l.items))
	return l.drawInput(max(room-len(count)-2, 2)) + "  " + l.styles.Dim.Render(count)
}

// drawInput returns the filter in at most some columns, with a cursor while it is typed.
func (l Model) drawInput(columns int) string {
	letters := []rune(l.pattern())
	before, after := string(letters[:l.input.Position()]), string(letters[l.input.Position():])
	cursor := ""
	if l.typing {
		cursor = "▏"
	}
	before = screen.FitEnd(before, columns-len("/")-screen.ColumnsOf(cursor))
	return l.styles.Key.Render("/") + screen.Fit(before+cursor+after, columns-len("/"))
}

// drawItem returns the rows of the nth article shown.
func (l Model) drawItem(n int) []string {
	i, words := l.shown[n], filterWords(l.pattern())
	letters := false
	if len(words) > 0 {
		_, ok := i.score(words)
		letters = !ok
	}
	draw := func(text string, style lipgloss.Style, letters bool) string {
		if runes := matched(text, words, letters); len(runes) > 0 {
			return lipgloss.StyleRunes(text, runes, l.styles.Match, style)
		}
		return style.Render(text)
	}
	marker, title := "  ", l.styles.Name
	if n == l.chosen {
		marker, title = l.styles.Key.Render("› "), l.styles.Chosen
	}
	var rows []string
	if heading := l.heading(n); heading != "" {
		rows = append(rows, l.styles.Title.Render(screen.Fit(heading, l.textColumns())))
	}
	rows = append(rows, marker+draw(screen.Fit(i.title.String(), l.textColumns()), title, letters))
	for _, line := range l.aboutLines(i) {
		rows = append(rows, "  "+draw(line, l.styles.Plain, false))
	}
	facts := i.facts(l.textColumns(), l.sharedAuthors)
	for _, tag := range i.tags {
		if len(matched(tag.String(), words, false)) > 0 {
			facts += " · " + tag.String()
		}
	}
	return append(rows, "  "+draw(screen.Fit(facts, l.textColumns()), l.styles.Dim, false), "")
}

// drawPreview returns the opening of the chosen article as rows.
func (l Model) drawPreview() []string {
	if l.preview == nil || len(l.shown) == 0 {
		return nil
	}
	v := screen.View{Doc: l.preview, Height: l.rows - 1}
	v.Top, _ = v.Doc.First()
	return append([]string{""}, v.Draw(v.Lines(), v.Doc.Width(), nil)...)
}
