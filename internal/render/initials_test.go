package render

import (
	"strings"
	"testing"

	"etal/internal/safe"
)

// Initials stay on the line of their name, in each of the orders in which names are printed.
func TestInitials(t *testing.T) {
	tests := []struct {
		text string
		tied string // with a tilde for each blank that no line ends at
	}{
		{"by J. R. Smith and others", "by J.~R.~Smith and others"},
		{"Zarate, C. A., Singh, J. B., & Carlson, P. J. (2006)", "Zarate,~C.~A., Singh,~J.~B., & Carlson,~P.~J. (2006)"},
		{"Wren AB, Oke C. The moon.", "Wren~AB, Oke~C.~The moon."}, // a sentence after an initial: no harm done
		{"Moor, D. van der (1970)", "Moor,~D.~van der (1970)"},
		{"Sartre, J.-P., and J.R.R. Tolkien", "Sartre,~J.-P., and J.R.R.~Tolkien"},
		{"Ångström, Å. J. saw É. Durand", "Ångström,~Å.~J. saw É.~Durand"},
		{"(A. Lind, ed.)", "(A.~Lind, ed.)"},
		{"It was I. Then it was we.", "It was I.~Then it was we."},
		{"they said so. The USA, EU, and all", "they said so. The~USA, EU, and all"},
		{"in the end. A table", "in the end. A table"},
		{"see p. 12 and Fig. 3, no. B of X and Y", "see p. 12 and Fig. 3, no. B of X and Y"},
		{"plan B is Plan A", "plan B is Plan A"},
		{"a. b. c. d", "a. b. c. d"},
		{"Smith, J.  Jones", "Smith,~J.  Jones"},
		{"J.", "J."},
		{" J. ", " J. "},
	}
	for _, tt := range tests {
		got := []byte(tt.text)
		for i, start := 0, 0; i < len(got); i++ {
			if tt.text[i] != ' ' {
				continue
			}
			if tiesInitials(tt.text, start, i, 80) {
				got[i] = '~'
			} else {
				start = i + 1
			}
		}
		if string(got) != tt.tied {
			t.Errorf("got  %s\nwant %s", got, tt.tied)
		}
	}
}

// Words that are kept together fit on a line.
func TestInitialsFit(t *testing.T) {
	tests := []struct {
		width int
		want  string
	}{
		{20, "Of all,\nZarate, C. A., &\nOke, B. saw"},
		{26, "Of all, Zarate, C. A., &\nOke, B. saw"},
		{24, "Of all, Zarate, C. A., &\nOke, B. saw"},
		{13, "Of all,\nZarate, C.\nA., & Oke, B.\nsaw"},
		{34, "Of all, Zarate, C. A., & Oke, B.\nsaw"},
		{33, "Of all, Zarate, C. A., & Oke, B.\nsaw"},
		{31, "Of all, Zarate, C. A., &\nOke, B. saw"},
	}
	for _, tt := range tests {
		var lines []string
		for _, l := range Wrap(safe.New("Of all, Zarate, C. A., & Oke, B. saw"), tt.width) {
			lines = append(lines, l.Draw(nil))
		}
		if got := strings.Join(lines, "\n"); got != tt.want {
			t.Errorf("in %d columns\n%s\nwant\n%s", tt.width, got, tt.want)
		}
	}
	for _, l := range Wrap(safe.New(strings.Repeat("A. ", 1000)+"Wolfeschlegelsteinhausenbergerdorff"), 20) {
		if n := width(l.Draw(nil)); n > 20 {
			t.Errorf("a line of %d columns", n)
		}
	}
}
