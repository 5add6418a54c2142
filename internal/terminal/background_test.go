package terminal

import "testing"

func TestParseBackground(t *testing.T) {
	tests := []struct {
		in   string
		want Background
		ok   bool
	}{
		{"\x1b]11;rgb:1e1e/2e2e/3e3e\a", Background{0x1e1e, 0x2e2e, 0x3e3e}, true},
		{"\x1b]11;rgb:ff/80/00\x1b\\", Background{0xffff, 0x8080, 0}, true},
		{"\x1b]11;rgb:f/0/8\a", Background{0xffff, 0, 0x8888}, true},
		{"\x1b]11;rgba:ffff/ffff/ffff/8000\a", Background{0xffff, 0xffff, 0xffff}, true},
		{"\x1b]11;#fdf6e3\a", Background{0xfdfd, 0xf6f6, 0xe3e3}, true},
		{"\x1b]11;#ffff00000000\a", Background{0xffff, 0, 0}, true},
		{"\x1b]10;rgb:ff/ff/ff\a", Background{}, false},
		{"\x1b]11;?\a", Background{}, false},
		{"\x1b]11;#\a", Background{}, false},
		{"\x1b]11;rgb:ff/ff\a", Background{}, false},
		{"\x1b]11;rgb:00000/0/0\a", Background{}, false},
		{"\x1b]11;rgb:+1/0/0\a", Background{}, false},
		{"\x1b]11;rgb://\a", Background{}, false},
	}
	for _, tt := range tests {
		if got, ok := parseBackground([]byte(tt.in)); got != tt.want || ok != tt.ok {
			t.Errorf("%q: got %v, %v, want %v, %v", tt.in, got, ok, tt.want, tt.ok)
		}
	}
}

func TestDark(t *testing.T) {
	tests := []struct {
		name string
		b    Background
		want bool
	}{
		{"black", Background{}, true},
		{"white", Background{0xffff, 0xffff, 0xffff}, false},
		{"Solarized dark", Background{0x0000, 0x2b2b, 0x3636}, true},
		{"Solarized light", Background{0xfdfd, 0xf6f6, 0xe3e3}, false},
		{"Ubuntu's aubergine", Background{0x3030, 0x0a0a, 0x2424}, true},
		{"pure blue", Background{0, 0, 0xffff}, true},
		{"pure green", Background{0, 0xffff, 0}, false},
		{"dark grey", Background{0x6060, 0x6060, 0x6060}, true},
		{"grey", Background{0x8080, 0x8080, 0x8080}, false},
	}
	for _, tt := range tests {
		if got := tt.b.Dark(); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}
