package dialect

import (
	"strconv"
	"strings"

	"etal/internal/lazyregexp"
)

var (
	mystRole   = lazyregexp.New("^\\{([A-Za-z][\\w:.+-]*)\\}`([^`\n]+(?:\n[^`\n]+)*)`")
	roleTarget = lazyregexp.New(`^([\s\S]*?)\s*<([^<>]+)>$`)
)

// longestRole is the length in bytes of the longest role.
const longestRole = 1000

// textRoles are the roles of MyST and Sphinx whose text is text, and codeRoles those whose text is code:
// https://mystmd.org/guide/roles.
var (
	textRoles = map[string]bool{"term": true, "abbr": true, "guilabel": true, "menuselection": true, "dfn": true, "del": true, "u": true, "underline": true, "sc": true, "smallcaps": true, "button": true, "any": true, "rfc": true, "pep": true}
	codeRoles = map[string]bool{"kbd": true, "code": true, "samp": true, "file": true, "command": true, "program": true, "envvar": true, "option": true, "keyword": true, "literal": true, "func": true, "class": true, "meth": true, "mod": true, "attr": true, "exc": true, "obj": true, "data": true, "const": true, "type": true, "token": true}
	tagRoles  = map[string]string{"sub": "sub", "subscript": "sub", "sup": "sup", "superscript": "sup"}
)

// role translates a role of MyST, {name}`text`, and returns where it ends.
func (e *inlineEditor) role(i int) int {
	m := mystRole.FindStringSubmatch(e.ahead(i, longestRole))
	if m == nil {
		return i
	}
	name, text := m[1], lineEnd.ReplaceAllString(m[2], " ")
	target := text
	if t := roleTarget.FindStringSubmatch(text); t != nil {
		text, target = t[1], t[2]
	} else if name == "ref" || name == "numref" || name == "eq" || name == "doc" || name == "download" {
		text = ""
	}
	out := ""
	switch {
	case name == "ref" || name == "numref" || name == "eq":
		out = e.index.link(target, text, name)
	case name == "doc" || name == "download":
		file := strings.TrimPrefix(target, "/")
		if text == "" {
			text = target
		}
		out = "[" + text + "](" + wikiAddress(file, "") + ")"
	case name == "math":
		out = "$" + m[2] + "$"
	case tagRoles[name] != "":
		out = "<" + tagRoles[name] + ">" + text + "</" + tagRoles[name] + ">"
	case name == "abbr" || textRoles[name]:
		out = lineEnd.ReplaceAllString(text, " ")
	case codeRoles[name[strings.LastIndexByte(name, ':')+1:]]:
		out = "`" + strings.TrimLeft(text, "~!") + "`"
	default:
		return i
	}
	end := i + len(m[0])
	e.edit(i, end, out)
	return end
}

// numbers are the things of a text that cross-references name, by their names.
type numbers map[string]numbered

// A numbered is a thing that has a number among those of its kind, or a heading.
type numbered struct {
	kind   string
	number int
	title  string
}

// kinds are what things are called, by the beginnings of their names in Quarto and pandoc-crossref:
// https://quarto.org/docs/authoring/cross-references.html.
var kinds = map[string]string{
	"fig": "Figure", "tbl": "Table", "tab": "Table", "eq": "Equation", "lst": "Listing", "sec": "Section",
	"thm": "Theorem", "lem": "Lemma", "cor": "Corollary", "prp": "Proposition", "cnj": "Conjecture", "def": "Definition", "exm": "Example", "exr": "Exercise",
}

var (
	placePrefix = lazyregexp.New(`^([a-z]{2,3})[:-]`)
	headingText = lazyregexp.New(`^ {0,3}#{1,6}[ \t]+([^\n]*?)[ \t#]*(?:\n|$)`)
)

// index returns the numbers of the places of a text, in the order of which they have them.
func index(t Text) numbers {
	found := numbers{}
	counts := map[string]int{}
	last := map[string]int{} // the offset of the last of a kind
	for _, p := range t.Places {
		kind, title := "", ""
		rest := strings.TrimLeft(t.Body[p.Offset:min(p.Offset+300, len(t.Body))], " \t\n>")
		if m := placePrefix.FindStringSubmatch(p.Name); m != nil {
			kind = kinds[m[1]]
		}
		if m := headingText.FindStringSubmatch(rest); m != nil && (kind == "" || kind == "Section") {
			kind, title = "Section", m[1]
		}
		for _, sign := range []struct{ sign, kind string }{{"![", "Figure"}, {"$$", "Equation"}, {"|", "Table"}} {
			if kind == "" && strings.HasPrefix(rest, sign.sign) {
				kind = sign.kind
			}
		}
		if at, ok := last[kind]; !ok || at != p.Offset {
			counts[kind]++
			last[kind] = p.Offset
		}
		if _, taken := found[p.Name]; !taken {
			found[p.Name] = numbered{kind, counts[kind], title}
		}
	}
	return found
}

// text returns what stands for a thing in a sentence.
func (n numbered) text() string {
	switch {
	case n.title != "" && !strings.ContainsAny(n.title, "[]"):
		return n.title
	case n.kind == "" || n.kind == "Section":
		return ""
	}
	return n.kind + " " + strconv.Itoa(n.number)
}

// link returns a link to a thing with a text, or with what stands for it; only the text where there is
// no such thing. In the text of {numref}, %s is the number.
func (found numbers) link(name, text, role string) string {
	n, ok := found[name]
	number := strconv.Itoa(n.number)
	switch {
	case !ok && text == "":
		return name
	case !ok:
		return strings.NewReplacer("%s", name, "{number}", name).Replace(text)
	case text == "" && role == "eq":
		text = "(" + number + ")"
	case text == "" && n.text() == "":
		text = name
	case text == "":
		text = n.text()
	case role == "numref":
		text = strings.NewReplacer("%s", number, "{number}", number, "{name}", n.title).Replace(text)
	}
	return "[" + text + "](#" + name + ")"
}
