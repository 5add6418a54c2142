package dialect

import (
	"strconv"
	"strings"

	"etal/internal/lazyregexp"
)

var (
	crossKey     = lazyregexp.New(`^-?@([A-Za-z]{2,3}[:-][\w.:-]*\w)`)
	crossGroup   = lazyregexp.New(`^\[(-?@[A-Za-z]{2,3}[:-][\w.:-]*\w(?:\s*[;,]\s*-?@[A-Za-z]{2,3}[:-][\w.:-]*\w)*)\]`)
	betweenKeys  = lazyregexp.New(`\s*[;,]\s*`)
	bookdownName = lazyregexp.New(`^@ref\(([\w:.-]+)\)`)
)

// crossReferences makes links of the cross-references of Quarto and pandoc-crossref, @fig-x and
// [@fig:x; @fig:y], and of bookdown, \@ref(fig:x), and returns where they end. Names that no place of
// the text has stay as they are: they may be keys of works.
func (e *inlineEditor) crossReferences(i int) int {
	text := e.ahead(i)
	if m := crossGroup.FindStringSubmatch(text); m != nil {
		var links []string
		for _, key := range betweenKeys.Split(m[1], -1) {
			link := e.cross(key)
			if link == "" {
				return i
			}
			links = append(links, link)
		}
		e.edit(i, i+len(m[0]), strings.Join(links, ", "))
		return i + len(m[0])
	}
	if text[0] != '@' || isWordByte(e.behind(i)) {
		return i
	}
	m := crossKey.FindString(text)
	link := e.cross(m)
	if link == "" {
		return i + 1
	}
	e.edit(i, i+len(m), link)
	return i + len(m)
}

// cross returns the link for a key with its @, or "" if no place has that name.
func (e *inlineEditor) cross(key string) string {
	m := crossKey.FindStringSubmatch(key)
	if m == nil {
		return ""
	}
	name := m[1]
	n, ok := e.index[name]
	if !ok {
		name = strings.ToLower(name[:1]) + name[1:]
		n, ok = e.index[name]
	}
	switch {
	case !ok:
		return ""
	case strings.HasPrefix(key, "-"):
		return "[" + strconv.Itoa(n.number) + "](#" + name + ")"
	}
	return e.index.link(name, "", "")
}

// bookdown makes a link of bookdown's cross-reference whose backslash is at i, and returns where it ends.
func (e *inlineEditor) bookdown(i int) int {
	m := bookdownName.FindStringSubmatch(e.ahead(i + 1))
	if m == nil {
		return i
	}
	n, ok := e.index[m[1]]
	if !ok {
		return i
	}
	text := strconv.Itoa(n.number)
	if n.title != "" {
		text = n.text()
	}
	e.edit(i, i+1+len(m[0]), "["+text+"](#"+m[1]+")")
	return i + 1 + len(m[0])
}
