package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sinks says in which files, or folders, of internal a thing may be named by which the program
// reaches what is outside it, or lets something of the outside pass. What a line of it allows
// has been looked at: a string gets out as a safe.Text, or by way of a safe.Writer. Nothing
// allows what is not here but in the list of what nobody needs.
var sinks = map[string]string{
	// The streams are given to safe.Writers at once, and to Bubble Tea as a terminal.
	"os.Stdout": "cli/cli.go", "os.Stderr": "cli/cli.go", "os.Stdin": "cli/cli.go",
	"safe.NewWriter": "cli/cli.go cli/linemode.go",
	"tea.NewProgram": "tui/run.go",
	"safe.Drawn":     "tui/tui.go",
	// Other programs get an address that was checked, or the file that was opened.
	"exec.Command": "terminal/browser.go terminal/clipboard.go terminal/editor.go",
	"tea.Exec":     "tui/desktop.go tui/run.go", "tea.ExecProcess": "",
	// Files that are written are the program's own.
	"os.OpenFile": "places terminal/tty.go", "os.Create": "", "os.CreateTemp": "places", "os.WriteFile": "", "os.Rename": "places", "os.Mkdir": "", "os.MkdirAll": "places",
	// What prints, or asks the terminal, behind everybody's back.
	"fmt.Print": "", "fmt.Printf": "", "fmt.Println": "", "log.": "", "slog.": "",
	"tea.Printf": "", "tea.Println": "", "tea.SetWindowTitle": "", "tea.LogToFile": "",
	"lipgloss.NewStyle": "", "lipgloss.DefaultRenderer": "", "lipgloss.HasDarkBackground": "",
	"termenv.DefaultOutput": "", "termenv.NewOutput": "", "termenv.EnvColorProfile": "",
	"unsafe.": "", "template.HTML": "",
	// The environment is asked in one place, but for the programs that the reader chose.
	"os.Getenv": "cli/cli.go terminal/browser.go terminal/clipboard.go terminal/editor.go", "os.LookupEnv": "", "os.Environ": "",
	"os.Exit": "cli/cli.go tui/run.go",
}

// goers are the files with go statements: a panic behind one that catches none would leave the
// terminal raw. Of printing, there is no terminal to leave so.
var goers = []string{"terminal/goroutine.go", "render/all.go"}

// TestSinks holds that nothing gets out of the program but by the ways that make it safe.
func TestSinks(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{$dir := .Dir}}{{range .GoFiles}}{{$dir}}/{{.}}{{"\n"}}{{end}}{{range .IgnoredGoFiles}}{{$dir}}/{{.}}{{"\n"}}{{end}}`, "etal/internal/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range strings.Fields(string(out)) {
		_, room, _ := strings.Cut(filepath.ToSlash(path), "/internal/")
		if !strings.HasSuffix(room, "_test.go") {
			look(t, path, room)
		}
	}
}

// look looks for what a file may not name.
func look(t *testing.T, path, room string) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{} // of the packages that the file imports, as it calls them
	for _, i := range file.Imports {
		imported, _ := strconv.Unquote(i.Path.Value)
		name := filepath.Base(imported)
		if i.Name != nil {
			name = i.Name.Name
		}
		names[name] = filepath.Base(imported)
		if imported == "github.com/charmbracelet/bubbletea" {
			names[name] = "tea"
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			if !slices.Contains(goers, room) {
				t.Errorf("%s: a go statement; terminal.Go catches panics", set.Position(n.Pos()))
			}
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && f.Obj == nil && (f.Name == "print" || f.Name == "println") {
				t.Errorf("%s: %s", set.Position(n.Pos()), f.Name)
			}
		case *ast.SelectorExpr:
			of, ok := n.X.(*ast.Ident)
			if !ok || names[of.Name] == "" {
				return true
			}
			for _, named := range []string{names[of.Name] + "." + n.Sel.Name, names[of.Name] + "."} {
				if rooms, known := sinks[named]; known && !allowed(rooms, room) {
					t.Errorf("%s: %s.%s", set.Position(n.Pos()), of.Name, n.Sel.Name)
				}
			}
		}
		return true
	})
}

// allowed reports whether a file is one of those, or in one of the folders.
func allowed(rooms, file string) bool {
	return slices.ContainsFunc(strings.Fields(rooms), func(room string) bool {
		return file == room || strings.HasPrefix(file, room+"/")
	})
}
