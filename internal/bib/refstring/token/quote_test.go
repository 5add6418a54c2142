package token

import "testing"

// A row has the text, what stands in its first quotation marks, and the token behind them.
func TestQuoted(t *testing.T) {
	for _, tt := range []struct {
		in, quoted string
		after      int
	}{
		{"“Slow waves,” Towns", "Slow waves", 5},
		{"\"Slow waves.\" Towns", "Slow waves", 4},
		{"„Stille Städte“, Towns", "Stille Städte", 4},
		{"«Onde «lente» qui», Towns", "Onde «lente» qui", 7},
		{"‘The town’s waves’, Towns", "The town’s waves", 5},
		{"``Slow waves'', Towns", "Slow waves", 5},
		{"‘Slow waves’ in Towns", "Slow waves", 4},
		{"‘Slow waves’", "Slow waves", 4},
		{"“Slow waves", "", 0},
		{"", "", 0},
		{"Slow “waves”", "", 0},
	} {
		l := Split(tt.in)
		from, to, after, ok := l.Quoted(0, len(l))
		if got := l.Field(from, to); got != tt.quoted || after != tt.after || ok != (tt.quoted != "") {
			t.Errorf("%s: %q before token %d, %v, want %q before %d", tt.in, got, after, ok, tt.quoted, tt.after)
		}
	}
}
