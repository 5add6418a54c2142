package tui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// A command is what keys do on a screen S. It is named here and nowhere else: the help
// screen, the foot, README, the man page and the configuration are made from it.
type command[S any] struct {
	name  string // in the configuration, as next-section
	keys  string // apart by blanks; those after a bar are not shown in help
	help  string // at most 30 characters
	run   func(s S, count int) (S, Action)
	label string // for help and the foot, where the keys do not say enough
	hint  string // for the foot, where help is too long
	early bool   // can be answered while the article is still being read
}

// A commandGroup is some commands under a heading of the help.
type commandGroup[S any] struct {
	title    string
	commands []command[S]
}

// A keymap is the commands of a screen, and the keys that they are bound to.
type keymap[S any] struct {
	screen string // in the configuration
	groups []commandGroup[S]
	bound  map[string]*boundCommand[S] // by name
	byKey  map[string]*boundCommand[S]
}

// A boundCommand is a command with its keys and what they are called.
type boundCommand[S any] struct {
	command[S]
	keys  []string
	label string
}

func newKeymap[S any](screen string, groups []commandGroup[S]) keymap[S] {
	k := keymap[S]{screen: screen, groups: groups}
	return k.bind(func(c command[S]) ([]string, string) {
		shown, hidden, _ := strings.Cut(c.keys, "|")
		label := c.label
		if label == "" {
			label = labelOf(keyNames(shown))
		}
		return keyNames(shown + hidden), label
	})
}

// keyNames splits keys, as "j space", into the names that Bubble Tea has for them.
func keyNames(keys string) []string {
	names := strings.Fields(keys)
	for i, name := range names {
		if name == "space" {
			names[i] = " "
		}
	}
	return names
}

// bind returns the keymap with the keys and labels that a function has for each command.
func (k keymap[S]) bind(keysOf func(command[S]) ([]string, string)) keymap[S] {
	k.bound, k.byKey = map[string]*boundCommand[S]{}, map[string]*boundCommand[S]{}
	for _, g := range k.groups {
		for _, c := range g.commands {
			keys, label := keysOf(c)
			b := &boundCommand[S]{c, keys, label}
			k.bound[c.name] = b
			for _, key := range keys {
				k.byKey[key] = b
			}
		}
	}
	return k
}

// find returns the command that a key is bound to, and reports whether there is one.
func (k keymap[S]) find(msg tea.KeyMsg) (*boundCommand[S], bool) {
	c, ok := k.byKey[msg.String()]
	return c, ok
}

// name returns the name of the command that a key is bound to, "" for none.
func (k keymap[S]) name(msg tea.KeyMsg) string {
	if c, ok := k.find(msg); ok {
		return c.name
	}
	return ""
}

// A hint is a key and what it does, for the foot.
type hint struct{ key, does string }

// hints returns the hints of some commands, those without a key left out.
func (k keymap[S]) hints(names ...string) (all []hint) {
	for _, name := range names {
		c := k.bound[name]
		if key, _, _ := strings.Cut(c.label, " "); key != "" {
			does := c.hint
			if does == "" {
				does = c.help
			}
			all = append(all, hint{key, does})
		}
	}
	return all
}

// A HelpGroup is some keys with what they do, under a title.
type HelpGroup struct {
	Title string
	Keys  [][2]string
}

// help returns the keys of the screen; commands without one are left out.
func (k keymap[S]) help() (groups []HelpGroup) {
	for _, g := range k.groups {
		h := HelpGroup{Title: g.title}
		for _, c := range g.commands {
			if b := k.bound[c.name]; b.label != "" {
				h.Keys = append(h.Keys, [2]string{b.label, c.help})
			}
		}
		groups = append(groups, h)
	}
	return groups
}
