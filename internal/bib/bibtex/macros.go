package bibtex

import (
	"strings"

	"etal/internal/lazyregexp"
)

// A macro is a command with what it prints, in which #1 stands for its first argument.
type macro struct {
	arguments int
	body      string
}

// orderMacros are the commands that bibliographies define to order entries otherwise than they are
// printed, as in BibTeX's own manual.
var orderMacros = map[string]macro{
	"noopsort": {1, ""}, "noop": {1, ""}, "NOOP": {1, ""}, "NoopSort": {1, ""}, "SortNoop": {1, ""}, "sortnoop": {1, ""}, "switchargs": {2, "#2#1"}, "singleletter": {1, "#1"},
}

const (
	maxMacros    = 100 // defined in a file
	maxMacroBody = 200 // bytes; longer ones typeset something
)

// A definition is \newcommand{\name}[1]{…}, with or without braces, or \def\name#1{…}.
var definition = lazyregexp.New(`\\(?:re|provide)?(?:newcommand|command|DeclareRobustCommand|def|gdef)\*?\s*\{?\\([A-Za-z]+)\}?\s*(?:\[([0-9])\]|((?:#[0-9])*))\s*\{`)

// define reads the commands that a preamble defines. Those that this package prints itself keep
// their meaning.
func (s *bibScanner) define(preamble string) {
	for _, m := range definition.FindAllStringSubmatchIndex(preamble, -1) {
		name := preamble[m[2]:m[3]]
		body, ok := group(preamble[m[1]-1:])
		if !ok || len(body) > maxMacroBody+2 || len(s.macros) >= maxMacros || printed(name) {
			continue
		}
		d := macro{body: body[1 : len(body)-1]}
		if m[4] >= 0 {
			d.arguments = int(preamble[m[4]] - '0')
		} else {
			d.arguments = (m[7] - m[6]) / len("#1")
		}
		s.macros[name] = d
	}
}

// printed reports whether this package knows what a command prints.
func printed(name string) bool {
	_, accent := accents[name]
	_, sign := signs[name]
	return accent || sign || name == "url" || name == "href" || strings.HasPrefix(name, "text")
}

// group returns the group with its braces that s begins with, and reports whether there is one.
func group(s string) (string, bool) {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return s[:i+1], i > 0
		}
	}
	return "", false
}

// expand replaces the file's own commands, and those that only order entries, by what they print.
func (s *bibScanner) expand(value string) (string, error) {
	var out strings.Builder
	rest, copied := value, 0
	for {
		i := strings.IndexByte(rest[copied:], '\\')
		if i < 0 {
			break
		}
		start := copied + i
		end := start + 1
		for end < len(rest) && isLetter(rest[end]) {
			end++
		}
		m, own := s.macros[rest[start+1:end]]
		if !own {
			copied = max(end, min(start+2, len(rest)))
			continue
		}
		text, n := m.apply(rest[end:])
		if s.budget -= len(text); s.budget < 0 {
			return "", errExpanded
		}
		before, after := rest[:start], rest[end+n:]
		if text == "" && strings.HasSuffix(before, "{") && strings.HasPrefix(after, "}") {
			before, after = before[:len(before)-1], after[1:]
		}
		out.WriteString(before)
		out.WriteString(text)
		rest, copied = after, 0
	}
	if len(rest) == len(value) {
		return value, nil
	}
	out.WriteString(rest)
	return out.String(), nil
}

// apply returns what the command prints with the arguments that s begins with, and their length.
func (m macro) apply(s string) (text string, n int) {
	if m.arguments == 0 { // blanks behind a word of TeX print nothing
		return m.body, len(s) - len(strings.TrimLeft(s, " \t\n"))
	}
	pairs := make([]string, 0, 2*m.arguments)
	for i := range m.arguments {
		n += len(s[n:]) - len(strings.TrimLeft(s[n:], " \t\n"))
		argument, ok := group(s[n:])
		inner := strings.TrimSuffix(strings.TrimPrefix(argument, "{"), "}")
		if !ok {
			argument = s[n:min(n+1, len(s))]
			inner = argument
			if argument == "}" || argument == "\\" {
				argument, inner = "", ""
			}
		}
		n += len(argument)
		pairs = append(pairs, "#"+string(rune('1'+i)), inner)
	}
	return strings.NewReplacer(pairs...).Replace(m.body), n
}
