package markdown

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/markdown"
)

// A keyMark is a place of a Markdown text that cites works by their keys, as Pandoc has it,
// [@key] or @key [p. 3] (https://pandoc.org/MANUAL.html#citation-syntax), or as MyST has
// it, {cite}`key`.
type keyMark struct {
	article.Span
	cites     []keyCite
	narrative bool // the authors are part of the sentence
	loose     bool // it may be no mark at all where nothing has its key: @home
}

// A keyCite is one key in a mark, with the words around it.
type keyCite struct {
	prefix, key, suffix string
	yearOnly            bool // the authors were named before: -@key
	joined              bool // words and no semicolon stand before it: [@a and @b]
}

// maxMark is how long a mark may be, in bytes.
const maxMark = 2000

// findKeyMarks finds the marks with keys in the running text of the blocks of body.
func findKeyMarks(body string, blocks []article.Span) []keyMark {
	var marks []keyMark
	var p *markdown.Parser
	for _, b := range blocks {
		b.Start += len(noteText.FindString(body[b.Start:b.End])) // a note's text is prose
		block := body[b.Start:b.End]
		if !strings.Contains(block, "@") && !strings.Contains(block, "{cite") {
			continue
		}
		if p == nil {
			p = markdown.NewParser(body, blocks)
		}
		s := keyScanner{body: body, block: b, prose: shown(p.Parse(b, nil)), closed: map[int]bracket{}}
		marks = append(marks, s.scan()...)
	}
	return marks
}

// shown returns the running text of a block, and the captions of its figures, which
// Markdown writes as the texts of images.
func shown(t markdown.Tree) []article.Span {
	spans := t.Prose()
	markdown.Walk(t.Root, func(n ast.Node) bool {
		if _, ok := n.(*ast.Image); ok {
			markdown.Walk(n, func(c ast.Node) bool {
				if text, ok := c.(*ast.Text); ok {
					spans = append(spans, article.Span{Start: t.Offset + text.Segment.Start, End: t.Offset + text.Segment.Stop})
				}
				return c.Kind() != ast.KindCodeSpan
			})
			return false
		}
		return true
	})
	slices.SortFunc(spans, func(a, b article.Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}

// A keyScanner finds the marks in one block.
type keyScanner struct {
	body     string
	block    article.Span
	prose    []article.Span  // of the block
	brackets []bracket       // that are open
	closed   map[int]bracket // by where they start
	loose    []keyAt         // keys in no bracket
}

// A bracket is a pair of them, and the keys that stand in it and in no smaller one.
type bracket struct {
	article.Span
	keys []keyAt
}

// A keyAt is a key with its @, and the hyphen before that.
type keyAt struct {
	article.Span
	key      string
	yearOnly bool
}

// scan looks at each byte once: brackets are matched and keys put into them, then both
// are read as marks.
func (s *keyScanner) scan() []keyMark {
	var marks []keyMark
	for i := s.block.Start; i < s.block.End; {
		switch c := s.body[i]; {
		case c == '\\':
			i += 2
		case !s.inProse(i):
			i++
		case c == '[':
			s.brackets = append(s.brackets, bracket{Span: article.Span{Start: i}})
			i++
		case c == ']' && len(s.brackets) > 0:
			last := s.brackets[len(s.brackets)-1]
			s.brackets = s.brackets[:len(s.brackets)-1]
			last.End = i + 1
			s.close(last)
			i++
		case c == '@':
			i = s.key(i)
		case c == '{':
			mark, ok := readRole(s.body[i:min(i+maxMark, s.block.End)])
			if ok {
				mark.Start, mark.End = i, i+mark.End
				marks = append(marks, mark)
				i = mark.End
			} else {
				i++
			}
		default:
			i++
		}
	}
	for _, open := range s.brackets {
		s.loose = append(s.loose, open.keys...)
	}
	for _, b := range s.closed {
		if len(b.keys) > 0 {
			marks = append(marks, s.group(b))
		}
	}
	for _, k := range s.loose {
		marks = append(marks, s.narrative(k))
	}
	return inOrder(marks)
}

// close decides whether a bracket is a mark; if it is none, its keys stand for
// themselves.
func (s *keyScanner) close(b bracket) {
	next := s.body[b.End:min(b.End+1, s.block.End)]
	if b.End-b.Start > maxMark || next == "(" || next == "{" || b.Start > 0 && s.body[b.Start-1] == '^' {
		s.loose = append(s.loose, b.keys...)
		return
	}
	s.closed[b.Start] = b
}

// key reads the key whose @ is at i, and returns the offset behind it. An address of
// e-mail has none.
func (s *keyScanner) key(i int) int {
	key, end := readKey(s.body[:s.block.End], i)
	before := s.body[s.block.Start:i]
	last, _ := utf8.DecodeLastRuneInString(before)
	if key == "" || isKeyRune(last) || last == '@' || last == '/' || last == '.' {
		return end
	}
	k := keyAt{Span: article.Span{Start: i, End: end}, key: key}
	if bare, hyphen := strings.CutSuffix(before, "-"); hyphen {
		if last, _ = utf8.DecodeLastRuneInString(bare); !isKeyRune(last) && last != '-' {
			k.Start, k.yearOnly = i-1, true
		}
	}
	if n := len(s.brackets); n > 0 {
		s.brackets[n-1].keys = append(s.brackets[n-1].keys, k)
	} else {
		s.loose = append(s.loose, k)
	}
	return end
}

func (s *keyScanner) inProse(i int) bool {
	for len(s.prose) > 0 && s.prose[0].End <= i {
		s.prose = s.prose[1:]
	}
	return len(s.prose) > 0 && s.prose[0].Start <= i
}

// readKey reads the key behind the @ at i: letters, digits and _, with single signs
// between them; or anything in braces.
func readKey(text string, i int) (key string, end int) {
	if strings.HasPrefix(text[i+1:], "{") {
		n := strings.IndexByte(text[i+2:min(len(text), i+202)], '}')
		if n <= 0 {
			return "", i + 2
		}
		return oneLine(text[i+2 : i+2+n]), i + 3 + n
	}
	end = i + 1
	for at := end; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if at += size; isKeyRune(r) {
			end = at
		} else if at-size != end || end == i+1 || !strings.ContainsRune(":.#$%&-+?<>~/", r) {
			break
		}
	}
	return text[i+1 : end], end
}

func isKeyRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_')
}

// group reads a bracket: [see @a, p. 3; -@b].
func (s *keyScanner) group(b bracket) keyMark {
	m := keyMark{Span: b.Span}
	at := b.Start + 1
	for i, k := range b.keys {
		end := b.End - 1
		if i+1 < len(b.keys) {
			end = b.keys[i+1].Start
			if n := strings.IndexByte(s.body[k.End:end], ';'); n >= 0 {
				end = k.End + n
			}
		}
		prefix, apart := strings.CutPrefix(s.body[at:k.Start], ";")
		cite := keyCite{prefix: oneLine(prefix), key: k.key, suffix: oneLine(s.body[k.End:end]), yearOnly: k.yearOnly}
		if i > 0 && !apart { // [@a and @b]
			last := &m.cites[i-1]
			if words := strings.Trim(last.suffix, " ,"); words != "" {
				cite.prefix, cite.joined = words, true
			}
			last.suffix = ""
		}
		m.cites = append(m.cites, cite)
		at = end
	}
	m.loose = m.cites[0].prefix != ""
	return m
}

// narrative reads a key in the sentence, with the place that may follow it in brackets:
// @key [p. 3].
func (s *keyScanner) narrative(k keyAt) keyMark {
	m := keyMark{Span: k.Span, narrative: true, loose: true}
	cite := keyCite{key: k.key, yearOnly: k.yearOnly}
	b, ok := s.closed[k.End]
	if !ok && strings.HasPrefix(s.body[k.End:], " ") {
		b, ok = s.closed[k.End+1]
	}
	if ok && len(b.keys) == 0 && b.End-b.Start <= maxMark {
		if next := s.body[b.End:min(b.End+1, s.block.End)]; next != "[" && next != ":" {
			cite.suffix = oneLine(s.body[b.Start+1 : b.End-1])
			m.End = b.End
		}
	}
	m.cites = []keyCite{cite}
	return m
}

var (
	role     = lazyregexp.New("^\\{cite(?::?([a-z]*))\\}`([^`\n]+(?:\n[^`\n]+)*)`")
	roleItem = lazyregexp.New(`^(?:\{([^}]*)\})?([^{}]+)(?:\{([^}]*)\})?$`)
)

// readRole reads a MyST role that text begins with: {cite}`a,b`, {cite:t}`a`
// (https://mystmd.org/guide/citations). Its span counts from there.
func readRole(text string) (m keyMark, ok bool) {
	found := role.FindStringSubmatch(text)
	if found == nil {
		return m, false
	}
	m.End = len(found[0])
	m.narrative = strings.HasPrefix(found[1], "t")
	for _, item := range strings.FieldsFunc(found[2], func(r rune) bool { return r == ',' || r == ';' }) {
		if i := roleItem.FindStringSubmatch(strings.TrimSpace(item)); i != nil {
			m.cites = append(m.cites, keyCite{prefix: oneLine(i[1]), key: strings.TrimSpace(i[2]), suffix: oneLine(i[3]), yearOnly: strings.HasPrefix(found[1], "year")})
		}
	}
	return m, len(m.cites) > 0
}

var lineEnd = lazyregexp.New(`\s*\n[ \t>]*`)

// oneLine joins the lines of a part of a mark, also those of a quote.
func oneLine(s string) string { return strings.TrimSpace(lineEnd.ReplaceAllString(s, " ")) }
