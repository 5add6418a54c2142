package dialect

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

var (
	wikiLink   = lazyregexp.New(`^!?\[\[([^\[\]\n|\s"][^\[\]\n|"]*?)(?:\\?\|([^\[\]\n]*))?\\?\]\]`)
	wikiNumber = lazyregexp.New(`^[\d\s,;–-]+$`)
	imageFile  = lazyregexp.New(`(?i)\.(?:png|jpe?g|gif|svg|webp|bmp|avif|tiff?)$`)
	pixels     = lazyregexp.New(`^\d+(?:x\d+)?$`)
)

// wiki makes a link of one as Obsidian and wikis have it, [[file#part|text]], and returns where it
// ends: https://help.obsidian.md/links.
func (e *inlineEditor) wiki(i int) int {
	text := e.ahead(i)
	if !strings.HasPrefix(text, "[[") && !strings.HasPrefix(text, "![[") {
		return i
	}
	m := wikiLink.FindStringSubmatch(text)
	if m == nil || isWordByte(e.behind(i)) || wikiNumber.MatchString(m[1]) || strings.IndexByte("@^", m[1][0]) >= 0 || !strings.ContainsFunc(m[1], unicode.IsLetter) {
		return i
	}
	end := i + len(m[0])
	if end < e.p.block.End && strings.IndexByte("([{", e.Body[end]) >= 0 {
		return i
	}
	file, part, _ := strings.Cut(strings.TrimSuffix(m[1], `\`), "#")
	label := strings.TrimSpace(m[2])
	if label == "" || pixels.MatchString(label) {
		label = verbatim.Replace(strings.TrimPrefix(strings.ReplaceAll(strings.TrimSuffix(m[1], `\`), "#", " > "), " > "))
	}
	mark := ""
	if text[0] == '!' && imageFile.MatchString(file) {
		mark = "!"
	}
	e.edit(i, end, mark+"["+label+"]("+wikiAddress(strings.TrimSpace(file), part)+")")
	return end
}

// verbatim escapes what Markdown would read in a file's name.
var verbatim = strings.NewReplacer("_", `\_`, "*", `\*`, "`", "\\`", "<", `\<`)

// wikiAddress returns the address of a file and of a part of it: a heading, or a block that has a name.
func wikiAddress(file, part string) string {
	if file != "" && !strings.ContainsFunc(path.Ext(file), unicode.IsLetter) || strings.Contains(path.Ext(file), " ") {
		file += ".md"
	}
	address := strings.NewReplacer("(", "%28", ")", "%29", "%2F", "/").Replace(url.PathEscape(file))
	if part == "" {
		return address
	}
	if i := strings.LastIndexByte(part, '#'); i >= 0 { // a heading below another
		part = part[i+1:]
	}
	if !strings.HasPrefix(part, "^") {
		part = article.Slugs{}.Slug(part)
	}
	return address + "#" + part
}
