package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"etal/internal/guide"
)

// Every command in the guides runs, with stand-ins for other programs that fail unless they get
// what those need, and prints something.
func TestRecipes(t *testing.T) {
	var script strings.Builder
	script.WriteString("env PATH=$WORK/bin${:}$PATH\n")
	n := 0
	for _, part := range slices.Concat(guide.Recipes(), guide.Writing(), guide.JSON()) {
		for _, line := range strings.Split(strings.ReplaceAll(part.Lines, "|\n", "|"), "\n") {
			if command := shellCommand(line); command != "" {
				n++
				fmt.Fprintf(&script, "exec sh -c '%s; true'\nstdout .\n! stderr .\n", strings.ReplaceAll(command, "'", "''"))
			}
		}
	}
	if n < 20 {
		t.Errorf("the guides have %d commands only", n)
	}
	for _, name := range standIns {
		fmt.Fprintf(&script, "-- bin/%s --\n#!/bin/sh\n%s\n", name[0], name[1])
	}
	script.WriteString(recipeFiles)
	path := filepath.Join(t.TempDir(), "recipes.txtar")
	if err := os.WriteFile(path, []byte(script.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Files: []string{path}, Setup: func(e *testscript.Env) error {
		for _, name := range standIns {
			if err := os.Chmod(filepath.Join(e.WorkDir, "bin", name[0]), 0o755); err != nil {
				return err
			}
		}
		return nil
	}})
}

// configured are lines of the configuration of other programs, and the command in each.
var configured = []struct {
	line    *regexp.Regexp
	command string
}{
	{regexp.MustCompile(`^macro .*"(etal) %u".*`), "$1 page.html"},
	{regexp.MustCompile(`^text/html; (.*) %s; .*`), "$1 page.html"},
	{regexp.MustCompile(`^:set makeprg=(etal)\\ (check)\\ %$`), "$1 $2 draft.md"},
}

// shellCommand returns the command that a line of a guide gives to a shell or lets another
// program run; empty if there is none.
func shellCommand(line string) string {
	if !regexp.MustCompile(`\betal\b`).MatchString(line) {
		return ""
	}
	for _, c := range configured {
		line = c.line.ReplaceAllString(line, c.command)
	}
	if _, file, found := strings.Cut(line, " >"); found {
		line += "; cat " + file
	}
	return line
}

// standIns are shell scripts in place of the programs of the recipes.
var standIns = [][2]string{
	{"pbpaste", "cat draft.md"},
	{"gh", "cat draft.md"},
	{"git", `printf '\033[33mcommit 1\033[m\n\n    Tides\n' | sh -c "$PAGER"`},
	{"man", `printf 'N\bNA\bA\n  grep\n' | sh -c "$MANPAGER"`},
	{"pandoc", "case $* in *--output*) grep harbour;; *) [ -s $1 ] && cat draft.md;; esac"},
	{"fzf", "cat >choices; head -n 1 choices"},
	{"llm", "[ $# = 1 ] && grep Wren"},
	{"espeak-ng", `cat >speech; ! grep -e '\[[0-9]' -e '^#' -e References speech && head -n 1 speech`},
	{"jq", "grep -m 1 '\"'"},
}

const recipeFiles = `
-- paper.docx --
A stand-in.
-- draft.md --
# The harbour's table

The moon [1], and the sun [3].

## References

1. Wren, A. (1901). The moon. *Tidal Letters*, 7(2), 22–30. https://doi.org/10.5555/tl.7.22
-- paper.md --
The moon [1].

1. Wren, A. (1901). The moon. *Tidal Letters*, 7(2), 22–30. https://doi.org/10.5555/tl.7.22
-- chapters/one.md --
The sun [2].

1. Wren, A. (1901). The moon. *Tidal Letters*, 7(2), 22–30.
-- library.bib --
@article{wren, author = {Wren, A.}, title = {The moon}, year = {1901}}
-- page.html --
<html><body><article><h1>The harbour's table</h1><p>The moon raises the water [1].</p>
<h2>References</h2><ol><li>Wren, A. (1901). The moon. <i>Tidal Letters</i>, 7(2), 22–30.</li></ol></article></body></html>
-- paper.html --
<html><body><article><h1>Tides</h1><p>The moon raises the water [1].</p>
<h2>References</h2><ol><li>Wren, A. (1901). The moon. <i>Tidal Letters</i>, 7(2), 22–30.</li></ol></article></body></html>
-- paper.xml --
<article><front><article-meta><title-group><article-title>Tides</article-title></title-group></article-meta></front>
<body><p>The moon <xref ref-type="bibr" rid="r1">1</xref>.</p></body>
<back><ref-list><ref id="r1"><mixed-citation>Wren, A. (1901). The moon. Tidal Letters, 7(2), 22–30.</mixed-citation></ref></ref-list></back></article>
`
