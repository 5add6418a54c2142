package lines

import (
	"strings"
	"testing"
)

// TestScan tells the kind of each line and the marks of the containers that it is in: > of a quote, the
// mark of an item, : of a fenced box, ! of an indented one.
func TestScan(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"a paragraph", "a\nb\n\nc", "prose|prose|blank|prose"},
		{"a lazy line", "> a\nb\n\nc", "prose >|prose|blank|prose"},
		{"no lazy line", "> a\n# b\n> c\n- d", "prose >|prose|prose >|prose -"},
		{"items", "- a\n\n  b\n10) c\n    d\ne", "prose -|blank -|prose -|prose 10)|prose 10)|prose"},
		{"an item in an item", "- 1. a\n     b\n  c", "prose - 1.|prose - 1.|prose -"},
		{"a number in a paragraph", "a\n2. b\n1. c", "prose|prose|prose 1."},
		{"a rule", "- - -\n* * *", "prose|prose"},
		{"indented code", "    a\n\n    b\nc\n    d", "code|blank|code|prose|prose"},
		{"an item's indented code", "- a\n\n      b", "prose -|blank -|code -"},
		{"fenced code", "> ```x\n> - a\n> ```\n~~~\n```\n~~~\nb", "opening >|code >|closing >|opening|code|closing|prose"},
		{"code ends with its quote", "> ```\n> a\nb", "opening >|code >|prose"},
		{"a comment and a formula", "<!-- a\n\nb -->\n$$\n- a\n$$", "opening|code|code|opening|code|code"},
		{"boxes", "::: note\na\n> ::: tip\n> b\n> :::\n:::\nc", "mark :|prose :|mark : > :|prose : > :|mark : >|mark|prose"},
		{"boxes in backticks", "````{note}\n```{tip}\na\n```\n````", "mark :|mark : :|prose : :|mark :|mark"},
		{"code of a directive", "```{math}\n- a\n```\n:::{image} x\n- b\n:::", "opening|code|closing|opening|code|closing"},
		{"indented boxes", "!!! note\n    a\n\n    - b\nc", "mark !|prose !|blank !|prose ! -|prose"},
		{"an exclamation", "!!! note\na", "prose|prose"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			Scan(tt.in, true, func(l Line) {
				s := []string{[]string{"blank", "prose", "opening", "code", "closing", "mark"}[l.Kind]}
				for _, c := range l.In {
					s = append(s, map[ContainerKind]string{Quote: ">", Item: c.Mark, FencedBox: ":", IndentedBox: "!"}[c.Kind])
				}
				got = append(got, strings.Join(s, " "))
			})
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}
