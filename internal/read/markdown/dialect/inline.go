package dialect

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// inline translates what stands in the running text: links of wikis, marked text, roles of
// MyST, cross-references, comments.
func inline(t Text) []edit {
	e := inlineEditor{Text: t, index: index(t), linked: map[string]bool{}}
	for _, m := range linkedBlock.FindAllStringSubmatch(t.Body, -1) {
		e.linked[m[1]] = true
	}
	t.prose(mayHaveInline, e.block)
	return e.edits
}

// inlineSigns are the signs without which a block has nothing to translate.
var inlineSigns = []string{"[[", "==", "++", "%%", "^^", " ^", "\n^", "^[", "}`", "@fig", "@tbl", "@sec", "@eq", "@lst", "@tab", "@thm", "@Fig", "@Tbl", "@Sec", "@Eq", "@ref(", "ref{"}

func mayHaveInline(block string) bool { return hasAny(block, inlineSigns) }

// An inlineEditor makes the edits of the prose of blocks.
type inlineEditor struct {
	Text
	index  numbers
	linked map[string]bool // names of blocks that links lead to
	edits  []edit
	p      *proseBlock
	marks  map[string]int // offsets of signs that may open a pair, plus 1
	// uncommented says that no sign behind one that was read ends a comment.
	uncommented bool
}

func (e *inlineEditor) block(p *proseBlock) {
	e.p, e.marks, e.uncommented = p, map[string]int{}, false
	p.signs(func(i int) int {
		switch e.Body[i] {
		case '[':
			if end := e.wiki(i); end > i {
				return end
			}
			if end := e.crossReferences(i); end > i {
				return end
			}
		case '!':
			return e.wiki(i)
		case '\\':
			if end := e.latex(i); end > i {
				return end
			}
			return e.bookdown(i)
		case '=':
			return e.pair(i, "==", "<mark>", "</mark>")
		case '+':
			return e.pair(i, "++", "", "")
		case '%':
			return e.comment(i)
		case '^':
			if m := raisedLinks.FindStringSubmatch(e.ahead(i)); m != nil {
				e.edit(i, i+1, "<sup>")
				e.edit(i+len(m[0])-1, i+len(m[0]), "</sup>")
				return i + len(m[0])
			}
			if strings.HasPrefix(e.ahead(i), "^^") {
				return e.pair(i, "^^", "", "")
			}
			return e.blockName(i)
		case '{':
			return e.role(i)
		case '@':
			return e.crossReferences(i)
		}
		return i + 1
	})
}

func (e *inlineEditor) edit(start, end int, text string, names ...string) {
	e.edits = append(e.edits, edit{article.Span{Start: start, End: end}, text, names})
}

// longestInline is the length in bytes of the longest construct that is looked for within a line of
// prose. It bounds the time for signs that nothing closes.
const longestInline = 1000

// ahead returns the text of the block from an offset, as far as a construct that begins there may go.
func (e *inlineEditor) ahead(i int) string {
	return e.Body[i:min(i+longestInline, e.p.block.End)]
}

// behind returns the byte before an offset of the block, or a blank at its beginning.
func (e *inlineEditor) behind(i int) byte {
	if i == e.p.block.Start {
		return ' '
	}
	return e.Body[i-1]
}

// pair replaces two signs around text that no blank parts from it, ==like these==.
func (e *inlineEditor) pair(i int, sign, before, after string) int {
	end := i + len(sign)
	if !strings.HasPrefix(e.ahead(i), sign) {
		return i + 1
	}
	for end < e.p.block.End && e.Body[end] == sign[0] {
		end++
	}
	if end > i+len(sign) { // a line of them
		return end
	}
	last, next := e.behind(i), byte(' ')
	if end < e.p.block.End {
		next = e.Body[end]
	}
	opens := !isWordByte(last) && strings.IndexByte(" \t\n=+<>.,;:)", next) < 0
	closes := !isWordByte(next) && strings.IndexByte(" \t\n=+(<>", last) < 0
	if from := e.marks[sign]; closes && from > 0 {
		e.edit(from-1, from-1+len(sign), before)
		e.edit(i, end, after)
		delete(e.marks, sign)
	} else if opens {
		e.marks[sign] = i + 1
	}
	return end
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 || c == '_'
}

// comment hides a comment of Obsidian, %%like this%%.
func (e *inlineEditor) comment(i int) int {
	if !strings.HasPrefix(e.ahead(i), "%%") || isWordByte(e.behind(i)) || e.uncommented {
		return i + 1
	}
	n := strings.Index(e.Body[i+2:e.p.block.End], "%%")
	if n < 0 {
		e.uncommented = true
		return i + 2
	}
	end := i + 2 + n + 2
	e.edit(i, end, "")
	return end
}

// raisedLinks matches links that are raised, as Pandoc writes citations of styles with raised numbers.
var raisedLinks = lazyregexp.New(`^\^(?:\[[^\[\]\n]*\]\([^()\s]*\)[,;–-]?)+\^`)

var linkedBlock = lazyregexp.New(`#\^([A-Za-z0-9-]{1,60})`)

var blockMark = lazyregexp.New(`^\^([A-Za-z0-9-]{1,60})[ \t]*(?:\n|$)`)

// blockName hides the name of a block of Obsidian, ^a1b2c3 at the end of a line: one that is linked to,
// or at the end of a block.
func (e *inlineEditor) blockName(i int) int {
	m := blockMark.FindStringSubmatch(e.ahead(i))
	before := e.behind(i)
	if m == nil || before != ' ' && before != '\n' {
		return i + 1
	}
	name := m[1]
	last := strings.TrimSpace(e.Body[i+1+len(name):e.p.block.End]) == ""
	if !e.linked[name] && (!last || len(name) < 3 || strings.Trim(name, "0123456789-") == "") {
		return i + 1
	}
	start := i
	for start > e.p.block.Start && e.Body[start-1] == ' ' {
		start--
	}
	e.edit(e.p.block.Start, e.p.block.Start, "", "^"+name)
	e.edit(start, i+1+len(name), "")
	return i + 1 + len(name)
}
