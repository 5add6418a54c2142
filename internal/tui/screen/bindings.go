package screen

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Binding is the keys that are bound to a command.
type Binding struct {
	Screen string   // list or reader
	Name   string   // such as next-section
	Keys   []string // such as tab, ctrl+n or }
}

// String names the command as the configuration does.
func (b Binding) String() string { return "keys." + b.Screen + "." + b.Name }

func (k Keymap[S]) Bindings() (all []Binding) {
	for _, g := range k.groups {
		for _, c := range g.Commands {
			all = append(all, Binding{k.screen, c.Name, k.bound[c.Name].keys})
		}
	}
	return all
}

// A BindError says why a command cannot be bound to the keys that were asked for.
type BindError struct {
	Binding Binding
	Why     string
}

func (e BindError) Error() string { return e.Binding.String() + ": " + e.Why }

func (k Keymap[S]) Rebind(overrides []Binding) Keymap[S] {
	overrides = slices.DeleteFunc(slices.Clone(overrides), func(b Binding) bool { return b.Screen != k.screen })
	return k.bind(func(c Command[S]) ([]string, string) {
		if i := slices.IndexFunc(overrides, func(b Binding) bool { return b.Name == c.Name }); i >= 0 {
			return overrides[i].Keys, labelOf(overrides[i].Keys)
		}
		before := k.bound[c.Name]
		keys := slices.DeleteFunc(slices.Clone(before.keys), func(key string) bool {
			return slices.ContainsFunc(overrides, func(b Binding) bool { return slices.Contains(b.Keys, key) })
		})
		if len(keys) == len(before.keys) {
			return keys, before.label
		}
		return keys, labelOf(keys)
	})
}

// labels are what help calls the keys that have a name.
var labels = map[string]string{
	" ": "Space", "enter": "Enter", "tab": "Tab", "shift+tab": "Shift+Tab", "backspace": "Backspace", "delete": "Del", "insert": "Ins", "esc": "Esc",
	"up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Home", "end": "End", "pgup": "PgUp", "pgdown": "PgDn",
	"f1": "F1", "f2": "F2", "f3": "F3", "f4": "F4", "f5": "F5", "f6": "F6", "f7": "F7", "f8": "F8", "f9": "F9", "f10": "F10", "f11": "F11", "f12": "F12",
}

// IsKey reports whether a command can be bound to a key: one with a name, or a letter or
// sign, with Ctrl or Alt or without. Digits are counts, Ctrl+C quits and Ctrl+Z suspends.
func IsKey(name string) bool {
	if labels[name] != "" {
		return true
	}
	if letter, found := strings.CutPrefix(name, "ctrl+"); found {
		return len(letter) == 1 && letter >= "a" && letter <= "z" && !strings.Contains("cimz", letter) ||
			slices.Contains([]string{"up", "down", "left", "right", "home", "end", "pgup", "pgdown"}, letter)
	}
	if rest, found := strings.CutPrefix(name, "alt+"); found {
		return IsKey(rest) && !strings.HasPrefix(rest, "alt+")
	}
	r, size := utf8.DecodeRuneInString(name)
	return size > 0 && size == len(name) && unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.IsDigit(r)
}

// labelOf returns what help calls keys.
func labelOf(keys []string) string {
	var shown []string
	for _, key := range keys {
		label := ""
		for _, modifier := range []string{"ctrl+", "alt+"} {
			if rest, found := strings.CutPrefix(key, modifier); found {
				label += strings.ToUpper(modifier[:1]) + modifier[1:]
				key = rest
			}
		}
		if name := labels[key]; name != "" {
			key = name
		}
		shown = append(shown, label+key)
	}
	return strings.Join(shown, " ")
}
