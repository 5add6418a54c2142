package read

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"etal/internal/lazyregexp"
)

// What can be wrong with the bytes of an article.
var (
	ErrEmpty    = errors.New("nothing to read in it")
	ErrBinary   = errors.New("binary file, not an article")
	ErrTooLarge = errors.New("larger than 64 MiB")
)

// magics lists what binary files begin with, to say more than "binary".
var magics = []struct{ magic, name string }{
	{"%PDF-", "PDF"}, {"PK\x03\x04", "zip archive"}, {"\x1f\x8b", "gzip archive"},
	{"\x89PNG", "PNG image"}, {"\xff\xd8\xff", "JPEG image"}, {"GIF8", "GIF image"},
	{"\x7fELF", "program"}, {"MZ\x90", "program"}, {"SQLite format 3", "database"},
}

type binaryError struct{ kind string }

func (e binaryError) Error() string {
	if e.kind == "PDF" {
		return "PDF files need to be converted to text first (pdftotext)"
	}
	return e.kind + ", not an article"
}

func (e binaryError) Is(target error) bool { return target == ErrBinary }

// decode returns data as UTF-8; said is the name of the encoding that its sender gave, or
// empty. A byte order mark decides; without one, text that
// is UTF-8 is UTF-8, whatever it says, text with a NUL in every other byte is UTF-16,
// what was said holds, markup is what it says that it is, text that is UTF-8 but for a few bytes is UTF-8, and
// what is left is Windows-1252, of which Latin-1 is the printable part.
func decode(data []byte, said string) (string, error) {
	if len(data) > MaxSource {
		return "", ErrTooLarge
	}
	for _, k := range magics {
		if bytes.HasPrefix(data, []byte(k.magic)) {
			return "", binaryError{k.name}
		}
	}
	enc := marked(data)
	if enc == nil {
		enc = unmarkedUTF16(data)
	}
	if enc == nil {
		switch {
		case isBinary(data):
			return "", ErrBinary
		case declared(data, said) != nil:
			enc = declared(data, said)
		case mostlyUTF8(data):
			return strings.ToValidUTF8(string(data), "\ufffd"), nil
		}
		if enc == nil {
			enc = charmap.Windows1252
		}
	}
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", ErrBinary
	}
	if isBinary(text) {
		return "", ErrBinary
	}
	return string(text), nil
}

// marked returns the encoding that data's byte order mark tells, or nil.
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
	return nil
}

// declaration matches where XML and HTML say in which encoding they are.
var declaration = lazyregexp.New(`(?i)^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']\s*([\w.:-]{1,40})|<meta\s[^>]{0,400}charset\s*=\s*["']?\s*([\w.:-]{1,40})`)

// declared returns the encoding that was said, or that a page or an XML file tells, or nil. One in which
// each byte below 0x80 is ASCII is only believed where there are others: it would change
// nothing else.
func declared(data []byte, said string) encoding.Encoding {
	name := said
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

// maxDeclaration is how far into a file it is looked for what its encoding is.
const maxDeclaration = 4096

// sniffed is how many bytes are looked at to tell text from other things.
const sniffed = 64 << 10

// unmarkedUTF16 recognises UTF-16 without a mark: most of a Latin text's high bytes
// are NUL, and none of its low ones.
func unmarkedUTF16(data []byte) encoding.Encoding {
	data = data[:min(len(data), sniffed)]
	var nul [2]int
	for i, b := range data {
		if b == 0 {
			nul[i%2]++
		}
	}
	half := len(data) / 2
	switch {
	case half < 2:
		return nil
	case nul[0] > half/2 && nul[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case nul[1] > half/2 && nul[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	}
	return nil
}

// isBinary reports whether data holds more control characters than any text does. A
// single NUL is one too many, unless almost all else is text.
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
	return nul*100 > len(data) || (nul+controls)*20 > len(data) && nul+controls > 40
}

// mostlyUTF8 reports whether data is UTF-8, if perhaps damaged: what looks like
// letters of several bytes outnumbers the bytes that fit nowhere.
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
