package tagged

import (
	"reflect"
	"strings"
	"testing"

	"etal/internal/bib"
)

func persons(names ...bib.Name) []bib.Name { return names }

func TestNames(t *testing.T) {
	young, rao := bib.Name{Family: "Young", Given: "G. O."}, bib.Name{Family: "Rao", Given: "P."}
	for _, tt := range []struct {
		order Order
		in    string
		want  []bib.Name
	}{
		{Bodies, "Young, G. O.", persons(young)},
		{Bodies, "G. O. Young", persons(young)},
		{Bodies, "Young G. O.", persons(young)},
		{Bodies, "Young GO", persons(bib.Name{Family: "Young", Given: "GO"})},
		{Bodies, "Young, Jr., G. O.", persons(bib.Name{Family: "Young", Given: "G. O.", Suffix: "Jr."})},
		{Bodies, "Young, G. O., III", persons(bib.Name{Family: "Young", Given: "G. O.", Suffix: "III"})},
		{Bodies, "M. van der Berg", persons(bib.Name{Family: "Berg", Given: "M.", NonDroppingParticle: "van der"})},
		{Bodies, "van der Berg, M.", persons(bib.Name{Family: "Berg", Given: "M.", NonDroppingParticle: "van der"})},
		{Bodies, "Li Wei", persons(bib.Name{Literal: "Li Wei"})},
		{GivenFirst, "Li Wei", persons(bib.Name{Family: "Wei", Given: "Li"})},
		{GivenFirst, "Anna Maria de la Cruz Jr.", persons(bib.Name{Family: "Cruz", Given: "Anna Maria", NonDroppingParticle: "de la", Suffix: "Jr."})},
		{GivenFirst, "Anna van", persons(bib.Name{Literal: "Anna van"})},
		{GivenFirst, "van Anna", persons(bib.Name{Literal: "van Anna"})},
		{GivenFirst, "Anna van Berg", persons(bib.Name{Family: "Berg", Given: "Anna", NonDroppingParticle: "van"})},
		{GivenFirst, "Anna Maria Cruz", persons(bib.Name{Family: "Cruz", Given: "Anna Maria"})},
		{Bodies, "van der, M.", persons(bib.Name{Family: "der", Given: "M.", NonDroppingParticle: "van"})},
		{Bodies, "Young, G. O., Rao, P.", persons(young, rao)},
		{GivenFirst, "World Health Organization", persons(bib.Name{Literal: "World Health Organization"})},
		{GivenFirst, "World Bank", persons(bib.Name{Literal: "World Bank"})},
		{GivenFirst, "IBM Watson", persons(bib.Name{Literal: "IBM Watson"})},
		{GivenFirst, "Ministry of Sleep and Waves", persons(bib.Name{Literal: "Ministry of Sleep and Waves"})},
		{GivenFirst, "Plato", persons(bib.Name{Literal: "Plato"})},
		{GivenFirst, "李四", persons(bib.Name{Literal: "李四"})},
		{Bodies, "Quay House,", persons(bib.Name{Literal: "Quay House"})},
		{Bodies, "Young, G. O.; Rao, P.", persons(young, rao)},
		{Bodies, "Young, G. O.;Rao, P.;", persons(young, rao)},
		{Bodies, "Young, G. O. and Rao, P.", persons(young, rao)},
		{Bodies, "G. O. Young and P. Rao", persons(young, rao)},
		{Bodies, "G. O. Young, P. Rao", persons(young, rao)},
		{Bodies, "G. O. Young, P. Rao, & J. Oke", persons(young, rao, bib.Name{Family: "Oke", Given: "J."})},
		{Bodies, "Young, G. O., Rao, P.", persons(young, rao)},
		{Bodies, "Food and Drug Administration", persons(bib.Name{Literal: "Food and Drug Administration"})},
		{Bodies, "Young, G. O.; et al.", persons(young, bib.Name{Literal: bib.AndOthers})},
		{Bodies, "Young, G. O. et al.", persons(young, bib.Name{Literal: bib.AndOthers})},
		{Bodies, "et al.", persons(bib.Name{Literal: bib.AndOthers})},
		{Bodies, "Cruz, Ana de la", persons(bib.Name{Family: "Cruz", Given: "Ana", NonDroppingParticle: "de la"})},
		{Bodies, "", nil},
	} {
		if got := tt.order.Names(tt.in); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q in order %d is read\n     %+v\nwant %+v", tt.in, tt.order, got, tt.want)
		}
	}
}

// A file in which a name has a comma writes bodies without one.
func TestOrderOf(t *testing.T) {
	for in, want := range map[string]Order{"A B": GivenFirst, "A, B": Bodies, "A B|C, D": Bodies, "": GivenFirst} {
		var records []Record
		for _, name := range strings.Split(in, "|") {
			records = append(records, Record{Fields: bib.Variables[string]{{Name: "AU", Value: name}, {Name: "TI", Value: "x, y"}}})
		}
		if got := OrderOf(records, "AU"); got != want {
			t.Errorf("%q: order %d, want %d", in, got, want)
		}
	}
}
