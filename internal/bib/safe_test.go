package bib

import (
	"reflect"
	"strings"
	"testing"

	"etal/internal/safe"
)

// unsafe is text of every kind that is not printable as it is.
const unsafe = "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\x1b[31m\x00\u200bb\u00adc\u202e\nd"

// TestMakeSafe checks that every text of an item is made safe, whatever fields are added.
func TestMakeSafe(t *testing.T) {
	var item Item
	fill(reflect.ValueOf(&item).Elem())
	items := []Item{item}
	MakeSafe(items)
	eachText(reflect.ValueOf(items[0]), "Item", func(path, text string) {
		if want := safe.Line(unsafe).String(); text != want {
			t.Errorf("%s is %q, want %q", path, text, want)
		}
	})
	if text := items[0].Text(); text != safe.Line(text).String() || strings.Contains(text, "\x1b") {
		t.Errorf("printed as %q", text)
	}
}

// fill sets every text in v to unsafe, and gives every list one element.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(unsafe)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	}
}

func eachText(v reflect.Value, path string, visit func(path, text string)) {
	switch v.Kind() {
	case reflect.String:
		visit(path, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			eachText(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	case reflect.Pointer:
		eachText(v.Elem(), path, visit)
	case reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), path, visit)
		}
	}
}
