// Package early keeps Bubble Tea from asking the terminal for its background colour
// before the program has begun. Import it for its effect alone:
//
//	import _ "etal/internal/terminal/early"
//
// Bubble Tea v1 calls lipgloss.HasDarkBackground in an initialiser of its own. On a
// terminal that does not answer that costs five seconds before main, and the answer
// that comes late is read as keys. Lip Gloss does not ask once it has been told, so
// somebody has to tell it first. Go initialises packages in the order of their import
// paths, each as soon as all that it imports is ready: "etal/…" sorts before
// "github.com/charmbracelet/bubbletea", and a package that imports nothing but Lip
// Gloss is ready no later. Hence the two rules here: the package must not import anything else,
// and the module keeps a name that sorts before "github.com". It is the only init in the
// program, because nothing that is called can run this early.
package early

import "github.com/charmbracelet/lipgloss"

// The value does not matter: our colours come from a theme, which is chosen when the
// terminal has answered the question that we ask after the first screen.
func init() { lipgloss.SetHasDarkBackground(true) }
