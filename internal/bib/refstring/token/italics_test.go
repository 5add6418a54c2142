package token

import (
	"strings"
	"testing"
)

func TestSetItalic(t *testing.T) {
	for _, tt := range []struct{ name, in, italics, want string }{
		{"none", "Okoro. Waves, 12", "", ""},
		{"one", "Okoro. Waves of Towns, 12", "Waves of Towns", "Waves of Towns"},
		{"the volume goes", "Okoro. Waves, 12", "Waves, 12", "Waves"},
		{"a number in the name stays", "Okoro. Route 66", "Route 66", "Route 66"},
		{"a number alone", "Okoro. Waves, 12", "12", ""},
		{"in order", "Waves. Towns. Waves", "Towns|Waves", "Towns Waves"},
		{"what is not there", "Okoro. Waves", "Silence|Waves", "Waves"},
		{"longer than the text", "Waves", "Waves and Towns", ""},
	} {
		l := Split(tt.in)
		l.SetItalic(strings.Split(tt.italics, "|"))
		var got []string
		for _, token := range l {
			if token.Italic > 0 {
				got = append(got, token.Text)
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %q is in italics, want %q", tt.name, s, tt.want)
		}
	}
	l := Split("Waves. Towns")
	if l.SetItalic([]string{"Waves", "Towns"}); l[0].Italic == l[1].Italic {
		t.Error("two stretches are one")
	}
}
