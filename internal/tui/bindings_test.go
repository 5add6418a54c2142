package tui

import (
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/library"
	"etal/internal/tui/screen"
)

func TestBind(t *testing.T) {
	tests := []struct{ name, overrides, want string }{
		{"another key", "reader.next=x", "reader.next=x"},
		{"several, with what help calls them", "reader.next=ctrl+n alt+x f5", "reader.next=ctrl+n alt+x f5"},
		{"a key that did something else", "reader.next=n", "reader.next=n reader.next-match="},
		{"two that change places", "reader.next-match=N reader.prev-match=n", "reader.next-match=N reader.prev-match=n"},
		{"none", "reader.mouse=", "reader.mouse="},
		{"a screen is no other", "list.quit=j", "list.quit=j list.down=down ctrl+n reader.down=j down ctrl+e"},
		{"the same key twice", "reader.next=x reader.prev=x", `keys.reader.prev: "x" is bound to next already`},
		{"no key", "reader.next=hyper+x", `keys.reader.next: there is no key "hyper+x"`},
		{"half a key", "reader.next=alt+", `keys.reader.next: there is no key "alt+"`},
		{"a count", "reader.next=7", `keys.reader.next: there is no key "7"`},
		{"the key that always quits", "reader.next=ctrl+c", `keys.reader.next: there is no key "ctrl+c"`},
		{"a control character", "reader.next=\x1b", "keys.reader.next: there is no key \"\\x1b\""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			k, err := NewKeys().Bind(bindings(tt.overrides))
			if err != nil {
				if err.Error() != tt.want {
					t.Errorf("got error %v, want %s", err, tt.want)
				}
				return
			}
			for _, want := range bindings(tt.want) {
				i := slices.IndexFunc(k.Bindings(), func(a screen.Binding) bool { return a.String() == want.String() })
				if i < 0 || !slices.Equal(k.Bindings()[i].Keys, want.Keys) {
					t.Errorf("%s: got %q, want %q", want, k.Bindings()[i].Keys, want.Keys)
				}
			}
		})
	}
}

// bindings reads screen.name=key key screen.name=…
func bindings(s string) (all []screen.Binding) {
	for _, word := range strings.Fields(s) {
		name, first, found := strings.Cut(word, "=")
		if !found || name == "" {
			all[len(all)-1].Keys = append(all[len(all)-1].Keys, word)
			continue
		}
		on, name, _ := strings.Cut(name, ".")
		a := screen.Binding{Screen: on, Name: name}
		if first != "" {
			a.Keys = []string{first}
		}
		all = append(all, a)
	}
	return all
}

// Each default key can be bound, and each command has a name of its own.
func TestBindings(t *testing.T) {
	seen := map[string]bool{}
	for _, a := range NewKeys().Bindings() {
		if seen[a.String()] {
			t.Errorf("two commands are %s", a)
		}
		seen[a.String()] = true
		for _, k := range a.Keys {
			if !screen.IsKey(k) {
				t.Errorf("%s: %q is none that can be bound to", a, k)
			}
		}
	}
	for _, g := range NewKeys().Help() {
		for _, k := range g.Keys {
			if len([]rune(k[1])) > 30 || strings.HasSuffix(k[1], ".") {
				t.Errorf("%q is no short phrase", k[1])
			}
		}
	}
	if !seen["keys.reader.copy-bibtex"] || !seen["keys.list.page-down"] {
		t.Errorf("got %v", seen)
	}
}

// What is bound anew works, is what help says, and the key that was taken does nothing else.
func TestBound(t *testing.T) {
	keys, err := NewKeys().Bind(bindings("reader.next=x reader.down=J"))
	if err != nil {
		t.Fatal(err)
	}
	opened, err := Open(library.FromBytes("tides.md", source(5<<10)), nil)
	if err != nil {
		t.Fatal(err)
	}
	var m tea.Model = New(Options{Opened: &opened, Keys: &keys, Look: screen.NewLook(true, termenv.Ascii), Columns: 80, Rows: 24})
	m, _ = m.Update(keyMsg("tab"))
	if strings.Contains(m.View(), "── [1] ──") {
		t.Error("Tab still goes to the next citation")
	}
	m, _ = m.Update(keyMsg("x"))
	if !strings.Contains(m.View(), "── [1] ──") {
		t.Errorf("x does not go to the next citation:\n%s", m.View())
	}
	m, _ = m.Update(keyMsg("?"))
	if !strings.Contains(m.View(), "x    ") || !strings.Contains(m.View(), "next citation") || strings.Contains(m.View(), "│  Tab") {
		t.Errorf("help says otherwise:\n%s", m.View())
	}
}
