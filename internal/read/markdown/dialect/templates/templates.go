// Package templates translates the templates of site generators to Markdown: shortcodes of Hugo and
// Quarto, tags of Jekyll's Liquid, components of MDX.
//
// The package must not know of other dialects.
package templates

import (
	"slices"
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/read/markdown/dialect/lines"
)

var (
	// tag matches a shortcode or a tag of Liquid: https://gohugo.io/content-management/shortcodes/.
	tag = lazyregexp.New(`\{\{[<%]-?[ \t]*(/?)[ \t]*([A-Za-z][\w./-]*)([^\n{}]*?)/?[ \t]*-?[%>]\}\}|\{%-?[ \t]*()([A-Za-z]\w*)([^\n{}]*?)-?%\}`)
	// destination matches a template in the destination of a link.
	destination = lazyregexp.New(`\]\((?:\{\{[<%][ \t]*(?:rel)?ref[ \t]+"?([^"\s]+?)"?[ \t]*[%>]\}\}|\{%-?[ \t]*(?:link|post_url)[ \t]+(\S+)[ \t]*-?%\}|\{\{[ \t]*(?:site\.(?:base)?url|"([^"\n]*)"[ \t]*\|[ \t]*(?:relative|absolute)_url)[ \t]*\}\})`)
	argument    = lazyregexp.New(`(\w+)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s"',]+))|"([^"]*)"|([^\s"',]+)`)
	// module matches a line of an MDX file that is JavaScript.
	module    = lazyregexp.New(`^import (?:[\w*{}, ]+ from )?["'][^"']+["'];?[ \t]*$|^export (?:const|let|default|function) .*[;})][ \t]*$`)
	component = lazyregexp.New(`^[ \t]*</?[A-Z][\w.]*(?:[ \t][^<>]*)?>[ \t]*$`)
	label     = lazyregexp.New(`\b(?:label|title)=(?:"([^"]*)"|\{?'([^']*)'\}?)`)
	comment   = lazyregexp.New(`^\{/\*.*\*/\}[ \t]*$`)
)

// signs are the signs without which a text has nothing to translate.
var signs = []string{"{{<", "{{%", "{%", "]({{", "import ", "export ", "{/*"}

// Translate returns a text without templates. In code they stay.
func Translate(text string) string {
	if !slices.ContainsFunc(signs, func(sign string) bool { return strings.Contains(text, sign) }) {
		return text
	}
	t := translator{text: text, last: map[string]int{}}
	lines.Scan(text, false, func(l lines.Line) {
		t.isMDX = t.isMDX || l.Kind == lines.Prose && module.MatchString(text[l.Text:l.End])
	})
	lines.Scan(text, false, t.line)
	return t.out.String()
}

// A translator writes the lines of a text without templates.
type translator struct {
	text  string
	isMDX bool
	last  map[string]int // where the last end of a tag is, by the tag's name, or -1
	out   strings.Builder
	until string // the name of the tag that is open, whose content is copied or left out
	fence string // around the content; "" if that is left out
}

func (t *translator) line(l lines.Line) {
	mark, text := t.text[l.Start:l.Text], t.text[l.Text:l.End]
	m := tag.FindStringSubmatch(text)
	if m != nil {
		m = append(m[:1], m[1]+m[4], m[2]+m[5], strings.TrimSpace(m[3]+m[6]))
	}
	alone := m != nil && strings.TrimSpace(text) == m[0]
	switch {
	case t.until != "":
		if alone && (m[1] == "/" && m[2] == t.until || m[2] == "end"+t.until) {
			t.write(mark, t.fence)
			t.until = ""
		} else if t.fence != "" {
			t.write(mark, text)
		}
		return
	case l.Kind != lines.Prose:
	case alone:
		text = t.block(l.End, m[1] == "/", m[2], m[3])
	case t.isMDX && component.MatchString(text):
		text = ""
		if m := label.FindStringSubmatch(t.text[l.Text:l.End]); m != nil {
			text = "\n" + mark + "**" + m[1] + m[2] + "**\n"
		}
	case t.isMDX && (module.MatchString(text) || comment.MatchString(text)), comment.MatchString(text):
		text = ""
	case m != nil || strings.Contains(text, "]({"):
		text = tag.ReplaceAllStringFunc(destination.ReplaceAllString(text, "]($1$2$3"), inLine)
	}
	t.write(mark, text)
}

func (t *translator) write(mark, text string) { t.out.WriteString(mark + text + "\n") }

// inLine returns the Markdown for a tag amid a line: the tag itself if it is not known.
func inLine(s string) string {
	m := tag.FindStringSubmatch(s)
	if name := m[2] + m[5]; name == "raw" || name == "endraw" || name == "pagebreak" || m[1] == "/" {
		return ""
	}
	if address := video(m[2], m[3]); address != "" {
		return "<" + address + ">"
	}
	return s
}

// callouts are the names of callouts in themes of Hugo.
var callouts = strings.Fields("notice callout alert hint admonition details expand note tip warning info caution important danger")

// block returns the Markdown for a tag with a line of its own, which ends at an offset.
func (t *translator) block(end int, ends bool, name, rest string) string {
	arguments, first := readArguments(rest)
	isCallout := slices.Contains(callouts, name)
	switch {
	case ends && isCallout:
		return ":::"
	case ends:
		return ""
	case name == "highlight" && t.closes(name, end):
		t.until, t.fence = name, "~~~~~~"
		return t.fence + first
	case name == "comment" && t.closes(name, end):
		t.until, t.fence = name, ""
		return ""
	case isCallout && t.closes(name, end):
		class := name
		for _, key := range []string{"type", "color", "style"} {
			if arguments[key] != "" {
				class = arguments[key]
			}
		}
		if class == name && first != "" && !strings.Contains(first, " ") && name != "details" && name != "expand" {
			class, first = first, ""
		}
		if arguments["title"] != "" {
			first = arguments["title"]
		}
		if first != "" {
			return `::: {.callout-` + class + ` title="` + first + `"}`
		}
		return "::: {.callout-" + class + "}"
	case name == "figure" || name == "img" || name == "image":
		caption := arguments["caption"]
		for _, key := range []string{"title", "alt"} {
			if caption == "" {
				caption = arguments[key]
			}
		}
		return "![" + caption + "](<" + arguments["src"] + ">)"
	case video(name, rest) != "":
		return "<" + video(name, rest) + ">"
	}
	return arguments["caption"]
}

// closes reports whether a tag is closed behind an offset.
func (t *translator) closes(name string, from int) bool {
	last, known := t.last[name]
	if !known {
		last = max(strings.LastIndex(t.text, "/"+name), strings.LastIndex(t.text, "/ "+name), strings.LastIndex(t.text, "end"+name))
		t.last[name] = last
	}
	return last >= from
}

// readArguments returns the named arguments of a tag, and the first that has no name.
func readArguments(s string) (named map[string]string, first string) {
	named = map[string]string{}
	for _, m := range argument.FindAllStringSubmatch(s, -1) {
		if m[1] != "" {
			named[m[1]] = m[2] + m[3] + m[4]
		} else if first == "" {
			first = m[5] + m[6]
		}
	}
	return named, first
}

// video returns the address of a film that is shown in a page, or "".
func video(name, rest string) string {
	named, first := readArguments(rest)
	if first == "" {
		first = named["id"]
	}
	switch {
	case first == "":
	case name == "youtube":
		return "https://www.youtube.com/watch?v=" + first
	case name == "vimeo":
		return "https://vimeo.com/" + first
	case name == "video" && strings.HasPrefix(first, "http"):
		return first
	}
	return ""
}
