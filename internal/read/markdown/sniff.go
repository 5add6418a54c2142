package markdown

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
	"etal/internal/read/markdown/frontmatter"
	"etal/internal/sourcecode"
)

var (
	// markdownSigns match what people write in Markdown and, one at a time, in plain text.
	markdownSigns = []*lazyregexp.Regexp{
		headingSign,
		lazyregexp.New("(?m)^(?:```|~~~)"),
		lazyregexp.New(`\[[^\]\n]+\]\([^)\s]+\)`),
		lazyregexp.New(`\[\^[^\]\s]+\]`),
		lazyregexp.New(`\*\*\S[^*\n]*\*\*`),
		lazyregexp.New(`(?m)^\|?[ :]*-{3,}[ :]*\|`),
		lazyregexp.New(`(?m)^\[[^\]\n]+\]: *\S`),
		lazyregexp.New("`[^`\n]+`"),
		lazyregexp.New(`\[(?:[^\]\n]*\s)?-?@[\p{L}_]`),
	}
	headingSign = lazyregexp.New(`(?m)^#{1,6} \S`)
	// otherSigns match what people write in reStructuredText and its like.
	otherSigns = []*lazyregexp.Regexp{
		lazyregexp.New("``[^`\n]+``"),
		lazyregexp.New(`(?m)^[^\n` + "`" + `]*\w::$`),
		lazyregexp.New(`(?m)^\.\. (?:\[|_|\w+::)`),
		lazyregexp.New("(?::\\w+:`[^`\n]+`|`[^`\n]+`__?\\b)"),
		lazyregexp.New(`(?m)^(?:={4,}|-{4,}|~{4,}|\^{4,})$`),
	}
)

// Sniff decides between Markdown and plain text. Front matter, the name, one construct that
// nothing but Markdown has, or two signs of Markdown decide. Code, e-mails and what is written in
// another such language are plain text.
func Sniff(name, text string) bool {
	if frontmatter.Begins(text) {
		return true
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd":
		return true
	}
	if len(text) > mdSniffed {
		text = text[:mdSniffed]
	}
	if _, isSource := sourcecode.Language(name); isSource || foreign.MatchString(text) {
		return false
	}
	if others := count(otherSigns, text); others >= 2 && !headingSign.MatchString(text) {
		return false
	}
	lines := strings.Split(text, "\n")
	if hasFence(lines) || hasTable(lines) {
		return true
	}
	if sourcecode.IsText(text) || isIndented(lines) {
		return false
	}
	return hasHeading(lines) || hasQuote(lines) || hasNestedBullets(lines) || count(markdownSigns, text) >= 2
}

// mdSniffed is how many bytes of a text are looked at to tell what it is.
const mdSniffed = 64 << 10

// foreign matches the beginning of an e-mail, a diff, a script, and of texts for Org, TeX and
// AsciiDoc.
var foreign = lazyregexp.New(`^\s*(?:(?:From|To|Subject|Date|Return-Path|Received|Message-I[Dd]):? \S|#!|#\+\w+:|diff --git |--- \S+.*\n\+\+\+ |commit [0-9a-f]{40}|\\documentclass|\\title\{|= \S.*\n)|(?m:^\\begin\{document\}|^#\+(?:TITLE|title|BEGIN|begin)|^diff --git a/|^@@ -\d)`)

// count returns how many of the signs the text has.
func count(signs []*lazyregexp.Regexp, text string) int {
	n := 0
	for _, sign := range signs {
		if sign.MatchString(text) {
			n++
		}
	}
	return n
}

// fence matches the line that opens or closes a block of code.
var fence = lazyregexp.New("^ {0,3}(?:```+|~~~+) *(?:\\{[^`]*\\}|[\\w.+#-]*)\\s*$")

// hasFence reports whether a line opens a block of code that another closes. One of tildes under
// text may be the underline of a heading.
func hasFence(lines []string) bool {
	opened := ""
	for i, l := range lines {
		if !fence.MatchString(l) {
			continue
		}
		bare := strings.TrimSpace(l)
		sign := bare[:3]
		switch {
		case opened == "" && (sign == "```" || i == 0 || isBlank(lines[i-1])):
			opened = sign
		case opened == sign && strings.Trim(bare, sign[:1]) == "":
			return true
		}
	}
	return false
}

// tableRule matches the line between the head of a table and its rows.
var tableRule = lazyregexp.New(`^ {0,3}(?:\|\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?|:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?)\s*$`)

// hasTable reports whether lines have a table: a rule with as many cells as the line above.
func hasTable(lines []string) bool {
	cells := func(l string) int { return strings.Count(strings.Trim(strings.TrimSpace(l), "|"), "|") }
	for i := 1; i < len(lines); i++ {
		if strings.Contains(lines[i-1], "|") && tableRule.MatchString(lines[i]) && cells(lines[i-1]) == cells(lines[i]) && !tableRule.MatchString(lines[i-1]) {
			return true
		}
	}
	return false
}

var (
	atxLine   = lazyregexp.New(`^#{1,6} +[\p{L}\p{N}"“‘'(\[*_` + "`" + `$].*[^;{:\\,]\s*$`)
	sentence  = lazyregexp.New(`^[\p{Lu}"“(*_\[].* .*(?:[.!?]|(?:\S+ ){7}.*)\s*$`)
	configKey = lazyregexp.New(`^[a-z][\w-]*:$`)
	underline = lazyregexp.New(`^(?:={3,}|-{3,})\s*$`)
)

// hasHeading reports whether a line is a heading and no comment: it stands alone or above a
// sentence, and no key of a configuration begins a line. One # alone amid a text may be the sign of
// a note.
func hasHeading(lines []string) bool {
	if slices.ContainsFunc(lines, configKey.MatchString) {
		return false
	}
	found, blank := 0, true // blank so far
	for i, l := range lines {
		above := i == 0 || isBlank(lines[i-1])
		below := i+1 == len(lines) || isBlank(lines[i+1])
		switch {
		case isBlank(l) || !above && !strings.HasPrefix(l, "##"):
		case atxLine.MatchString(l) && (below && len(lines) > i+1 || !below && sentence.MatchString(lines[i+1])):
			if found++; found > 1 || blank || strings.HasPrefix(l, "##") {
				return true
			}
		case above && !below && i+2 < len(lines) && isBlank(lines[i+2]) && underline.MatchString(lines[i+1]) && isUnderlined(l, lines[i+1]):
			return true
		}
		blank = blank && isBlank(l)
	}
	return false
}

// unevenUnderline is how many characters an underline may be longer or shorter than its heading.
const unevenUnderline = 3

// isUnderlined reports whether an underline is about as long as a line of text.
func isUnderlined(line, under string) bool {
	text := strings.TrimSpace(line)
	first, _ := utf8.DecodeRuneInString(text)
	n := utf8.RuneCountInString(text) - len(strings.TrimSpace(under))
	return (unicode.IsLetter(first) || unicode.IsDigit(first)) && n <= unevenUnderline && -n <= unevenUnderline && line == strings.TrimLeft(line, " \t")
}

var (
	quotedProse = lazyregexp.New(`^(?:> ?)+["“‘'(*_]*(?:\p{L}[\p{L}'’,;-]* +["“‘'(*_]*\p{L}|[「『（]?[\p{Han}\p{Hiragana}\p{Katakana}])`)
	quotedWord  = lazyregexp.New(`^(?:> ?)+["“‘'(*_]*\p{L}[\p{L}'’-]*["”’')*_]*[.,;:!?]?\s*$`)
	quotedCode  = lazyregexp.New(`^(?:> ?)+.*(?:[={};]|\w\(|<-)|^> [\w.$]+ *[({\[=]|^< |^\[\d+\] `)
)

// hasQuote reports whether lines quote prose, and not what was typed at a prompt or what a diff
// says. A word alone is prose if nothing but quotes is there.
func hasQuote(lines []string) bool {
	prose, words, others := 0, 0, 0
	for _, l := range lines {
		if quotedCode.MatchString(l) {
			return false
		}
		switch {
		case quotedProse.MatchString(l):
			prose++
		case quotedWord.MatchString(l):
			words++
		case strings.Trim(l, "> \t") != "":
			others++
		}
	}
	return prose > 0 || words > 0 && others == 0
}

var (
	bullet  = lazyregexp.New(`^( *)[-*+] +\S`)
	yamlKey = lazyregexp.New(`^\s*(?:- +)?["'\w./-]+:(?:\s|$)`)
)

// hasNestedBullets reports whether an item of a list has items of its own. In YAML, a key has.
func hasNestedBullets(lines []string) bool {
	indent, nested := -1, false
	for _, l := range lines {
		m := bullet.FindStringSubmatch(l)
		switch {
		case yamlKey.MatchString(l):
			return false
		case m == nil:
			if isBlank(l) {
				continue
			}
			indent = -1
		case indent >= 0 && len(m[1]) >= indent+2:
			nested = true
		default:
			indent = len(m[1])
		}
	}
	return nested
}

// indentedProse matches prose that is set in, as that of a manual page, which were code in
// Markdown.
var indentedProse = lazyregexp.New(`^ {4,}\p{L}[\p{L}'’-]*,? \p{L}[\p{L}'’,-]* \p{L}[\p{L}'’,-]* \p{L}[\p{L}'’,-]* \p{L}`)

// isIndented reports whether prose is set in as deep as code in Markdown.
func isIndented(lines []string) bool {
	n, prose, inList := 0, 0, false
	for _, l := range lines {
		if isBlank(l) {
			continue
		}
		n++
		switch {
		case l[0] != ' ':
			inList = bullet.MatchString(l) || numbered.MatchString(l)
		case !inList && indentedProse.MatchString(l):
			prose++
		}
	}
	return prose > 1 && prose*shareIndented > n
}

// shareIndented is the part of lines, one in so many, from which on set-in prose is the text's.
const shareIndented = 5

var numbered = lazyregexp.New(`^\d{1,3}[.)] `)

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }

// CitesByKey reports whether a text has a key as Pandoc cites by: @ behind a blank or an
// opening bracket and before a letter, a digit or a brace.
func CitesByKey(text string) bool {
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], '@')
		if i < 0 {
			return false
		}
		at += i
		next, _ := utf8.DecodeRuneInString(text[at+1:])
		if (at == 0 || strings.IndexByte(" \t\n[(-", text[at-1]) >= 0) && (unicode.IsLetter(next) || unicode.IsDigit(next) || next == '_' || next == '{') {
			return true
		}
	}
}
