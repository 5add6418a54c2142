// Package sourcecode tells what programs read and print, such as source code, logs and diffs, from
// prose. It must not know in which format a text is.
package sourcecode

import (
	"path/filepath"
	"slices"
	"strings"

	"etal/internal/lazyregexp"
)

// lineSigns match lines of code: brackets alone or an open one at the end, statements, directives
// and comments, assignments, calls, blocks of Python and of the shell, commands, dates of logs,
// the heads of a diff, keys, and what programs print: files, trees, stacks, histories, requests.
var lineSigns = []*lazyregexp.Regexp{
	lazyregexp.New(`^\s*[][{}()]+[;,)]*$`),
	lazyregexp.New(`[{}][;,]?\s*$|[(\[{]$|\\$`),
	lazyregexp.New(`[][=(){}<>].*;$|^\s*(?:return|break|continue|import|using|package|typedef|goto|throw)\b.*;$`),
	lazyregexp.New(`^\s*(?://|/\*|\*/|# ?(?:include\b|define\b|if(?:n?def)?\b.*\w\(|ifn?def\b|endif\b|pragma\b)|#!|\$ \w|>>> )`),
	lazyregexp.New(`^\s*[$@]?[\w.\[\]"'$-]+(?: +[\w*]+)?\s*(?::=|<-|[-+*/|&^]?=)\s*[^=\s]`),
	lazyregexp.New(`^\s*(?:async |export |pub |public |private |static )*(?:def|class|for|while|if|elif|else|try|except|with|fn|func|function|void|switch|case)\b.*[:{(]$`),
	lazyregexp.New(`^\s*(?:fi|done|esac|endif|else|end);?$|[;\]] *(?:do|then)$`),
	lazyregexp.New(`^\s*[\w.:>-]+\([^()]*(?:\([^()]*\)[^()]*)*\)[;,]?$`),
	lazyregexp.New(`^\s*(?:echo|cd|export|sudo|printf|apt|apt-get|pip|npm|git|docker|curl|cp|mv|rm|mkdir|chmod|grep|sed|awk|import|from) [^.]*(?:\.[^.\s][^.]*)*$`),
	lazyregexp.New(`^\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d(?::\d\d)?[.,\]\s]|^\w{3} [ \d]\d \d\d:\d\d:\d\d |^\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)[\]: ]`),
	lazyregexp.New(`^(?:diff --git |index [0-9a-f]+\.\.|@@ -\d|--- \S|\+\+\+ \S)`),
	lazyregexp.New(`^\s*["']?[a-z][\w"'-]*:(?: [\w"'\[{.-].{0,30})?$`),
	lazyregexp.New(`^\s+(?:return|pass|raise|yield|assert)\b[^.;]*$|^[\w']+ :: \S|^module [\w.]+ .*\bwhere$|^\[[a-z][\w.-]*\]$`),
	lazyregexp.New(`^\s*[a-z][\w.-]*(?: [a-z]+)? --?[A-Za-z][\w-]*(?:[ =]|$)`),
	lazyregexp.New(`^\s*(?:SELECT|FROM|WHERE|AND|OR|(?:(?:LEFT|INNER|OUTER) )?JOIN|ORDER BY|GROUP BY|INSERT INTO|VALUES|UPDATE|SET|CREATE|RUN|COPY|CMD|ENTRYPOINT|WORKDIR|ENV|EXPOSE) [^A-Z\s]`),
	lazyregexp.New(`^\s*<(?:\?xml |/?[a-z][\w:-]*(?: [\w:-]+="[^<>]*)?/?>(?:.*>)?$)`),
	lazyregexp.New(`^(?:total \d+$|[-dlbcps](?:[-r][-w][-xsStT]){3}[.+@]? )|^[│├└ \x{a0}]*[├└]──|^\.$`),
	lazyregexp.New(`^Traceback \(most|^\s+File ".*", line \d|^\s+at [\w.$<>]+ ?\(|^[\w.]+(?:Error|Exception): `),
	lazyregexp.New(`^[*|\\/ _]*[*|] +[0-9a-f]{7,40} |^[|\\/ ]*[|\\/][|\\/ ]*$`),
	lazyregexp.New(`^\d{1,3}(?:\.\d{1,3}){3} .*"[A-Z]+ \S+ HTTP/`),
}

// isLine reports whether a line is one of code rather than one of prose.
func isLine(line string) bool {
	return slices.ContainsFunc(lineSigns, func(sign *lazyregexp.Regexp) bool { return sign.MatchString(line) })
}

// wholeCode matches texts that are code as a whole: a script, a diff, the log of a version control
// system.
var wholeCode = lazyregexp.New(`^\s*(?:#![ /]|diff --git |commit [0-9a-f]{40}\b|Index: \S+\n={10})|(?m:^diff --git a/|^--- \S.*\n\+\+\+ \S.*\n@@ )`)

// sampled is how much of the beginning of a text is looked at, in bytes.
const sampled = 32 << 10

// IsText reports whether a text is code as a whole, or most of its lines are.
func IsText(text string) bool {
	text = text[:min(len(text), sampled)]
	if wholeCode.MatchString(text) {
		return true
	}
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' })
	return len(lines) > 1 && (MostAreCode(lines) || areValues(lines))
}

// areValues reports whether all lines are as many values between commas, three or more, without blanks
// behind the commas.
func areValues(lines []string) bool {
	n := strings.Count(lines[0], ",")
	return n > 1 && !slices.ContainsFunc(lines, func(l string) bool {
		return strings.Count(l, ",") != n || strings.Contains(l, ", ")
	})
}

// MostAreCode reports whether two of three lines are code, comments aside.
func MostAreCode(lines []string) bool {
	code, all := 0, 0
	for _, l := range lines {
		if l = strings.TrimRight(l, " \t\r"); strings.TrimSpace(l) == "" || strings.HasPrefix(strings.TrimSpace(l), "# ") && !isLine(l) {
			continue
		}
		all++
		if isLine(l) {
			code++
		}
	}
	return code > 0 && code*3 >= all*2
}

// IsDiff reports whether a text is a diff, or has one.
func IsDiff(text string) bool {
	return strings.Contains(text, "\n@@ -") || strings.HasPrefix(text, "@@ -")
}

// languages are the languages of source files, by their extensions.
var languages = map[string]string{
	".awk": "awk", ".bash": "bash", ".c": "c", ".cc": "cpp", ".conf": "ini", ".cpp": "cpp", ".cs": "csharp", ".css": "css", ".diff": "diff", ".f90": "fortran",
	".go": "go", ".h": "c", ".hpp": "cpp", ".hs": "haskell", ".ini": "ini", ".java": "java", ".jl": "julia", ".js": "javascript", ".kt": "kotlin",
	".lisp": "lisp", ".log": "", ".lua": "lua", ".m": "matlab", ".ml": "ocaml", ".patch": "diff", ".php": "php", ".pl": "perl", ".py": "python", ".r": "r",
	".rb": "ruby", ".rs": "rust", ".scala": "scala", ".sh": "bash", ".sql": "sql", ".swift": "swift", ".toml": "toml", ".ts": "typescript",
	".vim": "vim", ".yaml": "yaml", ".yml": "yaml", ".zsh": "bash",
}

// Language returns the language of a source file by its name, and reports whether it is one; the
// language is empty where it has no name.
func Language(name string) (language string, ok bool) {
	language, ok = languages[strings.ToLower(filepath.Ext(name))]
	return language, ok
}
