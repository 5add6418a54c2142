// Package entries cuts the rows of a PDF's reference list into its entries: by their numbers, else by their
// indents, else by what they say.
//
// The package must not know of glyphs, nor what stands around the list.
package entries

import (
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/reflist"
)

// A Row is a row of text.
type Row struct {
	Text         string
	Raised       string // the raised letters at its start, if there are any
	Left, Size   float64
	Page, Column int
}

// An Entry is one reference of a list: the rows from First up to End.
type Entry struct {
	Label      string // without brackets; empty where it has none
	First, End int
}

// A Label is the number at the beginning of a row, and how it is set: "[]", "()", "." or "^" for raised ones.
type Label struct {
	Row, Number int
	Sign        string
}

const longest = 14 // rows of an entry

// Cut cuts a reference list into its entries.
func Cut(rows []Row) []Entry {
	if run := Numbered(rows); len(run) > 2 && run[0].Row == 0 {
		return cutAt(rows, run)
	}
	if found := cutHanging(rows); len(found) > 0 {
		return found
	}
	return cutByWords(rows)
}

// number matches the label at the beginning of an entry; the groups are its digits.
var number = lazyregexp.New(`^(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)]?)\s*\S`)

// IsLabelled reports whether a text begins with a number, as entries do.
func IsLabelled(text string) bool { return number.MatchString(text) }

// LabelOf returns the label at which a row begins, if there is one.
func LabelOf(r Row) (Label, bool) {
	if r.Raised != "" {
		n, err := strconv.Atoi(r.Raised)
		return Label{Number: n, Sign: "^"}, err == nil
	}
	m := number.FindStringSubmatch(r.Text)
	if m == nil {
		return Label{}, false
	}
	for i, sign := range signs[:3] {
		if m[i+1] != "" {
			n, err := strconv.Atoi(m[i+1])
			return Label{Number: n, Sign: sign}, err == nil
		}
	}
	return Label{}, false
}

var signs = []string{"[]", "()", ".", "^"}

// Numbered returns the labels that count from 1 on, one after the other, all set alike: the longest such run.
func Numbered(rows []Row) []Label {
	bySign := map[string][]Label{}
	for i, r := range rows {
		if l, ok := LabelOf(r); ok {
			l.Row = i
			bySign[l.Sign] = append(bySign[l.Sign], l)
		}
	}
	var best []Label
	for _, sign := range signs {
		for start, first := range bySign[sign] {
			if first.Number != 1 {
				continue
			}
			run := []Label{first}
			for _, l := range bySign[sign][start+1:] {
				last := run[len(run)-1]
				if l.Row-last.Row > 3*longest {
					break
				}
				if l.Number == last.Number+1 {
					run = append(run, l)
				}
			}
			if len(run) >= len(best) {
				best = run
			}
		}
	}
	return best
}

const (
	fewest    = 5  // entries of a list that nothing announces
	mostDated = 60 // percent of its entries that must have a year
)

// IsList reports whether numbered rows that nothing announces are a reference list.
func IsList(rows []Row, run []Label) bool {
	if len(run) < fewest {
		return false
	}
	dated := 0
	for i, l := range run {
		end := min(l.Row+longest, len(rows))
		if i+1 < len(run) {
			end = run[i+1].Row
		}
		if reflist.HasYear(Text(rows[l.Row:end])) {
			dated++
		}
	}
	return dated*100 >= len(run)*mostDated
}

// Text returns the text of rows.
func Text(rows []Row) string {
	parts := make([]string, len(rows))
	for i, r := range rows {
		parts[i] = r.Text
	}
	return strings.Join(parts, " ")
}

func cutAt(rows []Row, run []Label) []Entry {
	var found []Entry
	for i, l := range run {
		end := len(rows)
		if i+1 < len(run) {
			end = run[i+1].Row
		}
		found = append(found, Entry{Label: strconv.Itoa(l.Number), First: l.Row, End: end})
	}
	return found
}

// What tells entries whose first rows stand out to the left; lengths are in sizes of the type.
const (
	outdent        = 0.4 // from the border, of a first row
	deepest        = 5.0 // of an indent
	mostFirst      = 90  // percent of the rows that may be first ones: in a text without indents all are
	mostDatedThere = 80  // percent of the entries that must have a year
)

// cutHanging cuts entries whose first rows stand out to the left.
func cutHanging(rows []Row) []Entry {
	type column struct{ page, column int }
	left := map[column]float64{}
	for _, r := range rows {
		c := column{r.Page, r.Column}
		if l, ok := left[c]; !ok || r.Left < l {
			left[c] = r.Left
		}
	}
	var found []Entry
	for i, r := range rows {
		by := r.Left - left[column{r.Page, r.Column}]
		switch {
		case by < outdent*r.Size:
			found = append(found, Entry{First: i, End: i + 1})
		case by > deepest*r.Size || i == 0:
			return nil
		default:
			found[len(found)-1].End = i + 1
		}
	}
	dated := 0
	for _, e := range found {
		if text := Text(rows[e.First:e.End]); reflist.HasYear(text) || strings.Contains(text, "n.d.") {
			dated++
		}
	}
	if len(found)*100 > len(rows)*mostFirst || len(found) < 2 || dated*100 < len(found)*mostDatedThere {
		return nil
	}
	return found
}

// cutByWords cuts entries as those of a text are cut.
func cutByWords(rows []Row) []Entry {
	var text strings.Builder
	var starts []int
	for _, r := range rows {
		starts = append(starts, text.Len())
		text.WriteString(r.Text + "\n")
	}
	var found []Entry
	cut := reflist.Cut(text.String(), article.Span{End: text.Len()})
	at := 0
	for i, e := range cut {
		end := text.Len()
		if i+1 < len(cut) {
			end = cut[i+1].LineStart
		}
		n := Entry{Label: e.Label, First: at}
		for at < len(rows) && starts[at] < end {
			at++
		}
		if n.End = at; n.End > n.First {
			found = append(found, n)
		}
	}
	return found
}
