package search

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// A folder folds a text, leaving out the signs of Markdown, and notes where each byte came
// from.
type folder struct {
	source string
	text   []byte
	parts  []segment
	end    int // of the block that is being folded
}

// block folds a block of the source: code as it stands, all else without its Markdown.
func (f *folder) block(s article.Span) {
	f.end = s.End
	text := f.source[s.Start:s.End]
	if fence := fenced.FindString(text); fence != "" {
		f.verbatim(s.Start+len(fence), s.End)
		return
	}
	for at := s.Start + len(leading.FindString(text)); at < f.end; {
		if n := f.plain(at); n > 0 {
			f.copy(at, n)
			at += n
			continue
		}
		at = f.inline(at)
	}
}

// plain returns how many bytes from at on are words with single blanks between them: most
// of any text, for which this is the fast way.
func (f *folder) plain(at int) int {
	i := at
	for i < f.end {
		c := f.source[i]
		between := c == ' ' && i > at && i+1 < f.end && isPlain(f.source[i+1])
		if !isPlain(c) && c != ',' && c != '.' && !between {
			break
		}
		i++
	}
	if i < f.end && f.source[i] >= utf8.RuneSelf && i > at {
		i-- // it may be an accent of the letter before
	}
	return i - at
}

// fenced matches the line that opens a block of code.
var fenced = lazyregexp.New("^ {0,3}(?:```|~~~)[^\n]*\n?")

// verbatim folds text in which no sign is Markdown's.
func (f *folder) verbatim(at, end int) {
	for at < end {
		at = f.letter(at)
	}
}

// The Markdown that is left out. What a reader sees of it goes on as text.
var (
	destination = lazyregexp.New(`^\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)`)
	note        = lazyregexp.New(`^\[\^[^\]\s]{1,60}\]:?`)
	tag         = lazyregexp.New(`^</?[A-Za-z][^<>\n]{0,300}>|^<!--.{0,1000}?-->`)
	address     = lazyregexp.New(`^<[a-z]{2,12}:[^<>\s]{0,1000}>`)
	character   = lazyregexp.New(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)
	raised      = lazyregexp.New(`^\^[^\s^\[\]]{1,30}\^`)
	code        = lazyregexp.New("^`[^`\n]{1,500}`")
	lowered     = lazyregexp.New(`^~[^\s~]{1,30}~`)
	leading     = lazyregexp.New(`^[ \t]*(?:#{1,6} +|(?:> ?)+|\|?[:\-| ]*-[:\-| ]*\|[:\-| ]*\n)?`)
)

// inline folds what stands at a byte of the source, and returns where to go on.
func (f *folder) inline(at int) int {
	rest := f.source[at:f.end]
	skip := func(r *lazyregexp.Regexp) int { return len(r.FindString(rest)) }
	switch c := rest[0]; c {
	case '\\':
		if len(rest) > 1 && rest[1] < 0x80 && !isPlain(rest[1]) && rest[1] != '\n' && rest[1] != ' ' {
			return f.letter(at + 1)
		}
	case '\n':
		n := 1 + len(leading.FindString(rest[1:]))
		f.put(at, n, " ")
		return at + n
	case '*', '_':
		if f.isSign(at) {
			return at + 1
		}
	case '~':
		if strings.HasPrefix(rest, "~~") {
			return at + 2
		}
		if n := skip(lowered); n > 0 {
			f.verbatim(at+1, at+n-1)
			return at + n
		}
	case '`':
		if n := skip(code); n > 0 {
			f.verbatim(at+1, at+n-1)
			return at + n
		}
		return at + 1
	case '|':
		f.put(at, 1, " ")
		return at + 1
	case '!':
		if strings.HasPrefix(rest, "![") && opensLink(rest[1:]) {
			return at + 2
		}
	case '[':
		if n := skip(note); n > 0 {
			return at + n
		}
		if opensLink(rest) {
			return at + 1
		}
	case ']':
		if n := skip(destination); n > 0 {
			return at + n
		}
	case '<':
		if n := skip(address); n > 0 {
			f.verbatim(at+1, at+n-1)
			return at + n
		}
		if n := skip(tag); n > 0 {
			return at + n
		}
	case '&':
		if n := skip(character); n > 0 {
			f.put(at, n, foldAll(html.UnescapeString(rest[:n])))
			return at + n
		}
	case '^':
		if n := skip(raised); n > 0 {
			f.verbatim(at+1, at+n-1)
			return at + n
		}
	}
	return f.letter(at)
}

// maxLinkText bounds the text of a link, in bytes; what is longer is searched as it stands.
const maxLinkText = 500

// opensLink reports whether the bracket that a text begins with opens a link's text.
func opensLink(text string) bool {
	depth := 0
	for i := range min(len(text), maxLinkText) {
		switch text[i] {
		case '\n':
			return false
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return strings.HasPrefix(text[i+1:], "(")
			}
		}
	}
	return false
}

// isSign reports whether the asterisk or underscore at a byte is a sign of emphasis: it
// touches a word, and an underscore does not join two.
func (f *folder) isSign(at int) bool {
	before, after := byte(' '), byte(' ')
	if at > 0 {
		before = f.source[at-1]
	}
	if at+1 < f.end {
		after = f.source[at+1]
	}
	if f.source[at] == '_' && isPlain(before) && isPlain(after) {
		return false
	}
	return !isBlank(before) || !isBlank(after)
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// isPlain reports whether an ASCII byte is a letter or a digit.
func isPlain(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// letter folds what stands at a byte of the source as one letter, with the accents that
// follow it, and returns where to go on.
func (f *folder) letter(at int) int {
	c := f.source[at]
	next := at + 1
	if c < 0x80 && (next == f.end || f.source[next] < 0x80) {
		switch {
		case isBlank(c):
			f.put(at, 1, " ")
		case c == '`':
			f.put(at, 1, "'")
		default:
			f.copy(at, 1)
		}
		return next
	}
	r, size := utf8.DecodeRuneInString(f.source[at:f.end])
	next = at + size
	for next < f.end && f.source[next] >= 0x80 {
		mark, size := utf8.DecodeRuneInString(f.source[next:f.end])
		if !unicode.Is(unicode.Mn, mark) && !unicode.Is(unicode.Cf, mark) {
			break
		}
		next += size
	}
	f.put(at, next-at, foldRune(r))
	return next
}

// copy adds bytes of the source as they are.
func (f *folder) copy(at, length int) {
	text := f.source[at : at+length]
	if n := len(f.parts); n > 0 {
		last := &f.parts[n-1]
		if !last.whole && int(last.source+last.length) == at && int(last.folded+last.length) == len(f.text) {
			last.length += int32(length)
			f.text = append(f.text, text...)
			return
		}
	}
	f.parts = append(f.parts, segment{folded: int32(len(f.text)), source: int32(at), length: int32(length)})
	f.text = append(f.text, text...)
}

// put adds folded text that stands for length bytes of the source. One blank stands for all
// that follow each other.
func (f *folder) put(at, length int, folded string) {
	n := len(f.text)
	if folded == "" || folded == " " && (n == 0 || f.text[n-1] == ' ') {
		return
	}
	if folded == f.source[at:at+length] {
		f.copy(at, length)
		return
	}
	f.parts = append(f.parts, segment{int32(n), int32(at), int32(length), true})
	f.text = append(f.text, folded...)
}

// letters are what letters without a decomposition are taken for.
var letters = map[rune]string{
	'ß': "ss", 'ẞ': "SS", 'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'ø': "o", 'Ø': "O", 'đ': "d", 'Đ': "D",
	'ł': "l", 'Ł': "L", 'ı': "i", 'þ': "th", 'Þ': "TH", 'ð': "d", 'Ð': "D", 'ħ': "h", 'Ħ': "H",
	'‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", 'ʼ': "'", '´': "'", '“': `"`, '”': `"`, '„': `"`, '‟': `"`, '″': `"`, '«': `"`, '»': `"`,
	'−': "-", '⁄': "/", '×': "x",
}

// foldRune folds one rune: compatibility decomposition without accents (Unicode's NFKD),
// all blanks, dashes and quotes alike, and nothing for what takes no room.
func foldRune(r rune) string {
	if s, ok := letters[r]; ok {
		return s
	}
	switch {
	case unicode.Is(unicode.Zs, r):
		return " "
	case unicode.Is(unicode.Pd, r):
		return "-"
	case unicode.In(r, unicode.Mn, unicode.Cf):
		return ""
	}
	s := string(r)
	if norm.NFKD.IsNormalString(s) {
		return s
	}
	return foldAll(norm.NFKD.String(s))
}

// foldAll folds each rune of a text that is decomposed already.
func foldAll(s string) string {
	var b strings.Builder
	for _, r := range s {
		if folded, ok := letters[r]; ok {
			b.WriteString(folded)
			continue
		}
		switch {
		case unicode.Is(unicode.Pd, r):
			b.WriteByte('-')
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case !unicode.In(r, unicode.Mn, unicode.Cf):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldQuery folds a query like a text: as it is shown or, with markdown, as it is written.
// It is in small letters unless it has a capital.
func foldQuery(query string, markdown bool) []byte {
	f := folder{source: query, end: len(query)}
	if markdown {
		f.block(article.Span{End: len(query)})
	} else {
		f.verbatim(0, len(query))
	}
	return f.text
}
