package text

import (
	"strings"

	"etal/internal/doc"
	"etal/internal/safe"
	"etal/internal/sourcecode"
)

// blockLines is the number of lines from which on a blank one ends a block of code, so that a long
// file is laid out part by part.
const blockLines = 50

// ReadCode reads a text that is code as a whole: its lines stay as they stand. Language is the name
// of its language, empty where it is not known.
func ReadCode(text safe.Text, language string) *doc.Document {
	if language == "" && sourcecode.IsDiff(text.String()) {
		language = "diff"
	}
	var d doc.Document
	from, at, n := 0, 0, 0
	add := func(end int) {
		if code := text.Slice(from, end); strings.TrimSpace(code.String()) != "" {
			d.Blocks = append(d.Blocks, doc.Code{Language: language, Text: safe.New(strings.Trim(code.String(), "\n") + "\n")})
		}
		from, n = end, 0
	}
	for line := range strings.Lines(text.String()) {
		at += len(line)
		if n++; n > blockLines && strings.TrimSpace(line) == "" {
			add(at)
		}
	}
	add(text.Len())
	return &d
}
