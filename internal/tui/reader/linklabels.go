package reader

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/nav"
	"etal/internal/tui/screen"
)

// hintLetters label what is on screen, those under the fingers first.
const hintLetters = "asdfghjklqwertyuiopzxcvbnm"

// hints is the mode in which every citation, link and reference on screen has a label:
// typing it goes there.
type hints struct {
	plainMode
	stops  []nav.Focus
	labels []string
	typed  string
}

func (r Model) showLabels() (Model, screen.Action) {
	stops := r.onScreen()
	if len(stops) == 0 {
		return r, screen.Say("no citation or link on this screen")
	}
	r.mode = hints{stops: stops, labels: hintLabels(len(stops))}
	return r, nil
}

// onScreen returns what on the screen can be followed.
func (r Model) onScreen() []nav.Focus {
	if len(r.view.Lines()) == 0 {
		return nil
	}
	return slices.DeleteFunc(r.stops.Within(r.shown()), func(f nav.Focus) bool {
		s, _ := f.Span(r.article)
		return !r.view.Shows(s.Start)
	})
}

// hintLabels returns n labels of which none begins another.
func hintLabels(n int) []string {
	labels := strings.Split(hintLetters, "")
	for i := 0; len(labels) < n && i < len(labels); i++ {
		first := labels[0]
		labels = labels[1:]
		for _, second := range hintLetters {
			labels = append(labels, first+string(second))
		}
	}
	return labels[:min(n, len(labels))]
}

func (h hints) update(r Model, msg tea.KeyMsg) (Model, screen.Action) {
	r.mode = nil
	if msg.Type == tea.KeyBackspace && h.typed != "" {
		h.typed = ""
		r.mode = h
		return r, nil
	}
	if msg.Type != tea.KeyRunes || msg.Paste {
		return r, nil
	}
	h.typed += strings.ToLower(string(msg.Runes))
	for i, label := range h.labels {
		switch {
		case label == h.typed:
			r = r.setFocus(h.stops[i])
			return r.follow()
		case strings.HasPrefix(label, h.typed):
			r.mode = h
		}
	}
	if r.mode == nil {
		return r, screen.Say("nothing is labelled " + h.typed)
	}
	return r, nil
}

func (h hints) foot(Model) string { return "go to: " + h.typed + "▏" }

func (h hints) view(r Model) []string {
	lines := r.view.Lines()
	for i, label := range h.labels {
		rest, fits := strings.CutPrefix(label, h.typed)
		if !fits {
			continue
		}
		s, _ := h.stops[i].Span(r.article)
		for j := range lines {
			if covered, ok := lines[j].Cover(s.Start, rest, r.look.Theme.Hint); ok {
				lines[j] = covered
				break
			}
		}
	}
	return r.drawLines(lines)
}
