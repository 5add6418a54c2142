package article

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/safe"
)

// Two chapters, each with a list, the first in two parts.
func TestLists(t *testing.T) {
	long := strings.Repeat("tide ", textBetween/5)
	a := &Article{}
	body := ""
	add := func(text string) Span {
		s := Span{len(body), len(body) + len(text)}
		body += text + "\n\n"
		a.Blocks = append(a.Blocks, s)
		return s
	}
	list := func(labels ...string) {
		for _, l := range labels {
			a.References = append(a.References, Reference{Span: add("Wren " + l), Number: len(a.References) + 1, Label: safe.Line(l)})
		}
	}
	heading := func(text string) { a.Headings = append(a.Headings, Heading{Span: add(text), Level: 2}) }
	if len(a.Lists()) != 0 || len(a.ListFor(0)) != 0 {
		t.Error("lists of none")
	}
	first := add(long)
	heading("Works " + long)
	list("1", "2")
	heading("More")
	list("3")
	second := add(long)
	heading("Works")
	list("1", "2")
	last := add(long)
	a.Body = safe.New(body)
	var got []string
	for _, l := range a.Lists() {
		got = append(got, fmt.Sprint(l[0].Number, "-", l[len(l)-1].Number))
	}
	if s := strings.Join(got, " "); s != "1-3 4-5" {
		t.Errorf("lists %s", s)
	}
	for _, tt := range []struct{ offset, list, label1, label3 int }{
		{first.Start, 1, 1, 3}, {a.References[1].Start, 1, 1, 3}, {second.Start, 4, 4, 3}, {last.Start, 4, 4, 3},
	} {
		one, _ := a.Labelled(1, tt.offset)
		three, _ := a.Labelled(3, tt.offset)
		if l := a.ListFor(tt.offset); l[0].Number != tt.list || one != tt.label1 || three != tt.label3 {
			t.Errorf("at %d: list from %d, 1 is %d, 3 is %d", tt.offset, l[0].Number, one, three)
		}
	}
}
