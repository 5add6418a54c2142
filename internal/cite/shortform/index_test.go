package shortform

import (
	"fmt"
	"strings"
	"testing"
)

const works = "Lind, C. Tides. Lund: Hill, 2001.|Lind, C. Waves: a history. Lund: Hill, 2002.|Okoro, A. Rims. Leith: Pen, 2003.|Théroux-Rancourt, E. Rims and wheels. Hill, 1990.|World Tide Organization. Tide tables. Geneva: Hill, 2004.|Okoro v. Port of Leith, 347 U.S. 483 (1954).|Oke, B. Sea. Leith: Pen, 2005."

// TestNamed tells the works that a short form names: by the family of the first author, and by words of the
// entry behind it.
func TestNamed(t *testing.T) {
	for form, want := range map[string]string{
		"lind": "1 2", "lind tides": "1", "lind waves": "2", "lind 2002": "2", "lind rims": "", "okoro": "3 6", "okoro rims": "3", "okoro leith": "3 6", "okoro v port": "6",
		"theroux rancourt": "4", "theroux rancourt rims": "4", "theroux": "", "theroux rims": "", "world tide organization": "5", "world": "", "see lind tides": "1", "tides": "", "": "", "linden tides": "",
	} {
		x := index{works: listOf(works)}
		if got := strings.Trim(fmt.Sprint(x.named(form)), "[]"); got != want {
			t.Errorf("%q names %q, want %q", form, got, want)
		}
	}
}

// TestPrinted tells the works whose first author and title a text has: those of at least four letters.
func TestPrinted(t *testing.T) {
	for text, want := range map[string]string{
		"Cy Lind, Tides (Hill, 2001), 4": "1", "Cy Lind, Waves, 4": "2", "Ada Okoro, Rims, 5": "3", "B. Oke, Sea, 5": "", "E. Théroux-Rancourt, Rims and Wheels": "4", "Rims and wheels": "",
		"Lind, Tides, and Okoro, Rims": "1 3", "Okoro, Rims, and E. Théroux-Rancourt, Rims and Wheels": "4", "Lind, Tidesman": "", "Okoro": "", "": "",
	} {
		x := index{works: listOf(works)}
		if got := strings.Trim(fmt.Sprint(x.printed(text)), "[]"); got != want {
			t.Errorf("%q prints %q, want %q", text, got, want)
		}
	}
}

func TestFamilyOf(t *testing.T) {
	x := index{works: listOf(works)}
	for number, want := range map[int]string{1: "lind", 4: "theroux rancourt", 5: "world tide organization", 6: "okoro", 9: "", 0: ""} {
		if got := x.familyOf(number); got != want {
			t.Errorf("the family of %d is %q, want %q", number, got, want)
		}
	}
}

// TestAddedWorks holds that works that come behind others are found, too.
func TestAddedWorks(t *testing.T) {
	all := listOf(works)
	x := index{works: all[:1]}
	before := x.named("okoro rims")
	x.works = all
	if behind := x.named("okoro rims"); len(before) != 0 || len(behind) != 1 || behind[0] != 3 {
		t.Errorf("named %v, then %v", before, behind)
	}
}

// TestIsBeyondNote tells whether what stands between a citation and a short form begins a note of its own, with
// others before it.
func TestIsBeyondNote(t *testing.T) {
	for between, want := range map[string]bool{
		"\n1. A note.\n2. ": true, "\n\\[1\\] A note.\n\n\\[2\\] ": true, "\n1) A note.\n2)  ": true, "\n1. A\n2. B\n3. ": true,
		"\n2. ": false, "\n1. A note.\n2. Another": false, "": false, ", and ": false, "\n1. A note.\n": false, "\n1234. A\n2345. ": false,
		"\n1. A note." + strings.Repeat("x", longestBetween) + "\n2. ": false,
	} {
		if got := IsBeyondNote(between); got != want {
			t.Errorf("%.40q is beyond a note: %v", between, got)
		}
	}
}
