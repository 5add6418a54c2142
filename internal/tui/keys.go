package tui

import (
	"fmt"
	"slices"

	"etal/internal/tui/list"
	"etal/internal/tui/reader"
	"etal/internal/tui/screen"
)

// Keys are the keys of all screens.
type Keys struct {
	list   screen.Keymap[list.Model]
	reader screen.Keymap[reader.Model]
}

// NewKeys returns the default keys.
func NewKeys() Keys {
	return Keys{screen.NewKeymap("list", list.Commands()), screen.NewKeymap("reader", reader.Commands())}
}

// Help returns the keys of all screens under headings.
func (k Keys) Help() []screen.HelpGroup { return append(k.list.Help(), k.reader.Help()...) }

// Bindings returns the keys of all commands.
func (k Keys) Bindings() []screen.Binding { return append(k.list.Bindings(), k.reader.Bindings()...) }

// Bind returns the keys with some commands bound to others. Rebinding a key replaces its
// default command on that screen. The error is a BindError.
func (k Keys) Bind(overrides []screen.Binding) (Keys, error) {
	for i, b := range overrides {
		for _, key := range b.Keys {
			if !screen.IsKey(key) {
				return k, screen.BindError{Binding: b, Why: fmt.Sprintf("there is no key %q", key)}
			}
			for _, other := range overrides[:i] {
				if other.Screen == b.Screen && slices.Contains(other.Keys, key) {
					return k, screen.BindError{Binding: b, Why: fmt.Sprintf("%q is bound to %s already", key, other.Name)}
				}
			}
		}
	}
	return Keys{k.list.Rebind(overrides), k.reader.Rebind(overrides)}, nil
}
