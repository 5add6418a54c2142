package article

import "strings"

// withItalics returns the text of a reference, as printed, with asterisks around the stretches that its
// Markdown sets in italics. Asterisks of the text itself are left out.
func withItalics(markdown, text string) string {
	text = strings.ReplaceAll(text, "*", "")
	var b strings.Builder
	for _, stretch := range italics(markdown) {
		before, after, found := strings.Cut(text, stretch)
		if found {
			b.WriteString(before + "*" + stretch + "*")
			text = after
		}
	}
	return b.String() + text
}

// italics returns the stretches of a line of Markdown between two lone asterisks or two lone
// underscores, as they are read.
func italics(markdown string) []string {
	var stretches []string
	var b strings.Builder
	var open byte // the sign that ends the stretch, or 0
	for i := 0; i < len(markdown); i++ {
		c := markdown[i]
		run := 1
		for i+run < len(markdown) && markdown[i+run] == c {
			run++
		}
		switch {
		case c == '\\' && i+1 < len(markdown):
			i++
			b.WriteByte(markdown[i])
		case (c == '*' || c == '_') && run > 1:
			i += run - 1
		case c == open:
			stretches = append(stretches, unescaped.Replace(b.String()))
			open = 0
		case open == 0 && (c == '*' || c == '_' && (i == 0 || strings.IndexByte(" (\"'[", markdown[i-1]) >= 0)):
			open = c
			b.Reset()
		default:
			b.WriteByte(c)
		}
	}
	return stretches
}

// unescaped reads the entities that Markdown has for its own signs.
var unescaped = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`)
