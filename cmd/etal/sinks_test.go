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

// sinks names the files and folders of internal that may use a name through which the program
// reaches the outside, or lets outside text through. Each use has been reviewed: strings leave
// as a safe.Text or through a safe.Writer. An empty list forbids the name everywhere.
var sinks = map[string]string{
	// The streams go straight to safe.Writers, and to Bubble Tea as a terminal.
	"os.Stdout": "cli/cli.go", "os.Stderr": "cli/cli.go", "os.Stdin": "cli/cli.go",
	"safe.NewWriter": "cli/cli.go cli/linemode.go",
	"tea.NewProgram": "tui/run.go",
	"safe.Drawn":     "tui/screen.go",
	// Other programs get a checked URL, or the file that is open.
	"exec.Command": "terminal/browser.go terminal/clipboard.go terminal/editor.go",
	"tea.Exec":     "tui/desktop.go tui/run.go", "tea.ExecProcess": "",
	// The program writes only its own files, and reads files in few places.
	"os.Open": "file kept places", "os.ReadFile": "read/pdf/pdfium/kept.go", "os.ReadDir": "cli/completion.go kept library/folder.go", "os.OpenRoot": "file",
	"os.OpenFile": "places terminal/tty.go", "os.Create": "", "os.CreateTemp": "kept places", "os.WriteFile": "read/pdf/pdfium/kept.go", "os.Rename": "kept places read/pdf/pdfium/kept.go", "os.Mkdir": "", "os.MkdirAll": "kept places read/pdf/pdfium/kept.go",
	// These print, or query the terminal, behind the program's back.
	"fmt.Print": "", "fmt.Printf": "", "fmt.Println": "", "log.": "", "slog.": "",
	"tea.Printf": "", "tea.Println": "", "tea.SetWindowTitle": "", "tea.LogToFile": "",
	"lipgloss.NewStyle": "", "lipgloss.DefaultRenderer": "", "lipgloss.HasDarkBackground": "",
	"termenv.DefaultOutput": "", "termenv.NewOutput": "", "termenv.EnvColorProfile": "",
	"unsafe.": "", "template.HTML": "",
	// The environment is read in one place, except for the reader's own programs.
	"os.Getenv": "cli/cli.go terminal/browser.go terminal/clipboard.go terminal/editor.go", "os.LookupEnv": "", "os.Environ": "",
	"os.Exit": "cli/cli.go tui/run.go",
}

// goFiles are the files with go statements: a panic in an unguarded goroutine would leave the
// terminal raw. Printing has no raw terminal.
var goFiles = []string{"terminal/goroutine.go", "render/all.go", "linemode/list.go"}

// Nothing leaves the program except through the reviewed sinks.
func TestSinks(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{$dir := .Dir}}{{range .GoFiles}}{{$dir}}/{{.}}{{"\n"}}{{end}}{{range .IgnoredGoFiles}}{{$dir}}/{{.}}{{"\n"}}{{end}}`, "etal/internal/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range strings.Fields(string(out)) {
		_, room, _ := strings.Cut(filepath.ToSlash(path), "/internal/")
		if !strings.HasSuffix(room, "_test.go") {
			checkSinks(t, path, room)
		}
	}
}

// checkSinks reports the names that a file may not use.
func checkSinks(t *testing.T, path, room string) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{} // of imported packages, by their name in the file
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
			if !slices.Contains(goFiles, room) {
				t.Errorf("%s: a go statement; use terminal.Go, which recovers from panics", set.Position(n.Pos()))
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

// allowed reports whether a file is in a list of files and folders.
func allowed(rooms, file string) bool {
	return slices.ContainsFunc(strings.Fields(rooms), func(room string) bool {
		return file == room || strings.HasPrefix(file, room+"/")
	})
}
