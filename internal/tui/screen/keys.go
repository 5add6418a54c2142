package screen

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// A Command is what keys do on a screen S. It is named here and nowhere else: the help
// screen, the foot, README, the man page and the configuration are made from it.
type Command[S any] struct {
	Name  string // in the configuration, as next-section
	Keys  string // apart by blanks; those after a bar are not shown in help
	Help  string // at most 30 characters
	Run   func(s S, count int) (S, Action)
	Label string // for help and the foot, where the keys do not say enough
	Hint  string // for the foot, where help is too long
	Early bool   // can be answered while the article is still being read
}

// A CommandGroup is some commands under a heading of the help.
type CommandGroup[S any] struct {
	Title    string
	Commands []Command[S]
}

// A Keymap is the commands of a screen, and the keys that they are bound to.
type Keymap[S any] struct {
	screen string // in the configuration
	groups []CommandGroup[S]
	bound  map[string]*boundCommand[S] // by name
	byKey  map[string]*boundCommand[S]
}

// A boundCommand is a command with its keys and what they are called.
type boundCommand[S any] struct {
	Command[S]
	keys  []string
	label string
}

// NewKeymap returns the commands of a screen with their default keys.
func NewKeymap[S any](screen string, groups []CommandGroup[S]) Keymap[S] {
	k := Keymap[S]{screen: screen, groups: groups}
	return k.bind(func(c Command[S]) ([]string, string) {
		shown, hidden, _ := strings.Cut(c.Keys, "|")
		label := c.Label
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
func (k Keymap[S]) bind(keysOf func(Command[S]) ([]string, string)) Keymap[S] {
	k.bound, k.byKey = map[string]*boundCommand[S]{}, map[string]*boundCommand[S]{}
	for _, g := range k.groups {
		for _, c := range g.Commands {
			keys, label := keysOf(c)
			b := &boundCommand[S]{c, keys, label}
			k.bound[c.Name] = b
			for _, key := range keys {
				k.byKey[key] = b
			}
		}
	}
	return k
}

// Describe returns the keymap with another help for a command, such as what it does now.
func (k Keymap[S]) Describe(name, help string) Keymap[S] {
	described := k.bind(func(c Command[S]) ([]string, string) { return k.bound[c.Name].keys, k.bound[c.Name].label })
	described.bound[name].Help = help
	return described
}

// Find returns the command that a key is bound to, and reports whether there is one.
func (k Keymap[S]) Find(msg tea.KeyMsg) (c Command[S], ok bool) {
	b, ok := k.byKey[msg.String()]
	if !ok {
		return c, false
	}
	return b.Command, true
}

// Name returns the name of the command that a key is bound to, "" for none.
func (k Keymap[S]) Name(msg tea.KeyMsg) string {
	if c, ok := k.Find(msg); ok {
		return c.Name
	}
	return ""
}

// A Hint is a key and its effect, for the foot.
type Hint struct{ Key, Does string }

// Hints returns the hints of some commands, those without a key left out.
func (k Keymap[S]) Hints(names ...string) (all []Hint) {
	for _, name := range names {
		c := k.bound[name]
		if key, _, _ := strings.Cut(c.label, " "); key != "" {
			does := c.Hint
			if does == "" {
				does = c.Help
			}
			all = append(all, Hint{key, does})
		}
	}
	return all
}

// A HelpGroup is some keys with what they do, under a title.
type HelpGroup struct {
	Title string
	Keys  [][2]string
}

// Help returns the keys of the screen; commands without one are left out.
func (k Keymap[S]) Help() (groups []HelpGroup) {
	for _, g := range k.groups {
		h := HelpGroup{Title: g.Title}
		for _, c := range g.Commands {
			if b := k.bound[c.Name]; b.label != "" {
				h.Keys = append(h.Keys, [2]string{b.label, b.Help})
			}
		}
		groups = append(groups, h)
	}
	return groups
}
