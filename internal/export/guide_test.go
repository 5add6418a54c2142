package export

import (
	"reflect"
	"strings"
	"testing"

	"etal/internal/guide"
)

// The guide names every field of the JSON.
func TestGuide(t *testing.T) {
	var text strings.Builder
	for _, part := range guide.JSON() {
		for _, row := range part.Rows {
			text.WriteString(row[0] + " " + row[1] + " ")
		}
	}
	named := map[string]bool{}
	for _, word := range strings.FieldsFunc(text.String(), func(r rune) bool { return strings.ContainsRune(" ,;:", r) }) {
		named[word] = true
	}
	for _, name := range fieldNames(reflect.TypeFor[jsonArticle]()) {
		if !named[name] {
			t.Errorf("etal help json lacks %s", name)
		}
	}
}

// fieldNames returns the names of a struct's fields in JSON, with those of structs in its slices.
func fieldNames(s reflect.Type) []string {
	var names []string
	for i := range s.NumField() {
		f := s.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name != "" {
			names = append(names, name)
		}
		kind := f.Type
		if kind.Kind() == reflect.Slice {
			kind = kind.Elem()
		}
		if kind.Kind() == reflect.Struct && kind.PkgPath() == s.PkgPath() {
			names = append(names, fieldNames(kind)...)
		}
	}
	return names
}
