package theme

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/charmbracelet/glamour/styles"
	"github.com/muesli/termenv"
)

// GlamourStyles returns the names of the styles that come with Glamour, sorted.
func GlamourStyles() []string { return slices.Sorted(maps.Keys(styles.DefaultStyles)) }

// GlamourStyle returns the theme of a style that comes with Glamour, under a name that says so, and
// reports whether there is one.
func GlamourStyle(name string, profile termenv.Profile) (t Theme, ok bool) {
	style, ok := styles.DefaultStyles[name]
	if !ok {
		return t, false
	}
	data, err := json.Marshal(style)
	if err == nil {
		t, err = ReadStyle(name+" (Glamour)", data, profile)
	}
	return t, err == nil
}
