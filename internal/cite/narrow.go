package cite

import (
	"strings"
	"unicode/utf8"

	"etal/internal/names"
)

// narrowSigns replaces full-width signs by ASCII and blanks, in as many bytes. The blanks follow an
// opening sign and precede a closing one, so that no span cuts a character.
var narrowSigns = strings.NewReplacer(
	"（", "(  ", "）", "  )", "［", "[  ", "］", "  ]", "【", "[  ", "】", "  ]", "〔", "[  ", "〕", "  ]",
	"，", ",  ", "、", ",  ", "；", ";  ", "：", ":  ", "～", "~  ", "－", "-  ", "／", "/  ")

// narrow returns text with full-width digits and signs as ASCII, in as many bytes. Digits are
// followed by the blanks.
func narrow(text string) string {
	if !strings.ContainsAny(text, "（［【〔，、；：～－／"+names.FullWidthDigits) {
		return text
	}
	text = narrowSigns.Replace(text)
	var b strings.Builder
	b.Grow(len(text))
	blanks := 0 // that the digits so far are short of
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:]) // that of an invalid byte is 1
		if r >= '０' && r <= '９' {
			b.WriteByte('0' + byte(r-'０'))
			blanks += size - 1
			continue
		}
		for ; blanks > 0; blanks-- {
			b.WriteByte(' ')
		}
		b.WriteString(text[i : i+size])
	}
	b.WriteString(strings.Repeat(" ", blanks))
	return b.String()
}
