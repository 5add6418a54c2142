package tagged

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/bib"
)

// cut reads lines such as "A: b".
func cut(line string) (tag, value string, ok bool) {
	tag, value, ok = strings.Cut(line, ":")
	return tag, value, ok && len(tag) == 1
}

func TestRead(t *testing.T) {
	ended, typed, blank := Syntax{cut, "T", "E"}, Syntax{cut, "T", ""}, Syntax{cut, "", ""}
	for _, tt := range []struct {
		name    string
		syntax  Syntax
		in      string
		want    string
		notices int
	}{
		{"an end", ended, "T: a\nB: b\nE:\nT: c\nE:", "T=a B=b|T=c", 0},
		{"no end", ended, "T: a\nT: c", "T=a|T=c", 2},
		{"tags before the first", ended, "B: b\nT: a\nE:", "B=b T=a", 0},
		{"text before and behind", ended, "said\nT: a\nE:\nB: b", "T=a", 0},
		{"no type", ended, "B: b\nE:", "B=b", 0},
		{"a value goes on", ended, "T: a\n  b\n\nc\nE:", "T=a_b_c", 0},
		{"an end alone", ended, "E:\nE:", "", 0},
		{"blank lines within", typed, "T: a\n\nB: b\nT: c", "T=a B=b|T=c", 0},
		{"blank lines between", blank, "T: a\nB: b\n\n\nB: c", "T=a B=b|B=c", 0},
		{"empty", blank, "", "", 0},
	} {
		records, notices := tt.syntax.Read(tt.in)
		var got []string
		for _, r := range records {
			var fields []string
			for _, f := range r.Fields {
				fields = append(fields, f.Name+"="+strings.ReplaceAll(f.Value, "\n", "_"))
			}
			got = append(got, strings.Join(fields, " "))
		}
		if s := strings.Join(got, "|"); s != tt.want || len(notices) != tt.notices {
			t.Errorf("%s: %q, %q, want %q and %d notices", tt.name, s, notices, tt.want, tt.notices)
		}
	}
}

func TestLimits(t *testing.T) {
	syntax := Syntax{cut, "T", ""}
	records, notices := syntax.Read("T: a\nB: " + strings.Repeat("x", bib.MaxEntrySize) + "\nC: c\nT: d\n")
	if len(records) != 1 || records[0].First("T") != "d" || records[0].Line != 4 || fmt.Sprint(notices) != "[line 2: a reference is too large]" {
		t.Errorf("%d records, %v", len(records), notices)
	}
	if records, notices := syntax.Read(strings.Repeat("T:\n", bib.MaxEntries+1)); len(records) != bib.MaxEntries || len(notices) != 1 {
		t.Errorf("%d records, %v", len(records), notices)
	}
}

func TestRecord(t *testing.T) {
	r := Record{Fields: bib.Variables[string]{{Name: "A", Value: " "}, {Name: "A", Value: "a\n b"}, {Name: "B", Value: "c"}}}
	if r.First("C", "A") != "a b" || r.First("C") != "" || fmt.Sprint(r.All("A")) != "[a b]" || len(r.Lines("A")) != 2 {
		t.Errorf("%q %q %q", r.First("C", "A"), r.All("A"), r.Lines("A"))
	}
}
