package tui

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
)

// An Action is what keys do on a screen.
type Action struct {
	Screen string   // list or reader
	Name   string   // such as next-section
	Keys   []string // such as tab, ctrl+n or }
}

// String names the action as the configuration does.
func (a Action) String() string { return "keys." + a.Screen + "." + a.Name }

// Actions returns what keys do on all screens, and which.
func (k Keys) Actions() (all []Action) {
	k.each(func(a Action, b *key.Binding) { all = append(all, a) })
	return all
}

// each visits every binding with its action.
func (k *Keys) each(visit func(Action, *key.Binding)) {
	for _, screen := range []struct {
		name string
		keys reflect.Value
	}{{"list", reflect.ValueOf(&k.list).Elem()}, {"reader", reflect.ValueOf(&k.reader).Elem()}} {
		for i := range screen.keys.NumField() {
			b := screen.keys.Field(i).Addr().Interface().(*key.Binding)
			visit(Action{screen.name, hyphenated(screen.keys.Type().Field(i).Name), b.Keys()}, b)
		}
	}
}

// hyphenated returns the name of a field as the configuration has it: next-section.
func hyphenated(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// A BindError says why an action cannot be bound as was asked for.
type BindError struct {
	Action Action
	Why    string
}

func (e BindError) Error() string { return e.Action.String() + ": " + e.Why }

// Bind returns the keys with some actions bound anew. A key that is bound anew loses what it
// did before on that screen. The error is a BindError.
func (k Keys) Bind(anew []Action) (Keys, error) {
	for i, a := range anew {
		for _, name := range a.Keys {
			if !isKey(name) {
				return k, BindError{a, fmt.Sprintf("there is no key %q", name)}
			}
			for _, other := range anew[:i] {
				if other.Screen == a.Screen && slices.Contains(other.Keys, name) {
					return k, BindError{a, fmt.Sprintf("%q is bound to %s already", name, other.Name)}
				}
			}
		}
	}
	k.each(func(a Action, b *key.Binding) {
		if i := slices.IndexFunc(anew, func(n Action) bool { return n.Screen == a.Screen && n.Name == a.Name }); i >= 0 {
			rebind(b, anew[i].Keys)
			return
		}
		kept := slices.DeleteFunc(slices.Clone(a.Keys), func(name string) bool {
			return slices.ContainsFunc(anew, func(n Action) bool { return n.Screen == a.Screen && slices.Contains(n.Keys, name) })
		})
		if len(kept) < len(a.Keys) {
			rebind(b, kept)
		}
	})
	return k, nil
}

// rebind binds other keys to what b does. One without keys is not offered.
func rebind(b *key.Binding, names []string) {
	does := b.Help().Desc
	var shown []string
	for _, n := range names {
		shown = append(shown, shownKey(n))
	}
	*b = key.NewBinding(key.WithKeys(names...), key.WithHelp(strings.Join(shown, " "), does))
	b.SetEnabled(len(names) > 0)
}

// named are the keys that have a name, with how help shows it.
var named = map[string]string{
	" ": "Space", "enter": "Enter", "tab": "Tab", "shift+tab": "Shift+Tab", "backspace": "Backspace", "delete": "Del", "insert": "Ins", "esc": "Esc",
	"up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Home", "end": "End", "pgup": "PgUp", "pgdown": "PgDn",
	"f1": "F1", "f2": "F2", "f3": "F3", "f4": "F4", "f5": "F5", "f6": "F6", "f7": "F7", "f8": "F8", "f9": "F9", "f10": "F10", "f11": "F11", "f12": "F12",
}

// isKey reports whether something can be bound to a key: to one with a name or to a letter or
// sign, with Ctrl or Alt or without. Digits are counts, Ctrl+C leaves and Ctrl+Z stops.
func isKey(name string) bool {
	if named[name] != "" {
		return true
	}
	if letter, found := strings.CutPrefix(name, "ctrl+"); found {
		return len(letter) == 1 && letter >= "a" && letter <= "z" && !strings.Contains("cimz", letter) ||
			slices.Contains([]string{"up", "down", "left", "right", "home", "end", "pgup", "pgdown"}, letter)
	}
	if rest, found := strings.CutPrefix(name, "alt+"); found {
		return isKey(rest) && !strings.HasPrefix(rest, "alt+")
	}
	r, size := utf8.DecodeRuneInString(name)
	return size > 0 && size == len(name) && unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.IsDigit(r)
}

// shownKey returns how help shows a key.
func shownKey(name string) string {
	if shown := named[name]; shown != "" {
		return shown
	}
	for prefix, shown := range map[string]string{"ctrl+": "Ctrl+", "alt+": "Alt+"} {
		if rest, found := strings.CutPrefix(name, prefix); found {
			return shown + shownKey(rest)
		}
	}
	return name
}
