package shortform

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

// listOf returns entries as references that are numbered from 1.
func listOf(entries string) []article.Reference {
	var list []article.Reference
	for i, e := range strings.Split(entries, "|") {
		list = append(list, article.Reference{Number: i + 1, Label: safe.Line(fmt.Sprint(i + 1)), Text: safe.New(e)})
	}
	return list
}

func describe(f Form) string {
	s := strings.Trim(fmt.Sprint(f.Works), "[]")
	if f.Own {
		s = "own " + s
	}
	if len(f.Maybe) > 0 {
		s += "?" + strings.Trim(fmt.Sprint(f.Maybe), "[]")
	}
	return s
}

// entryTests has lists of notes and what those that print no work stand for.
var entryTests = []struct{ name, entries, want string }{
	{"ibid.", "Wren, A. The Wheel (Hill, 1998).|Ibid., 34.|Ibid.|See ibid. at 4.", "2→1 3→1 4→1"},
	{"id.", "Oke, B. Harbour Duty, 12 J. Law 1 (1999).|*Id.* at 496.|*Id.*", "2→1 3→1"},
	{"German", "Müller, Das Recht der Gezeiten, Berlin 2003, S. 12.|Ebd., S. 14.|Schmidt, Der Kai, Bonn 2001.|Müller, a.a.O., S. 20.|Müller, aaO, S. 40.|Ebda.", "2→1 4→1 5→1 6→1"},
	{"Italian", "Rossi, Le maree, Roma 1999.|Ivi, p. 3.|Bianchi, Il porto, Roma 2001.|Rossi, Le maree, cit., p. 5.", "2→1 4→1"},
	{"supra", "Cy Lind, The Law of Tides, 62 Rev. 132 (2003).|Ada Oke, Harbour Duty, 12 J. Law 1 (1999).|See Lind, supra note 1, at 140.|*See* Oke, *supra* note 2.|Wie Anm. 2, S. 7.|Oke (Fn. 2), Rn. 5.|Note 1 above.", "3→1 4→2 5→2 6→2 7→1"},
	{"supra through another", "Cy Lind, The Law of Tides, 62 Rev. 132 (2003).|Ibid.|Supra note 2, at 3.", "2→1 3→1"},
	{"supra in German", "Müller, Das Recht der Gezeiten, Berlin 2003, S. 12.|Schmidt, Der Kai, Bonn 2001.|Müller (o. Fn. 1), S. 33; Schmidt (Fn. 2), S. 40.|Schmidt (s. o. Fn. 2), S. 4.", "3→1 2 4→2"},
	{"ibid. in Spanish", "Luis Herrera, Los puertos del sur, Madrid 1990, p. 12.|Ibíd., p. 14.|Ídem.", "2→1 3→1"},
	{"a note that there is not", "Cy Lind, The Law of Tides, 62 Rev. 132 (2003).|Supra note 9.", ""},
	{"several parts", "Cy Lind, The Law of Tides, 62 Rev. 132 (2003).|Ada Oke, Harbour Duty, 12 J. Law 1 (1999).|Lind, *supra* note 1, at 141; Oke, *supra* note 2, at 6.|Supra note 3.|Lind, supra note 3.", "3→1 2 4→1 2 5→1"},
	{"parts in parentheses are none", "Cy Lind, The Law of Tides, 62 Rev. 132 (2003).|Ibid. (as ever; and more), 3.", "2→1"},
	{"a work and others", "Cy Lind, The Law of Tides, 62 Rev. 132 (2003).|Ada Oke, Harbour Duty, 12 J. Law 1 (1999); see Lind, supra note 1.", "2→own 1"},
	{"an entry with semicolons is a work", "Wren A. The wheel. J. 1998;3(2):4-9.|Wren A; Oke B. The rim. J. 2001;7(2):22-30.", ""},
	{"a case by its first party", "Okoro v. Port of Leith, 347 U.S. 483, 495 (1954).|Cy Lind, The Law of Tides, 62 Rev. 132 (2003).|Okoro, 347 U.S. at 497.", "3→1"},
	{"a case is one of two works", "Oke, A. The Wheel. 1998.|Oke, A. Rims. 2004.|Oke, op. cit., 3.", "3→?1 2"},
	{"the same author's other work", "Cy Lind, The Law of Tides, 62 Rev. 132 (2003).|Cy Lind, Of Harbours. Hill, 2001.|Cy Lind, The Law of Tides, 3.|Idem, Of Harbours, 7.", "3→1 4→2"},
	{"the same author's new work", "Cy Lind, The Law of Tides, 62 Rev. 132 (2003).|Idem, Of Harbours. Hill, 2001.", ""},
	{"what is too long to be short", "Cy Lind, The Law of Tides, 62 Rev. 132 (2003).|Ibid., " + strings.Repeat("and so on ", 20) + "3.", ""},
}

func TestOf(t *testing.T) {
	for _, tt := range entryTests {
		t.Run(tt.name, func(t *testing.T) {
			list := listOf(tt.entries)
			forms := Of(list)
			var got []string
			for _, r := range list {
				if f, short := forms[r.Number]; short {
					got = append(got, fmt.Sprintf("%d→%s", r.Number, describe(f)))
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, " "), tt.want)
			}
		})
	}
}

const bibliography = "Lind, Cy. \"The Tide Table.\" Journal of Tides 12, no. 3 (1999): 40–60.|Lind, Cy. \"Another Paper.\" Journal of Tides 13 (2000): 1–9.|Okoro, Ada. Harbours of the North: A History. London: Pen, 2003.|Théroux-Rancourt, Emil. Rims and Wheels. Hill, 1990."

// noteTests has notes beside a bibliography, and the works that each names.
var noteTests = []struct{ name, notes, want string }{
	{"in full, then short", "Ada Okoro, *Harbours of the North* (London: Pen, 2003), 12–14.|Ibid., 20.|Okoro, *Harbours*, 99.", "3|3|3"},
	{"an article", "Cy Lind, “The Tide Table,” *Journal of Tides* 12, no. 3 (1999): 45.|Lind, “Tide Table,” 50.|Idem, \"Another Paper,\" *Journal of Tides* 13 (2000): 1; cf. Okoro, *Harbours*, 4.", "1|1|2 3"},
	{"an author of one work, and of two", "Okoro, 99.|Lind, 99.", "3|"},
	{"a family of two words", "Em Theroux Rancourt, Rims and Wheels (Hill, 1990), 7.|Théroux-Rancourt, Rims, 9.", "4|4"},
	{"a remark", "This is disputed.|Okoro was born in Leith.|See the archive of 2003.", "||"},
	{"a remark between", "Okoro, Harbours, 9.|Not so.|Ibid.", "3||"},
	{"authors who are not named", "Lind et al., \"Tide Table,\" 4.", "1"},
	{"two works in a sentence", "On this see, among others, Cy Lind, \"The Tide Table,\" Journal of Tides 12 (1999): 40, and Ada Okoro, Harbours of the North (Pen, 2003), 7.", "1 3"},
	{"a year or an address is no short form", "Okoro, Harbours, 2003.|Okoro, https://example.org/harbours.|Okoro, 3.", "||3"},
	{"supra", "Okoro, Harbours, 9.|Lind, Tide Table, 3.|Supra note 1.", "3|1|3"},
}

func TestInNotes(t *testing.T) {
	for _, tt := range noteTests {
		t.Run(tt.name, func(t *testing.T) {
			var notes []Note
			for i, text := range strings.Split(tt.notes, "|") {
				notes = append(notes, Note{fmt.Sprint(i + 1), text})
			}
			var got []string
			for _, f := range InNotes(notes, listOf(bibliography)) {
				got = append(got, describe(f))
			}
			if strings.Join(got, "|") != tt.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), tt.want)
			}
		})
	}
}

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{
		"Ibid., 3.": true, "*See* Lind, *supra* note 3, at 140.": true, "Schmidt (Fn. 3), Rn. 5.": true, "Wren, The Wheel, 99.": true,
		"Vgl. Müller (Fn. 1), S. 33; Schmidt (Fn. 3), Rn. 9.": true, "Why not?": false, "A remark; and more of it.": false, "": false,
		"The ideal is ibidem unknown": false,
	} {
		if got := Is(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
