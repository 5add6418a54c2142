package xmltree

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// MaxDepth is how deep elements may nest: those below belong to the one at that
// depth, so that what reads the tree may recurse.
const MaxDepth = 100

var (
	xmlDeclaration = lazyregexp.New(`^\s*<\?xml\s[^>]*\?>`)
	charReference  = lazyregexp.New(`&#(?:[0-9]{1,8}|[xX][0-9a-fA-F]{1,7});`)
)

// Parse reads XML as leniently as can be: HTML's entities are known, and short ones that the
// text defines; longer ones are never expanded. End tags that fit nothing are passed over, and
// where nothing more can be read, whole is false and the tree holds what came before. Deep
// says that elements were nested deeper than maxDepth.
func Parse(text string) (root *Node, whole, deep bool) {
	text = xmlDeclaration.ReplaceAllString(text, "") // the text is UTF-8 by now, whatever it says
	text = charReference.ReplaceAllStringFunc(text, forbiddenReference)
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.Entity = entities(text)
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }

	root = &Node{Name: "#document"}
	open := []*Node{root}
	deeper := 0 // elements open below maxDepth
	for {
		token, err := d.RawToken()
		if err != nil {
			return root, err == io.EOF && len(open) == 1, deep
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.CharData:
			top.Children = append(top.Children, &Node{Text: string(token)})
		case xml.StartElement:
			if len(open) > MaxDepth {
				deeper++
				deep = true
				continue
			}
			n := &Node{Name: token.Name.Local, Attrs: attributes(token.Attr)}
			top.Children = append(top.Children, n)
			open = append(open, n)
		case xml.EndElement:
			if deeper > 0 {
				deeper--
				continue
			}
			for i := len(open) - 1; i > 0; i-- {
				if open[i].Name == token.Name.Local {
					open = open[:i]
					break
				}
			}
		}
	}
}

func attributes(list []xml.Attr) map[string]string {
	if len(list) == 0 {
		return nil
	}
	attrs := make(map[string]string, len(list))
	for _, a := range list {
		if a.Name.Space != "xmlns" {
			attrs[a.Name.Local] = safe.Line(a.Value).String()
		}
	}
	return attrs
}

// forbiddenReference returns what is shown for a reference to a character that XML
// does not allow, with which the decoder would give up; others it returns as they are.
func forbiddenReference(ref string) string {
	digits, base := ref[2:len(ref)-1], 10
	if digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	n, _ := strconv.ParseInt(digits, base, 32) // the expression takes no more digits than fit
	if n == '\r' || n >= 0x20 && n <= 0xfffd || n >= 0x10000 && n <= 0x10ffff {
		return ref
	}
	return safe.New(string(rune(n))).String()
}
