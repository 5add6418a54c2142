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

const readme = "../../README.md"

// README's table of keys is the program's, and its examples print what it shows. With -update
// README is rewritten.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	const begin, end = "<!-- keys -->\n", "<!-- end of keys -->"
	before, rest, found := strings.Cut(text, begin)
	got, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatal("no keys in README")
	}
	if want := keyTable(); got != want {
		if !*update {
			t.Errorf("the program's keys are not README's but\n%s", want)
		}
		got = want
	}
	text = before + begin + got + end + after
	t.Cleanup(func() {
		if *update {
			if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
				t.Error(err)
			}
		}
	})
	script := filepath.Join(t.TempDir(), "readme.txtar")
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

// examples turns README's examples into a script. A file that one of them shows exists.
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

// keyTable returns the keys as a table.
func keyTable() string {
	var b strings.Builder
	for _, g := range tui.NewKeys().Help() {
		b.WriteString("\n| " + g.Title + " | |\n| --- | --- |\n")
		for _, k := range g.Keys {
			b.WriteString("| " + strings.Join(quoted(k[0]), " ") + " | " + k[1] + " |\n")
		}
	}
	return b.String() + "\n"
}

func quoted(names string) []string {
	words := strings.Fields(names)
	for i, w := range words {
		words[i] = "`" + w + "`"
	}
	return words
}
