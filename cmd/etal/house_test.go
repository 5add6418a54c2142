package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// house says what each package may import of this module. Arrows go down only, and a
// package that is not here has no place in the house. Every package may import safe, and
// lazyregexp, which is the standard library's regexp without its cost before main.
var house = map[string]string{
	"articles":                "",
	"cmd/etal":                "internal/cli",
	"internal/cli":            "internal/article internal/bib internal/cite internal/config internal/file internal/ingest internal/library internal/linemode internal/page internal/places internal/render internal/terminal internal/terminal/early internal/tui internal/web",
	"internal/tui":            "internal/article internal/bib internal/library internal/places internal/render internal/search internal/terminal",
	"internal/places":         "internal/article",
	"internal/linemode":       "internal/article internal/library internal/render internal/search",
	"internal/library":        "articles internal/article internal/bib internal/file internal/ingest internal/web",
	"internal/search":         "internal/article",
	"internal/page":           "internal/article internal/bib internal/markdown",
	"internal/render":         "internal/article internal/bib internal/markdown",
	"internal/ingest":         "internal/article internal/bib internal/boilerplate internal/cite internal/doc internal/markdown internal/mathtext internal/read/html internal/read/jats internal/reflist internal/xmltree",
	"internal/doc":            "internal/article internal/bib internal/cite internal/markdown internal/mathtext",
	"internal/read/html":      "internal/article internal/boilerplate internal/doc internal/mathtext internal/reflist internal/xmltree",
	"internal/read/jats":      "internal/article internal/bib internal/boilerplate internal/doc internal/mathtext internal/xmltree",
	"internal/reflist":        "internal/article internal/bib internal/boilerplate",
	"internal/boilerplate":    "",
	"internal/mathtext":       "internal/xmltree",
	"internal/xmltree":        "",
	"internal/cite":           "internal/article internal/bib",
	"internal/markdown":       "internal/article",
	"internal/article":        "internal/bib",
	"internal/bib":            "",
	"internal/lazyregexp":     "",
	"internal/safe":           "",
	"internal/file":           "",
	"internal/config":         "internal/file",
	"internal/terminal":       "",
	"internal/web":            "",
	"internal/terminal/early": "",
}

// guests says which packages may import a library that only some may know.
var guests = map[string]string{
	"github.com/charmbracelet/bubbletea":  "internal/tui",
	"github.com/charmbracelet/bubbles":    "internal/tui",
	"github.com/charmbracelet/glamour":    "internal/render",
	"github.com/charmbracelet/lipgloss":   "internal/tui internal/terminal/early",
	"github.com/yuin/goldmark":            "internal/markdown internal/ingest internal/page internal/render",
	"github.com/spf13/cobra":              "internal/cli",
	"go.yaml.in/yaml":                     "internal/ingest",
	"codeberg.org/readeck/go-readability": "internal/read/html",
	"github.com/gofrs/flock":              "internal/places",
	"os/exec":                             "internal/terminal",
	"github.com/BurntSushi/toml":          "internal/config",
	"net":                                 "internal/web",
	"net/http":                            "internal/web",
	"golang.org/x/net/http/httpproxy":     "internal/cli",
}

func TestHouse(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "etal/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		imports := strings.Fields(line)
		room := strings.TrimPrefix(imports[0], "etal/")
		below, ok := house[room]
		if !ok {
			t.Errorf("%s has no place in the house", room)
		}
		for _, path := range imports[1:] {
			if ours, found := strings.CutPrefix(path, "etal/"); found {
				if ours != "internal/safe" && ours != "internal/lazyregexp" && !slices.Contains(strings.Fields(below), ours) {
					t.Errorf("%s may not import %s", room, ours)
				}
				continue
			}
			for guest, hosts := range guests {
				within := strings.Contains(guest, "/") && strings.HasPrefix(path, guest+"/")
				if (path == guest || within) && !slices.Contains(strings.Fields(hosts), room) {
					t.Errorf("%s may not import %s", room, path)
				}
			}
		}
	}
}

// TestInitialisers holds that only the earliest package does anything before main.
func TestInitialisers(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{$dir := .Dir}}{{range .GoFiles}}{{$dir}}/{{.}}{{"\n"}}{{end}}`, "etal/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range strings.Fields(string(out)) {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(source), "\nfunc init()") && !strings.Contains(filepath.ToSlash(file), "/terminal/early/") {
			t.Errorf("%s has an initialiser", file)
		}
	}
}
