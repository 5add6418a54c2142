package read

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	letter "unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"etal/internal/lazyregexp"
)

// Errors for bytes that are not an article.
var (
	ErrEmpty    = errors.New("nothing to read in it")
	ErrBinary   = errors.New("binary file, not an article")
	ErrTooLarge = errors.New("larger than 64 MiB")
)

// magics lists the first bytes of kinds of binary files, for their error messages.
var magics = []struct{ magic, name string }{
	{"PK\x03\x04", "zip archive"}, {gzipMagic, "gzip archive"},
	{"\x89PNG", "PNG image"}, {"\xff\xd8\xff", "JPEG image"}, {"GIF8", "GIF image"},
	{"\x7fELF", "program"}, {"MZ\x90", "program"}, {"SQLite format 3", "database"},
}

type binaryError struct{ kind string }

func (e binaryError) Error() string {
	return e.kind + ", not an article"
}

func (e binaryError) Is(target error) bool { return target == ErrBinary }

// A decoded source is text, with a notice where its encoding was guessed.
type decoded struct{ text, notice string }

// decode returns data as UTF-8. Named is the encoding that the caller named, charset the one that
// its sender declared; both may be empty. In this order: named; a byte order mark; NULs of UTF-16;
// valid UTF-8 is UTF-8, whatever it declares; then charset counts, then a declaration in markup;
// data that is UTF-8 but for a few bytes is UTF-8, and all else is guessed.
func decode(data []byte, named, charset string) (decoded, error) {
	for _, k := range magics {
		if bytes.HasPrefix(data, []byte(k.magic)) {
			return decoded{}, binaryError{k.name}
		}
	}
	enc, notice := encodingNamed(named), ""
	if enc == nil {
		enc = marked(data)
	}
	if enc == nil {
		enc = unmarkedUTF16(data)
	}
	if enc == nil {
		switch {
		case isBinary(data):
			return decoded{}, ErrBinary
		case declared(data, charset) != nil:
			enc = declared(data, charset)
		case mostlyUTF8(data):
			return decoded{text: strings.ToValidUTF8(string(data), "\ufffd")}, nil
		default:
			enc, notice = guess(data)
		}
	}
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil || isBinary(text) {
		return decoded{}, ErrBinary
	}
	return decoded{strings.TrimPrefix(string(text), "\ufeff"), notice}, nil
}

// marked returns the encoding of data's byte order mark, or that of the escape sequences for Japanese
// in it, or nil.
func marked(data []byte) encoding.Encoding {
	for _, m := range []struct {
		mark string
		enc  encoding.Encoding
	}{
		{"\xef\xbb\xbf", unicode.UTF8BOM},
		{"\xff\xfe\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
		{"\x00\x00\xfe\xff", utf32.UTF32(utf32.BigEndian, utf32.UseBOM)},
		{"\xff\xfe", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"\xfe\xff", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
	} {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return m.enc
		}
	}
	if bytes.Contains(data, []byte("\x1b$B")) && bytes.Contains(data, []byte("\x1b(")) && !slices.ContainsFunc(data, func(b byte) bool { return b >= 0x80 }) {
		return japanese.ISO2022JP
	}
	return nil
}

// declaration matches the encoding that XML and HTML declare.
var declaration = lazyregexp.New(`(?i)^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']\s*([\w.:-]{1,40})|<meta\s[^>]{0,400}charset\s*=\s*["']?\s*([\w.:-]{1,40})`)

// declared returns the encoding by the name of charset or else by the declaration in an HTML or
// XML file, or nil. Valid UTF-8 is believed to be in another encoding only if that is written in
// ASCII.
func declared(data []byte, charset string) encoding.Encoding {
	name := charset
	if m := declaration.FindSubmatch(data[:min(len(data), maxDeclaration)]); name == "" && m != nil {
		name = string(m[1]) + string(m[2])
	}
	enc, err := htmlindex.Get(name)
	if err != nil || enc == unicode.UTF8 {
		return nil
	}
	if name, err = htmlindex.Name(enc); err != nil || strings.HasPrefix(name, "utf-16") || name == "replacement" {
		return nil // a file in UTF-16 could not say so in ASCII
	}
	if utf8.Valid(data) && !(name == "iso-2022-jp" && bytes.Contains(data, []byte("\x1b$"))) {
		return nil
	}
	return enc
}

// maxDeclaration is how many bytes of a file are searched for a declaration.
const maxDeclaration = 4096

// sniffed is how many bytes of a file tell whether it is text.
const sniffed = 64 << 10

// unmarkedUTF16 returns the byte order of UTF-16 without a mark, or nil. The high bytes of Latin
// letters, blanks and line ends are NUL, and few low bytes are.
func unmarkedUTF16(data []byte) encoding.Encoding {
	data = data[:min(len(data), sniffed)&^1]
	var nul [2]int
	for i, b := range data {
		if b == 0 {
			nul[i%2]++
		}
	}
	order := unicode.LittleEndian
	if nul[0] > nul[1] {
		order = unicode.BigEndian
	}
	most, least := max(nul[0], nul[1]), min(nul[0], nul[1])
	switch enc := unicode.UTF16(order, unicode.IgnoreBOM); {
	case len(data) < 4 || most == 0 || least*4 > most:
		return nil
	case most > len(data)/4 && least == 0 || !isASCII(data) && isWritten(enc, data):
		return enc
	}
	return nil
}

// isASCII reports whether all bytes but NULs are ASCII's.
func isASCII(data []byte) bool {
	return !slices.ContainsFunc(data, func(b byte) bool { return b > 0x7e || b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' })
}

// isWritten reports whether data in an encoding is text of few scripts: all of it is printable, and
// most of the characters share the upper part of their number with many others, or are ideographs.
func isWritten(enc encoding.Encoding, data []byte) bool {
	text, err := enc.NewDecoder().String(string(data))
	if err != nil {
		return false
	}
	pages, letters, all := map[rune]int{}, 0, 0
	for _, r := range text {
		all++
		switch {
		case r == utf8.RuneError || !letter.IsGraphic(r) && !letter.IsSpace(r):
			return false
		case letter.In(r, letter.Han, letter.Hangul):
			pages[-1]++
			letters++
		case letter.IsLetter(r) || r < 0x80 || letter.IsMark(r):
			pages[r>>8]++
			letters++
		}
	}
	common := 0
	for _, n := range pages {
		if n > all/10 {
			common += n
		}
	}
	return letters*10 > all*7 && common*10 > all*8
}

// isBinary reports whether data has more control characters than any text. A few NULs are allowed:
// one in a hundred bytes and, in a short text, up to ten, but fewer than one in eight.
func isBinary(data []byte) bool {
	data = data[:min(len(data), sniffed)]
	nul, controls := 0, 0
	for _, b := range data {
		switch {
		case b == 0:
			nul++
		case b < 0x20 && !bytes.ContainsRune([]byte("\t\n\v\f\r\b\x1b\a"), rune(b)):
			controls++
		}
	}
	return nul > max(len(data)/100, min(10, len(data)/8)) || (nul+controls)*20 > len(data) && nul+controls > 40
}

// mostlyUTF8 reports whether data is UTF-8, perhaps damaged: it has at least as many letters of
// several bytes as stray bytes.
func mostlyUTF8(data []byte) bool {
	letters, stray := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			stray++
		case size > 1:
			letters++
		}
		data = data[size:]
	}
	return stray <= letters
}
