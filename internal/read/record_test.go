package read

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/safe"
)

// A record adds what an article lacks; the title and authors of a PDF, which are guessed, it replaces.
func TestComplete(t *testing.T) {
	lines := func(texts ...string) (all []safe.Text) {
		for _, s := range texts {
			all = append(all, safe.Line(s))
		}
		return all
	}
	item := bib.Item{Title: "Tides", Author: []bib.Name{{Family: "Oke", Given: "Ada"}}, Issued: &bib.Date{Parts: [][]int{{1950}}}, DOI: "10.5555/a"}
	for _, tt := range []struct {
		name string
		a    article.Article
		item bib.Item
		want string
	}{
		{"an article that has all", article.Article{Title: safe.Line("Waves"), Authors: lines("B. Lind"), Date: safe.Line("1961")}, item, "Waves [B. Lind] 1961 [doi:10.5555/a]"},
		{"a title for want of one", article.Article{ID: safe.Line("a"), Title: safe.Line("a")}, item, "Tides [Ada Oke] 1950 [doi:10.5555/a]"},
		{"no title", article.Article{ID: safe.Line("a")}, item, "Tides [Ada Oke] 1950 [doi:10.5555/a]"},
		{"a PDF", article.Article{Format: article.PDF, Title: safe.Line("Waves"), Authors: lines("B. Lind"), Date: safe.Line("1961")}, item, "Tides [Ada Oke] 1961 [doi:10.5555/a]"},
		{"a PDF and an empty record", article.Article{Format: article.PDF, Title: safe.Line("Waves"), Authors: lines("B. Lind")}, bib.Item{}, "Waves [B. Lind]  []"},
	} {
		for range 2 { // a second time changes nothing
			Complete(&tt.a, tt.item)
		}
		if got := fmt.Sprintf("%s %s %s %s", tt.a.Title, tt.a.Authors, tt.a.Date, tt.a.IDs); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// The entries of a key are told by their lines where these are known.
func TestDuplicate(t *testing.T) {
	at := func(line int) bib.Item { return bib.Item{ID: "a", Own: &bib.Own{Line: line}} }
	for _, tt := range []struct {
		first, again bib.Item
		want         string
	}{
		{at(2), at(7), "line 7: key a: also that of the entry in line 2"},
		{at(0), at(0), "key a: two entries have it"},
		{bib.Item{ID: "a"}, at(7), "key a: two entries have it"},
		{at(2), bib.Item{ID: "a"}, "key a: two entries have it"},
	} {
		if got := duplicate(tt.first, tt.again); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// An encoding is guessed by the first lines that have bytes outside ASCII.
func TestOutsideASCII(t *testing.T) {
	long := strings.Repeat("\xe9", guessedBy)
	for _, tt := range []struct {
		in     string
		sample int
		high   int
	}{
		{"", 0, 0}, {"plain\ntext\n", 0, 0}, {"a\nb\x80\nc\n\xff", 4, 2}, {long, guessedBy, guessedBy}, {long + "\n\xe9", guessedBy, guessedBy},
		{long[:guessedBy-2] + "\n\xe9\xe9\n\xe9", guessedBy + 2, guessedBy},
	} {
		if sample, high := outsideASCII([]byte(tt.in)); len(sample) != tt.sample || high != tt.high {
			t.Errorf("%.20q: %d bytes, %d outside ASCII, want %d, %d", tt.in, len(sample), high, tt.sample, tt.high)
		}
	}
}
