package lines

import (
	"strings"
	"testing"
)

// TestBox tells what the first line of a box says: its callout, its title, its names, and whether it takes a
// heading for its title, is the place of the list or may begin with options.
func TestBox(t *testing.T) {
	for line, want := range map[string]string{
		"::: note":                             "NOTE untitled",
		"::: {.callout-tip #t .x #u}":          "TIP #t #u untitled",
		"::: {.callout-tip .warning}":          "TIP untitled",
		"::: {.x .warning}":                    "WARNING untitled",
		`::: {.note title="A b"}`:              "NOTE (A b)",
		"::: {.note name=Tides}":               "NOTE (Tides)",
		`::: note {title="A b"}`:               "NOTE (A b)",
		`::: note [C] {title="A b"}`:           "NOTE (C)",
		"::: note High tide":                   "NOTE (High tide)",
		"::: details High tide":                " (High tide)",
		"::: wide High tide":                   "-",
		"::: wide":                             " untitled",
		"::: {#refs}":                          " #refs untitled list",
		"::: {#}":                              " untitled",
		"::: {#thm-a .x}":                      "THEOREM #thm-a untitled",
		"::: {#thm-a .note}":                   "THEOREM #thm-a untitled",
		"::: {#wide-a .note}":                  "NOTE #wide-a untitled",
		":::{note} High tide":                  "NOTE (High tide) options",
		":::{seealso}":                         "NOTE (See also) options",
		":::{seealso} Tides":                   "NOTE (See also: Tides) options",
		":::{prf:theorem}":                     "THEOREM options",
		":::{wide} Tides":                      " (Tides) options",
		"```{wide} Tides":                      "-",
		"```{note}":                            "NOTE options",
		"```{dropdown} Tides":                  " (Tides) options",
		"```note":                              "-",
		":::{figure} a.png":                    "-",
		"::: {.thm}":                           " untitled",
		"::: {.proof}":                         "PROOF untitled",
		"!!! note\n    a":                      "NOTE",
		`!!! note "High \"tide\""` + "\n    a": `NOTE (High "tide")`,
		"??? custom\n    a":                    "NOTE (custom)",
		`!!! custom ""` + "\n    a":            "NOTE",
		`!!! custom "Tides"` + "\n    a":       "NOTE (Tides)",
		`=== "Tides"` + "\n    a":              " (Tides)",
		"!!! note":                             "-",
	} {
		got := "-"
		first := true
		Scan(line, true, func(l Line) {
			if first && len(l.In) > 0 {
				b := l.In[0].Box
				got = b.Callout
				if b.Title != "" {
					got += " (" + b.Title + ")"
				}
				for _, name := range b.Names {
					got += " #" + name
				}
				for _, is := range []struct {
					so   bool
					name string
				}{{b.Untitled, "untitled"}, {b.IsList, "list"}, {b.Directive, "options"}} {
					if is.so {
						got += " " + is.name
					}
				}
			}
			first = false
		})
		if got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// TestScan tells the kind of each line and the marks of the containers that it is in: > of a quote, the
// mark of an item, : of a fenced box, ! of an indented one.
func TestScan(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"a paragraph", "a\nb\n\nc", "prose|prose|blank|prose"},
		{"a lazy line", "> a\nb\n\nc", "prose >|lazy|blank|prose"},
		{"no lazy line", "> a\n# b\n> c\n- d", "prose >|prose|prose >|prose -"},
		{"items", "- a\n\n  b\n10) c\n    d\ne", "prose -|blank -|prose -|prose 10)|prose 10)|lazy"},
		{"an item in an item", "- 1. a\n     b\n  c", "prose - 1.|prose - 1.|lazy -"},
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
		{"an indented box ends before text", "!!! note\n    a\nb", "mark !|prose !|prose"},
		{"an indented box behind a blank line", "!!! note\n\n    a", "mark !|blank !|prose !"},
		{"an indented box by tabs, in an item", "- !!! note\n\t\ta", "mark - !|prose - !"},
		{"too little before the text of a box in an item", "- !!! note\n\ta\n\n      b", "prose -|prose -|blank -|code -"},
		{"the most containers", strings.Repeat("> ", maxContainers) + "a", "prose" + strings.Repeat(" >", maxContainers)},
		{"one more", strings.Repeat("> ", maxContainers+1) + "a", "prose" + strings.Repeat(" >", maxContainers)},
		{"code in a box of longer fences", "````{note}\n```\nx\n```\n````", "mark :|opening :|code :|closing :|mark"},
		{"a tab before the text of a wide item", "100) a\n\n\tb", "prose 100)|blank 100)|code"},
		{"no lazy boxes", "> a\n::: note\nb\n:::", "prose >|mark :|prose :|mark"},
		{"a fence that ends nothing", ":::\na", "prose|prose"},
		{"an exclamation", "!!! note\na", "prose|prose"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			Scan(tt.in, true, func(l Line) {
				s := []string{[]string{"blank", "prose", "opening", "code", "closing", "mark"}[l.Kind]}
				if l.Lazy {
					s[0] = "lazy"
				}
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
