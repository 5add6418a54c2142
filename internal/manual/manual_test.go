package manual

import (
	"strings"
	"testing"
)

func TestRoff(t *testing.T) {
	for text, want := range map[string]string{
		"plain":       "plain",
		".bib and so": `\&.bib and so`,
		"'' is two":   `\&\(aq\(aq is two`,
		`a\fBb`:       `a\(rsfBb`,
		"--x `y` ^~":  `\-\-x \(gay\(ga \(ha\(ti`,
		"← 𝛼":         `\[u2190] \[u1D6FC]`,
	} {
		if got := roff(text); got != want {
			t.Errorf("roff(%q) = %q, not %q", text, got, want)
		}
	}
}

// Names and descriptions stand in two columns; a long name has its description below it.
func TestPrint(t *testing.T) {
	parts := []Part{
		{Text: "What it does, in\ntwo lines.\n\nAnd more."},
		{Title: "Usage", Lines: "etal [ARTICLE...]\netal COMMAND"},
		{Title: "Keys", Rows: []Row{{"Tab", "next citation"}, {"a name of many letters, too long", "below it"}, {"Enter", "follow it to where it leads"}}},
	}
	const want = `What it does, in two
lines.

And more.

Usage
  etal [ARTICLE...]
  etal COMMAND

Keys
  Tab    next citation
  a name of many letters, too long
         below it
  Enter  follow it to
         where it leads
`
	var got strings.Builder
	if err := Print(&got, parts, 24); err != nil || got.String() != want {
		t.Errorf("got\n%s, %v, want\n%s", got.String(), err, want)
	}
}

func TestManPage(t *testing.T) {
	m := NewManPage("etal", "1.2.3", "2026-01-01", "read articles")
	m.Section("OPTIONS")
	m.Text("One\nparagraph.\n\nAnother.")
	m.Part(Part{Title: "Keys", Lines: "a b\nc", Rows: []Row{{"-x", "does it"}}})
	const want = `.TH ETAL 1 "2026-01-01" "etal 1.2.3" "User Commands"
.SH NAME
etal \- read articles
.SH OPTIONS
One paragraph.
.PP
Another.
.SS Keys
.nf
a b
c
.fi
.TP
\fB\-x\fR
does it
`
	if got := m.String(); got != want {
		t.Errorf("got\n%s, want\n%s", got, want)
	}
}

func TestColumns(t *testing.T) {
	words := []string{"[1]", "[1,3–5]", "(Smith, 2019)", "ibid."}
	for width, want := range map[int]string{
		40: "[1]   [1,3–5]   (Smith, 2019)   ibid.", 20: "[1]   [1,3–5]\n(Smith, 2019)\nibid.", 1: "[1]\n[1,3–5]\n(Smith, 2019)\nibid.",
	} {
		if got := Columns(words, width); got != want {
			t.Errorf("%d columns: got %q, want %q", width, got, want)
		}
	}
}
