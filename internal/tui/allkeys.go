package tui

import (
	"fmt"
	"slices"
)

// Keys are the keys of all screens.
type Keys struct {
	list   keymap[list]
	reader keymap[reader]
}

// NewKeys returns the default keys.
func NewKeys() Keys {
	return Keys{newKeymap("list", listCommands()), newKeymap("reader", readerCommands())}
}

// Help returns the keys of all screens under headings.
func (k Keys) Help() []HelpGroup { return append(k.list.help(), k.reader.help()...) }

// Bindings returns the keys of all commands.
func (k Keys) Bindings() []Binding { return append(k.list.bindings(), k.reader.bindings()...) }

// Bind returns the keys with some commands bound to others. Rebinding a key replaces its
// default command on that screen. The error is a BindError.
func (k Keys) Bind(overrides []Binding) (Keys, error) {
	for i, b := range overrides {
		for _, key := range b.Keys {
			if !isKey(key) {
				return k, BindError{b, fmt.Sprintf("there is no key %q", key)}
			}
			for _, other := range overrides[:i] {
				if other.Screen == b.Screen && slices.Contains(other.Keys, key) {
					return k, BindError{b, fmt.Sprintf("%q is bound to %s already", key, other.Name)}
				}
			}
		}
	}
	return Keys{k.list.rebind(overrides), k.reader.rebind(overrides)}, nil
}
