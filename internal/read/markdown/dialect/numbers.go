package dialect

import (
	"strconv"
	"strings"

	"etal/internal/lazyregexp"
)

// numbers are the things of a text that cross-references name, by their names.
type numbers map[string]numbered

// A numbered is a thing that has a number among those of its kind, or a heading.
type numbered struct {
	kind   string
	number int
	title  string // of a heading
}

// kinds are what things are called, by the beginnings of their names in Quarto and pandoc-crossref:
// https://quarto.org/docs/authoring/cross-references.html.
var kinds = map[string]string{
	"fig": "Figure", "tbl": "Table", "tab": "Table", "eq": "Equation", "lst": "Listing", "sec": "Section",
	"thm": "Theorem", "lem": "Lemma", "cor": "Corollary", "prp": "Proposition", "cnj": "Conjecture", "def": "Definition", "exm": "Example", "exr": "Exercise",
}

var placePrefix = lazyregexp.New(`^([a-z]{2,3})[:-]`)

// index numbers the things that the places of a text name, each kind in the order of the text.
func index(t Text) numbers {
	found := numbers{}
	counts := map[string]int{}
	last := map[string]int{} // the offset of the last one of a kind, which may have several names
	for _, p := range t.Places {
		kind, title := "", ""
		rest := strings.TrimLeft(t.Body[p.Offset:min(p.Offset+longestInline, len(t.Body))], " \t\n>")
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
