package lines

import (
	"slices"
	"strings"
)

// A callout is a kind of box that is drawn as one: its name in GitHub's and Obsidian's Markdown, and
// what stands before a title that it may have.
type callout struct{ name, title string }

// titled returns the title of a callout.
func (c callout) titled(title string) string {
	title = strings.TrimSpace(title)
	switch {
	case c.title == "":
		return title
	case title == "":
		return c.title
	}
	return c.title + ": " + title
}

// obsidian are the kinds that Obsidian and GitHub know by these names: https://help.obsidian.md/callouts.
var obsidian = strings.Fields("note tip important warning caution danger error attention hint info success question failure bug example quote abstract todo summary tldr check done help faq fail missing")

// foreign are other kinds by their names.
var foreign = map[string]callout{
	"admonition": {"NOTE", ""}, "callout": {"NOTE", ""}, "seealso": {"NOTE", "See also"}, "alert": {"WARNING", ""}, "secondary": {"NOTE", ""},
	"alert-info": {"NOTE", ""}, "alert-warning": {"WARNING", ""}, "alert-danger": {"CAUTION", ""}, "alert-success": {"TIP", ""},
	"rmdnote": {"NOTE", ""}, "rmdtip": {"TIP", ""}, "rmdwarning": {"WARNING", ""}, "rmdcaution": {"CAUTION", ""}, "rmdimportant": {"IMPORTANT", ""},
}

// theorems are the kinds of theorems, by the beginnings of Quarto's names of them and by bookdown's
// and MyST's classes: https://quarto.org/docs/authoring/cross-references.html#theorems-and-proofs.
var theorems = map[string]callout{
	"thm": {"THEOREM", ""}, "lem": {"LEMMA", ""}, "cor": {"COROLLARY", ""}, "prp": {"PROPOSITION", ""}, "cnj": {"CONJECTURE", ""},
	"def": {"DEFINITION", ""}, "exm": {"EXAMPLE", ""}, "exr": {"EXERCISE", ""}, "sol": {"SOLUTION", ""}, "rem": {"REMARK", ""},
	"theorem": {"THEOREM", ""}, "lemma": {"LEMMA", ""}, "corollary": {"COROLLARY", ""}, "proposition": {"PROPOSITION", ""}, "conjecture": {"CONJECTURE", ""},
	"definition": {"DEFINITION", ""}, "exercise": {"EXERCISE", ""}, "solution": {"SOLUTION", ""}, "remark": {"REMARK", ""}, "proof": {"PROOF", ""},
}

// calloutOf returns the kind of callout that a class or a directive means, or none.
func calloutOf(class string) callout {
	class = strings.ToLower(class)
	class = strings.TrimPrefix(class[strings.LastIndexByte(class, ':')+1:], "callout-")
	if slices.Contains(obsidian, class) {
		return callout{strings.ToUpper(class), ""}
	}
	if c, ok := foreign[class]; ok {
		return c
	}
	if len(class) > 3 {
		return theorems[class]
	}
	return callout{}
}

// transparent are the directives and divs whose content stands for itself behind their title.
var transparent = strings.Fields("dropdown details card tab-item tab-set tabs grid grid-item grid-item-card margin sidebar aside topic epigraph pull-quote highlights compound container div table versionadded versionchanged deprecated glossary figure-md")

// IsLeaf reports whether the content of a directive is no Markdown.
func IsLeaf(name string) bool { return slices.Contains(leaves, name) }

var leaves = strings.Fields("figure image math code code-block code-cell sourcecode list-table csv-table bibliography eval-rst raw toctree mermaid literalinclude")
