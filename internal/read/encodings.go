package read

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// Encodings returns the names of the encodings that a [Reader] may be told, those of the WHATWG's
// Encoding Standard. Their other labels, such as latin1 and cp1251, are known as well.
func Encodings() []string {
	return strings.Fields("utf-8 utf-16le utf-16be windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 " +
		"windows-1256 windows-1257 windows-1258 windows-874 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 " +
		"iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u ibm866 macintosh x-mac-cyrillic " +
		"gb18030 gbk big5 euc-jp iso-2022-jp shift_jis euc-kr")
}

// IsEncoding reports whether a name is that of an encoding.
func IsEncoding(name string) bool { return encodingNamed(name) != nil }

// encodingNamed returns the encoding with a name or another label, whose hyphens may be left out;
// nil if none has it.
func encodingNamed(name string) encoding.Encoding {
	if enc, err := htmlindex.Get(name); err == nil {
		return enc
	}
	for _, known := range Encodings() {
		if name != "" && bareLabel(known) == bareLabel(name) {
			enc, _ := htmlindex.Get(known) // in the index, as a test holds
			return enc
		}
	}
	return nil
}

// bareLabel returns a label in lower case without hyphens.
func bareLabel(label string) string {
	return strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(label))
}
