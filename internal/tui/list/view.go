package list

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"etal/internal/tui/screen"
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

// drawPreview returns the opening of the chosen article as rows.
func (l Model) drawPreview() []string {
	if l.preview == nil || len(l.matches) == 0 {
		return nil
	}
	v := screen.View{Doc: l.preview, Height: l.rows - 1}
	v.Top, _ = v.Doc.First()
	return append([]string{""}, v.Draw(v.Lines(), v.Doc.Width(), nil)...)
}

func (l Model) drawList(columns int) []string {
	indent := strings.Repeat(" ", screen.Margin(columns))
	room := max(columns-2*len(indent), 1)
	head := l.styles.Title.Render("etal") + "  " + l.styles.Dim.Render(l.heading())
	rows := []string{indent + screen.Fit(head, room), ""}
	for i := l.top; i < len(l.matches) && len(rows)+2 <= l.rows; i++ {
		rows = append(rows, l.drawItem(l.matches[i], i == l.chosen, indent, room)...)
	}
	if len(l.matches) == 0 {
		rows = append(rows, indent+l.styles.Dim.Render(screen.Fit("No article matches. Esc clears the filter.", room)))
	}
	for len(rows) < l.rows {
		rows = append(rows, "")
	}
	return rows[:max(l.rows, 0)]
}

// heading says how many articles there are, or what they are filtered by.
func (l Model) heading() string {
	if value := l.filter.Value(); value != "" {
		return "/" + value + "▏ " + strconv.Itoa(len(l.matches)) + " of " + strconv.Itoa(len(l.items))
	}
	return screen.Plural(len(l.items), "article") + " · type to filter"
}

func (l Model) drawItem(m match, chosen bool, indent string, room int) []string {
	marker, style := "  ", l.styles.Name
	if chosen {
		marker, style = l.styles.Key.Render("› "), l.styles.Chosen
	}
	room = max(room-2, 1)
	title := screen.Fit(m.title.String(), room)
	return []string{
		indent + marker + lipgloss.StyleRunes(title, slices.Collect(maps.Keys(m.runes)), l.styles.Match, style),
		indent + "  " + l.styles.Dim.Render(m.subtitle(room)),
		"",
	}
}
