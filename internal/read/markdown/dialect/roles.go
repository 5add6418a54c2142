package dialect

import (
	"slices"
	"strings"

	"etal/internal/lazyregexp"
)

var (
	mystRole   = lazyregexp.New("^\\{([A-Za-z][\\w:.+-]*)\\}`([^`\n]+(?:\n[^`\n]+)*)`")
	roleTarget = lazyregexp.New(`^([\s\S]*?)\s*<([^<>]+)>$`)
)

// textRoles are the roles of MyST and Sphinx whose text is text, and codeRoles those whose text is code:
// https://mystmd.org/guide/roles.
var (
	textRoles = strings.Fields(`term abbr guilabel menuselection dfn del u underline sc smallcaps button any rfc pep`)
	codeRoles = strings.Fields(`kbd code samp file command program envvar option keyword literal func class meth mod attr exc obj data const type token`)
	tagRoles  = map[string]string{"sub": "sub", "subscript": "sub", "sup": "sup", "superscript": "sup"}
)

// role translates a role of MyST, {name}`text`, and returns where it ends.
func (e *inlineEditor) role(i int) int {
	m := mystRole.FindStringSubmatch(e.ahead(i))
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
	case slices.Contains(textRoles, name):
		out = text
	case slices.Contains(codeRoles, name[strings.LastIndexByte(name, ':')+1:]):
		out = "`" + strings.TrimLeft(text, "~!") + "`"
	default:
		return i
	}
	end := i + len(m[0])
	e.edit(i, end, out)
	return end
}
