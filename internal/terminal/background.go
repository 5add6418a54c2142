package terminal

import (
	"math"
	"strconv"
	"strings"
)

// backgroundQuery asks a terminal for its background colour (OSC 11). It ends in BEL
// since many a terminal ends its answer as the question ended, and an answer without
// ESC at its end is one that cannot be cut in two there.
const backgroundQuery = "\x1b]11;?\a"

// A Background is the colour that a terminal says its background has.
type Background struct{ R, G, B uint16 }

// Dark reports whether white text stands out from the background more than black text
// does, by the contrast ratio of WCAG 2.
func (b Background) Dark() bool {
	luminance := 0.2126*linear(b.R) + 0.7152*linear(b.G) + 0.0722*linear(b.B)
	return (1+0.05)/(luminance+0.05) > (luminance+0.05)/(0+0.05)
}

// linear returns the light that a channel of sRGB gives, from 0 to 1.
func linear(channel uint16) float64 {
	c := float64(channel) / 0xffff
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// parseBackground reads a whole answer to backgroundQuery. Terminals write the colour
// as X11 does: rgb:RR/GG/BB, with one to four digits a channel, or #RRGGBB.
func parseBackground(osc []byte) (Background, bool) {
	s, ok := strings.CutPrefix(string(osc), "\x1b]11;")
	if !ok {
		return Background{}, false
	}
	s = strings.TrimRight(s, "\a\x1b\\")
	var channels []string
	if hex, ok := strings.CutPrefix(s, "#"); ok && hex != "" && len(hex)%3 == 0 {
		n := len(hex) / 3
		channels = []string{hex[:n], hex[n : 2*n], hex[2*n:]}
	} else if _, list, ok := strings.Cut(s, ":"); ok && strings.HasPrefix(s, "rgb") {
		channels = strings.Split(list, "/") // the fourth of rgba: is how opaque it is
	}
	if len(channels) < 3 {
		return Background{}, false
	}
	var rgb [3]uint16
	for i := range rgb {
		if rgb[i], ok = channel(channels[i]); !ok {
			return Background{}, false
		}
	}
	return Background{rgb[0], rgb[1], rgb[2]}, true
}

// channel reads one to four hexadecimal digits, of which the greatest is full light.
func channel(digits string) (uint16, bool) {
	v, err := strconv.ParseUint(digits, 16, 16)
	if err != nil || len(digits) > 4 {
		return 0, false
	}
	return uint16(v * 0xffff / (1<<(4*len(digits)) - 1)), true
}
