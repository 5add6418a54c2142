package reader

import (
	"maps"
	"slices"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/tui/screen"
)

// An awaiting is the mode that waits for one letter, to set a mark or to go to it.
type awaiting struct {
	plainMode
	prompt string
	answer func(Model, rune) (Model, screen.Action)
}

func (a awaiting) update(r Model, msg tea.KeyMsg) (Model, screen.Action) {
	r.mode = nil
	if msg.Type != tea.KeyRunes || msg.Paste {
		return r, nil
	}
	return a.answer(r, msg.Runes[0])
}

func (a awaiting) foot(Model) string { return a.prompt }

// await makes a command that waits for a letter, and then answers it.
func await(prompt string, answer func(Model, rune) (Model, screen.Action)) func(Model, int) (Model, screen.Action) {
	return func(r Model, _ int) (Model, screen.Action) {
		r.mode = awaiting{prompt: prompt, answer: answer}
		return r, nil
	}
}

// setMark sets a mark at the place on screen.
func (r Model) setMark(name rune) (Model, screen.Action) {
	if !unicode.IsLetter(name) && !unicode.IsDigit(name) {
		return r, screen.Say("a mark is a letter or a digit")
	}
	marks := map[rune]screen.Position{name: r.Position()}
	for other, p := range r.marks {
		if other != name {
			marks[other] = p
		}
	}
	r.marks = marks
	return r, screen.Say("marked " + string(name))
}

// goToMark goes to a mark, or to where the reader was before the last jump.
func (r Model) goToMark(name rune) (Model, screen.Action) {
	if name == '\'' || name == '`' {
		return r.swap()
	}
	p, ok := r.marks[name]
	if !ok {
		return r, screen.Say("no mark " + string(name) + r.named())
	}
	r.jump()
	return r.restore(p), nil
}

// named tells the marks that there are.
func (r Model) named() string {
	names := ""
	for _, name := range slices.Sorted(maps.Keys(r.marks)) {
		names += " " + string(name)
	}
	if names == "" {
		return ": m sets one"
	}
	return "; there is" + names
}

// swap goes to where the reader was before the last jump, such that the same again comes
// back.
func (r Model) swap() (Model, screen.Action) {
	p, ok := r.history.Last()
	if !ok || p.Entry != r.entry {
		return r.back()
	}
	r.jump()
	return r.restore(p), nil
}
