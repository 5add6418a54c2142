package terminal

import (
	"math"
	"strconv"
	"strings"
)

// backgroundQuery queries a terminal's background colour (OSC 11). It ends in BEL because many
// terminals end their answer as the query, and a final ESC \ could be cut in two.
const backgroundQuery = "\x1b]11;?\a"

// A Background is the background colour that a terminal reports.
type Background struct{ R, G, B uint16 }

// Dark reports whether white text has a higher contrast ratio than black text on the
// background, by WCAG 2.
func (b Background) Dark() bool {
	luminance := 0.2126*linear(b.R) + 0.7152*linear(b.G) + 0.0722*linear(b.B)
	return (1+0.05)/(luminance+0.05) > (luminance+0.05)/(0+0.05)
}

// linear returns the linear light of an sRGB channel, from 0 to 1.
func linear(channel uint16) float64 {
	c := float64(channel) / 0xffff
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// parseBackground parses an answer to backgroundQuery, and reports whether it is one. The
// colour has X11's form: rgb:RR/GG/BB, with one to four digits a channel, or #RRGGBB.
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
		channels = strings.Split(list, "/") // rgba: has a fourth, for opacity
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

// channel scales one to four hexadecimal digits to 16 bits.
func channel(digits string) (uint16, bool) {
	v, err := strconv.ParseUint(digits, 16, 16)
	if err != nil || len(digits) > 4 {
		return 0, false
	}
	return uint16(v * 0xffff / (1<<(4*len(digits)) - 1)), true
}
