package tui

import (
	"github.com/charmbracelet/bubbles/key"
)

// Keys are the keys of each screen. Help, the line at the foot and the README are made from
// them, so none of these can say what is not so.
type Keys struct {
	list   listKeys
	reader readerKeys
}

// NewKeys returns the keys as they are where nobody bound them anew.
func NewKeys() Keys { return Keys{newListKeys(), newReaderKeys()} }

type listKeys struct {
	Up, Down, PageUp, PageDown, Top, Bottom key.Binding
	Open, Filter, Clear                     key.Binding
	Help, Quit                              key.Binding
}

func newListKeys() listKeys {
	return listKeys{
		Up:       bind("↑ k", "up", "up", "k", "ctrl+p"),
		Down:     bind("↓ j", "down", "down", "j", "ctrl+n"),
		PageUp:   bind("PgUp", "a page up", "pgup", "ctrl+b"),
		PageDown: bind("PgDn", "a page down", "pgdown", "ctrl+f"),
		Top:      bind("Home", "the first", "home"),
		Bottom:   bind("End", "the last", "end"),
		Open:     bind("Enter", "read", "enter"),
		Filter:   bind("type", "to filter, or / first", "/"),
		Clear:    bind("Esc", "clear the filter, then leave", "esc"),
		Help:     bind("?", "all keys", "?"),
		Quit:     bind("q", "leave", "q"),
	}
}

type readerKeys struct {
	// following
	Next, Prev, Follow, Hints, Back, Forward, ChoosePrev, ChooseNext, References, CitedBy key.Binding
	// moving
	Up, Down, HalfUp, HalfDown, PageUp, PageDown, Top, Bottom, Percent, PrevSection, NextSection key.Binding
	// finding
	Search, NextMatch, PrevMatch, Outline, SetMark, GoToMark key.Binding
	// showing
	Aside, Bare, Wider, Narrower, Theme, Mouse, Furniture key.Binding
	// taking along
	Browse, Copy, CopyBibtex, Edit key.Binding

	Help, Close, Quit key.Binding
}

func newReaderKeys() readerKeys {
	return readerKeys{
		Down:        bind("j ↓", "a line down", "j", "down", "ctrl+e"),
		Up:          bind("k ↑", "a line up", "k", "up", "ctrl+y"),
		HalfDown:    bind("d", "half a page down", "d", "ctrl+d"),
		HalfUp:      bind("u", "half a page up", "u", "ctrl+u"),
		PageDown:    bind("Space PgDn", "a page down", " ", "pgdown", "ctrl+f"),
		PageUp:      bind("b PgUp", "a page up", "b", "pgup", "ctrl+b"),
		Top:         bind("g Home", "to the beginning", "g", "home"),
		Bottom:      bind("G End", "to the end; 12G goes to line 12", "G", "end"),
		Percent:     bind("50%", "to the middle, or wherever the number says", "%"),
		NextSection: bind("}", "next section", "}"),
		PrevSection: bind("{", "previous section", "{"),
		Next:        bind("Tab", "next citation, or link", "tab"),
		Prev:        bind("Shift+Tab", "previous citation, or link", "shift+tab"),
		Hints:       bind("f", "labels, a letter for each citation and link: type it to follow", "f"),
		ChooseNext:  bind("→ l", "choose, among a citation's references", "right", "l"),
		ChoosePrev:  bind("← h", "choose, the other way", "left", "h"),
		Follow:      bind("Enter", "go there, from a citation to the reference, from that to its address", "enter"),
		Back:        bind("Backspace H Alt+←", "back, to the very line", "backspace", "H", "alt+left"),
		Forward:     bind("L Alt+→", "forward", "L", "alt+right"),
		References:  bind("r 12r", "references, and back; 12r goes to reference 12", "r"),
		CitedBy:     bind("c", "where it is cited, a list to go from", "c"),
		Search:      bind("/", "search, with every match shown", "/"),
		NextMatch:   bind("n", "next match", "n"),
		PrevMatch:   bind("N", "previous match", "N"),
		Outline:     bind("t", "outline, with the time and the citations of each section", "t"),
		SetMark:     bind("m", "mark this place, with a letter", "m"),
		GoToMark:    bind("'", "go to a mark; '' to where you were", "'"),
		Aside:       bind("p", "references in view, beside the text", "p"),
		Bare:        bind("z", "hide everything but the text", "z"),
		Wider:       bind("+", "set the text wider", "+"),
		Narrower:    bind("-", "set the text narrower", "-"),
		Theme:       bind("T", "the next theme", "T"),
		Mouse:       bind("M", "let go of the mouse, so that text can be selected; and take it", "M"),
		Furniture:   bind("F", "furniture, what of the page was left out", "F"),
		Browse:      bind("o", "open the link, in the browser", "o"),
		Copy:        bind("y", "copy the reference", "y"),
		CopyBibtex:  bind("Y", "copy it as BibTeX", "Y"),
		Edit:        bind("e", "edit the file, at this line", "e"),
		Help:        bind("?", "all keys", "?"),
		Close:       bind("Esc", "close, then back to the list", "esc"),
		Quit:        bind("q", "back to the list", "q"),
	}
}

// bind makes a binding of keys, with how they are called and what they do in help.
func bind(name, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(name, does))
}

// A keyGroup is some bindings under a heading of the help.
type keyGroup struct {
	title    string
	bindings []key.Binding
}

func (k listKeys) help() []keyGroup {
	return []keyGroup{
		{"The list", []key.Binding{k.Filter, k.Open, k.Down, k.Up, k.PageDown, k.PageUp, k.Top, k.Bottom, k.Clear, k.Help, k.Quit}},
	}
}

func (k readerKeys) help() []keyGroup {
	return []keyGroup{
		{"Citations", []key.Binding{k.Next, k.Prev, k.Follow, k.Hints, k.Back, k.Forward, k.ChooseNext, k.ChoosePrev, k.References, k.CitedBy}},
		{"Moving", []key.Binding{k.Down, k.Up, k.HalfDown, k.HalfUp, k.PageDown, k.PageUp, k.Top, k.Bottom, k.Percent, k.NextSection, k.PrevSection}},
		{"Finding", []key.Binding{k.Search, k.NextMatch, k.PrevMatch, k.Outline, k.SetMark, k.GoToMark}},
		{"Showing", []key.Binding{k.Aside, k.Bare, k.Wider, k.Narrower, k.Theme, k.Mouse, k.Furniture}},
		{"Taking along", []key.Binding{k.Browse, k.Copy, k.CopyBibtex, k.Edit}},
		{"Else", []key.Binding{k.Help, k.Close, k.Quit}},
	}
}

// Help returns the keys of all screens as rows of name and meaning, under headings;
// it is what README shows.
func (k Keys) Help() (groups []HelpGroup) {
	for _, g := range append(k.list.help(), k.reader.help()...) {
		h := HelpGroup{Title: g.title}
		for _, b := range g.bindings {
			if !b.Enabled() {
				continue
			}
			h.Keys = append(h.Keys, [2]string{b.Help().Key, b.Help().Desc})
		}
		groups = append(groups, h)
	}
	return groups
}

// A HelpGroup is some keys with what they do, under a title.
type HelpGroup struct {
	Title string
	Keys  [][2]string
}
