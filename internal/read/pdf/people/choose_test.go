package people

import (
	"strings"
	"testing"
)

func TestChoose(t *testing.T) {
	page := "by ann berg and carl dahl at sea"
	for _, tt := range []struct{ named, told, want string }{
		{"", "", ""},
		{"Ann Berg", "", "Ann Berg"},
		{"", "Ann Berg;Eve Gray", "Ann Berg"},
		{"", "berg", ""},
		{"Ann Berg;Carl Dahl", "Ann Berg", "Ann Berg;Carl Dahl"},
		{"Ann Berg", "Ann Berg;Carl Dahl", "Ann Berg;Carl Dahl"},
		{"Original Work", "Ann Berg;Carl Dahl", "Ann Berg;Carl Dahl"},
		{"Original Work", "Ann Berg;Eve Gray", "Original Work"},
		{"Ann Berg", "z", "Ann Berg"},
	} {
		split := func(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return r == ';' }) }
		got := Choose(split(tt.named), split(tt.told), func(folded string) bool { return strings.Contains(page, folded) })
		if strings.Join(got, ";") != tt.want {
			t.Errorf("%q, %q: %q, want %q", tt.named, tt.told, got, tt.want)
		}
	}
}
