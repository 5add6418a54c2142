package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"etal/internal/tui"
)

const (
	root   = "../../"
	readme = root + "README.md"
	// maxReadme is the lines that a newcomer reads.
	maxReadme = 160
)

// pages returns the paths of README and the pages beside it.
func pages(t *testing.T) []string {
	t.Helper()
	beside, err := filepath.Glob(root + ".github/*.md")
	if err != nil || len(beside) == 0 {
		t.Fatal("no pages beside README: ", err)
	}
	return append(beside, readme)
}

func readPage(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// README is short, its keys are the program's, and it clones what a release calls its home.
func TestReadme(t *testing.T) {
	text := readPage(t, readme)
	if n := strings.Count(text, "\n"); n > maxReadme {
		t.Errorf("README has %d lines, more than %d", n, maxReadme)
	}
	keys := map[string]bool{}
	for _, g := range tui.NewKeys().Help() {
		for _, k := range g.Keys {
			for _, name := range strings.Fields(k[0]) {
				keys["`"+name+"` | "+k[1]] = true
			}
		}
	}
	rows := regexp.MustCompile("(?m)^\\| (`[^|]+ \\| .+) \\|$").FindAllStringSubmatch(text, -1)
	if len(rows) != 10 {
		t.Errorf("README has %d keys, not ten", len(rows))
	}
	for _, row := range rows {
		if !keys[row[1]] {
			t.Errorf("README has the key %s, which the program has not", row[1])
		}
	}
	clone := regexp.MustCompile(`git clone https://github\.com/(\S+)`).FindStringSubmatch(text)
	if clone == nil || !strings.Contains(readPage(t, root+".goreleaser.yaml"), `"GITHUB_REPOSITORY" "`+clone[1]+`"`) {
		t.Errorf("README clones %v, which is not the home page of releases", clone)
	}
}

// Links in the pages lead to files that exist.
func TestPageLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)\)`)
	for _, page := range pages(t) {
		for _, m := range link.FindAllStringSubmatch(readPage(t, page), -1) {
			if !exists(filepath.Join(filepath.Dir(page), m[1])) {
				t.Errorf("%s leads to %s, which does not exist", page, m[1])
			}
		}
	}
}

// The examples in the pages print what they show. With -update the pages are rewritten.
func TestExamples(t *testing.T) {
	for _, page := range pages(t) {
		text := readPage(t, page)
		if !console.MatchString(text) {
			continue
		}
		t.Run(filepath.Base(page), func(t *testing.T) { runExamples(t, page, text) })
	}
}

func runExamples(t *testing.T, page, text string) {
	t.Cleanup(func() {
		if *update {
			if err := os.WriteFile(page, []byte(text), 0o644); err != nil {
				t.Error(err)
			}
		}
	})
	script := filepath.Join(t.TempDir(), "page.txtar")
	if err := os.WriteFile(script, examples(text), 0o644); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Files: []string{script}, Cmds: map[string]func(*testscript.TestScript, bool, []string){
		"prints": func(ts *testscript.TestScript, _ bool, args []string) {
			want, got := ts.ReadFile(args[0]), ts.ReadFile("stdout")
			switch {
			case got == want:
			case *update:
				text = strings.Replace(text, "$ "+ts.ReadFile(args[1])+want, "$ "+ts.ReadFile(args[1])+got, 1)
			default:
				ts.Fatalf("$ %s prints\n%s\nand not\n%s", strings.TrimSpace(ts.ReadFile(args[1])), got, want)
			}
		},
	}})
}

var console = regexp.MustCompile("(?ms)^```console\n(.*?)^```$")

// examples turns a page's examples into a script. A file that one of them shows exists.
func examples(text string) []byte {
	var script, files strings.Builder
	n := 0
	for _, block := range console.FindAllStringSubmatch(text, -1) {
		for _, example := range strings.Split("\n"+block[1], "\n$ ")[1:] {
			command, output, _ := strings.Cut(strings.TrimSuffix(example, "\n")+"\n", "\n")
			if name, shown := strings.CutPrefix(command, "cat "); shown {
				fmt.Fprintf(&files, "-- %s --\n%s", name, output)
				continue
			}
			n++
			fmt.Fprintf(&script, "exec sh -c '(%s) 2>&1; true'\nprints output%d command%d\n", strings.ReplaceAll(command, "'", "''"), n, n)
			fmt.Fprintf(&files, "-- output%d --\n%s-- command%d --\n%s\n", n, output, n, command)
		}
	}
	return []byte(script.String() + files.String())
}
