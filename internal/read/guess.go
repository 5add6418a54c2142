package read

import (
	"bytes"
	"slices"
	"strings"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// The encoding of bytes that are no UTF-8 and declare none is guessed, as ICU does, by the frequency
// of letters. A guess is always a notice, since it may be wrong.

const (
	guessedBy = 32 << 10 // bytes of the lines outside ASCII by which an encoding is guessed
	fewest    = 8        // bytes outside ASCII, without which nothing can be guessed
	// surest and sureOfLatin are the confidences, in percent, from which on a guess is believed, and
	// by how much one of another Latin alphabet must exceed the one of Windows-1252. Twenty words
	// of the encoding reach the former; words in none that is known, such as IBM 866, do not.
	surest      = 20
	sureOfLatin = 15
)

// guess returns the encoding that bytes most likely have, and the notice of it.
func guess(data []byte) (encoding.Encoding, string) {
	sample, high := outsideASCII(data)
	if high >= fewest {
		for _, name := range guesses(sample) {
			enc, err := htmlindex.Get(name)
			if err != nil || enc == charmap.Windows1252 || !decodes(enc, sample) {
				continue
			}
			name, _ = htmlindex.Name(enc)
			return enc, "encoding guessed as " + name + "; --encoding NAME overrides"
		}
		if enc, name := unmixed(sample, high); enc != nil {
			return enc, "encoding guessed as " + name + "; --encoding NAME overrides"
		}
		if name := guesses(sample); len(name) > 0 {
			return charmap.Windows1252, "encoding guessed as windows-1252; --encoding NAME overrides"
		}
	}
	return charmap.Windows1252, "encoding not recognized, read as windows-1252; --encoding NAME overrides"
}

// unmixed returns the encoding of Thai, or of Russian as DOS had it, for a sample most of whose letters
// are outside ASCII, as in no Latin script; or nil. The frequency of their letters is not known here.
func unmixed(sample []byte, high int) (encoding.Encoding, string) {
	letters, thai, russian := 0, 0, 0
	for _, c := range sample {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			letters++
		case c >= 0xa1 && c <= 0xda || c >= 0xdf && c <= 0xfb:
			thai++
		}
		if c >= 0x80 && c < 0xb0 || c >= 0xe0 && c < 0xf2 {
			russian++
		}
	}
	switch {
	case letters*5 > high:
		return nil, ""
	case thai == high:
		return charmap.Windows874, "windows-874"
	case russian == high:
		return charmap.CodePage866, "ibm866"
	}
	return nil, ""
}

// outsideASCII returns the lines with bytes outside ASCII, and how many such bytes they have.
func outsideASCII(data []byte) (sample []byte, high int) {
	for line := range bytes.Lines(data) {
		n := 0
		for _, c := range line {
			if c >= 0x80 {
				n++
			}
		}
		if n > 0 {
			sample, high = append(sample, line[:min(len(line), guessedBy)]...), high+n
		}
		if len(sample) >= guessedBy {
			break
		}
	}
	return sample, high
}

// guesses returns the names of the encodings that a sample may have, the likeliest first, down to
// Windows-1252 or the last that is sure.
func guesses(sample []byte) []string {
	results, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil {
		return nil
	}
	latin := 0
	for _, r := range results {
		if isWestern(r.Charset) {
			latin = max(latin, r.Confidence)
		}
	}
	var names []string
	for _, r := range results {
		switch {
		case r.Confidence < surest:
			return names
		case isWestern(r.Charset):
			return append(names, "windows-1252")
		case strings.HasPrefix(r.Charset, "UTF-") || strings.HasPrefix(r.Charset, "IBM"): // neither can be
		case slices.Contains(otherLatin, r.Charset) && r.Confidence < latin+sureOfLatin:
		default:
			names = append(names, r.Charset)
		}
	}
	return names
}

// isWestern reports whether an encoding is a part of Windows-1252.
func isWestern(charset string) bool { return charset == "ISO-8859-1" || charset == "windows-1252" }

// otherLatin are encodings of other Latin alphabets, which differ from Windows-1252 in few letters.
var otherLatin = []string{"ISO-8859-2", "windows-1250", "ISO-8859-9", "windows-1254"}

// decodes reports whether a sample makes sense in an encoding: every character is known. The last
// one may be cut.
func decodes(enc encoding.Encoding, sample []byte) bool {
	text, err := enc.NewDecoder().Bytes(sample)
	unknown := bytes.Count(text, []byte("\ufffd"))
	return err == nil && (unknown == 0 || unknown == 1 && len(sample) >= guessedBy)
}
