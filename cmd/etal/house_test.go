package main

import (
	"encoding/json"
	"errors"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// house lists the packages from the top floor to the cellar, each with those it imports, which
// are all below it. Every package may import the cellar.
var house = []struct{ room, imports string }{
	{"cmd/etal", "internal/cli"},
	{"internal/cli", "internal/article internal/bib internal/bib/bibtex internal/bib/csljson internal/bib/ris internal/cite internal/cite/shortform internal/cli/console internal/cli/folders internal/cli/network internal/cli/usage internal/config internal/export internal/file internal/guide internal/htmlpage internal/kept internal/library internal/linemode internal/lint internal/manual internal/obtain internal/places internal/read internal/read/pdf/pdfium internal/render internal/terminal internal/terminal/early internal/theme internal/tui internal/tui/screen"},
	{"internal/cli/network", "internal/cli/console internal/cli/folders internal/identify internal/kept internal/library internal/obtain internal/web"},
	{"internal/cli/console", "internal/terminal"},
	{"internal/cli/folders", ""},
	{"internal/cli/usage", "internal/manual"},
	{"internal/tui", "internal/article internal/bib internal/library internal/nav internal/obtain internal/places internal/terminal internal/tui/list internal/tui/reader internal/tui/screen"},
	{"internal/tui/list", "internal/article internal/library internal/places internal/render internal/search internal/tui/screen"},
	{"internal/tui/reader", "internal/article internal/bib internal/bib/bibtex internal/library internal/nav internal/places internal/render internal/search internal/terminal internal/theme internal/tui/panel internal/tui/screen"},
	{"internal/tui/panel", "internal/article internal/nav internal/render internal/tui/screen"},
	{"internal/tui/screen", "internal/bib internal/library internal/nav internal/render internal/terminal internal/theme"},
	{"internal/linemode", "internal/article internal/bib internal/library internal/nav internal/render internal/search internal/theme"},
	{"internal/library", "articles internal/article internal/bib internal/file internal/identify internal/obtain internal/read internal/web"},
	{"internal/obtain", "internal/article internal/bib internal/identify internal/kept internal/read internal/web"},
	{"internal/obtain/obtaintest", "internal/identify"},
	{"internal/kept", "internal/bib internal/file"},
	{"internal/read", "internal/article internal/bib internal/bib/formats internal/cite internal/doc internal/file internal/read/bibliography internal/read/epub internal/read/html internal/read/html/tags internal/read/jats internal/read/markdown internal/read/pdf internal/read/pdf/pdfium internal/read/printed internal/read/record internal/read/text internal/sourcecode"},
	{"internal/read/markdown", "internal/article internal/bib internal/bib/formats internal/cite internal/cite/shortform internal/doc internal/markdown internal/mathtext internal/read/markdown/dialect internal/read/markdown/frontmatter internal/reflist internal/sourcecode"},
	{"internal/read/markdown/dialect", "internal/article internal/markdown internal/read/markdown/dialect/hypertext internal/read/markdown/dialect/lines internal/read/markdown/dialect/tables internal/read/markdown/dialect/templates"},
	{"internal/read/markdown/dialect/templates", "internal/read/markdown/dialect/lines"},
	{"internal/read/markdown/dialect/lines", ""},
	{"internal/read/markdown/dialect/tables", ""},
	{"internal/read/markdown/dialect/hypertext", "internal/article internal/doc internal/markdown internal/read/html internal/read/html/dom internal/read/html/tags"},
	{"internal/read/markdown/frontmatter", "internal/doc internal/identify"},
	{"internal/read/bibliography", "internal/bib internal/doc"},
	{"internal/read/record", "internal/bib internal/doc internal/identify"},
	{"internal/read/text", "internal/article internal/boilerplate internal/doc internal/hyphen internal/reflist internal/sourcecode"},
	{"internal/read/printed", "internal/doc"},
	{"internal/read/pdf", "internal/article internal/doc internal/hyphen internal/read/pdf/areas internal/read/pdf/continuation internal/read/pdf/entries internal/read/pdf/equation internal/read/pdf/floats internal/read/pdf/grid internal/read/pdf/identifiers internal/read/pdf/imprint internal/read/pdf/inlines internal/read/pdf/landing internal/read/pdf/layout internal/read/pdf/levels internal/read/pdf/losses internal/read/pdf/page internal/read/pdf/pagenumber internal/read/pdf/people internal/read/pdf/raised internal/read/pdf/textrow internal/read/pdf/told internal/read/pdf/typeset internal/reflist"},
	{"internal/read/pdf/typeset", "internal/doc internal/hyphen internal/read/pdf/areas internal/read/pdf/inlines internal/read/pdf/layout internal/read/pdf/page internal/read/pdf/raised internal/read/pdf/textrow"},
	{"internal/read/pdf/areas", "internal/doc internal/read/pdf/layout internal/read/pdf/page"},
	{"internal/read/pdf/landing", "internal/article internal/names internal/read/pdf/page"},
	{"internal/read/pdf/levels", ""},
	{"internal/read/pdf/imprint", "internal/names"},
	{"internal/read/pdf/inlines", "internal/doc internal/read/pdf/raised"},
	{"internal/read/pdf/raised", "internal/mathtext internal/read/pdf/layout internal/read/pdf/page"},
	{"internal/read/pdf/pagenumber", ""},
	{"internal/read/pdf/people", ""},
	{"internal/read/pdf/told", ""},
	{"internal/read/pdf/floats", "internal/read/pdf/page"},
	{"internal/read/pdf/equation", "internal/read/pdf/page internal/read/pdf/textrow"},
	{"internal/read/pdf/continuation", "internal/read/pdf/page internal/read/pdf/textrow"},
	{"internal/read/pdf/textrow", "internal/read/pdf/layout internal/read/pdf/page"},
	{"internal/read/pdf/entries", "internal/article internal/reflist"},
	{"internal/read/pdf/grid", "internal/read/pdf/layout internal/read/pdf/page"},
	{"internal/read/pdf/identifiers", "internal/bib internal/doc"},
	{"internal/read/pdf/losses", "internal/read/pdf/page"},
	{"internal/read/pdf/layout", "internal/read/pdf/blanks internal/read/pdf/letters internal/read/pdf/page"},
	{"internal/read/pdf/blanks", "internal/read/pdf/page"},
	{"internal/read/pdf/letters", "internal/read/pdf/page"},
	{"internal/read/pdf/pdftest", "internal/read/pdf/page internal/read/pdf/pdfium"},
	{"internal/read/pdf/pdfium", "internal/read/pdf/page"},
	{"internal/read/pdf/page", ""},
	{"internal/read/epub", "internal/doc internal/identify internal/read/html internal/read/html/dom internal/read/html/picture internal/read/html/tags internal/reflist internal/xmltree"},
	{"internal/read/html", "internal/article internal/boilerplate internal/doc internal/mathtext internal/read/html/distill internal/read/html/dom internal/read/html/extract internal/read/html/listing internal/read/html/metadata internal/read/html/numbering internal/read/html/picture internal/read/html/rawtex internal/reflist"},
	{"internal/read/html/distill", "internal/bib internal/bib/bibtex internal/read/html/dom"},
	{"internal/read/html/metadata", "internal/doc internal/identify internal/read/html/dom"},
	{"internal/read/html/listing", "internal/read/html/dom"},
	{"internal/read/html/numbering", "internal/read/html/dom"},
	{"internal/read/html/picture", "internal/boilerplate internal/read/html/dom"},
	{"internal/read/html/rawtex", "internal/read/html/dom"},
	{"internal/read/html/extract", "internal/boilerplate internal/read/html/dom"},
	{"internal/read/html/tags", "internal/read/html/dom"},
	{"internal/read/html/dom", "internal/xmltree"},
	{"internal/read/jats", "internal/article internal/bib internal/bib/refstring internal/boilerplate internal/doc internal/identify internal/mathtext internal/xmltree"},
	{"internal/doc", "internal/article internal/bib internal/cite internal/cite/crossref internal/cite/shortform internal/identify internal/markdown internal/mathtext internal/names"},
	{"internal/reflist", "internal/article internal/bib internal/bib/refstring internal/boilerplate"},
	{"internal/hyphen", ""},
	{"internal/boilerplate", ""},
	{"internal/guide", "internal/cite internal/manual"},
	{"internal/lint", "internal/article internal/bib internal/cite internal/cite/scan internal/cite/shortform internal/cite/work internal/names"},
	{"internal/cite", "internal/article internal/cite/scan internal/cite/shortform internal/cite/work"},
	{"internal/cite/crossref", "internal/article internal/cite/scan"},
	{"internal/cite/shortform", "internal/article internal/cite/scan internal/cite/work"},
	{"internal/cite/work", "internal/article internal/bib internal/cite/scan"},
	{"internal/cite/scan", ""},
	{"internal/export", "internal/article internal/bib"},
	{"internal/htmlpage", "internal/article internal/bib internal/content internal/markdown"},
	{"internal/render", "internal/article internal/bib internal/content internal/markdown internal/names internal/theme"},
	{"internal/theme", "internal/markdown"},
	{"internal/nav", "internal/article"},
	{"internal/search", "internal/article internal/content internal/markdown internal/names"},
	{"internal/content", "internal/article internal/markdown"},
	{"internal/markdown", "internal/article internal/mathtext internal/names"},
	{"internal/mathtext", "internal/xmltree"},
	{"internal/places", "internal/article"},
	{"internal/article", "internal/bib internal/bib/refstring internal/identify"},
	{"internal/identify", "internal/bib internal/bib/csljson"},
	{"internal/bib/formats", "internal/bib internal/bib/bibtex internal/bib/cff internal/bib/csljson internal/bib/endnote internal/bib/pubmed internal/bib/ris internal/bib/wos"},
	{"internal/bib/bibtex", "internal/bib"},
	{"internal/bib/csljson", "internal/bib"},
	{"internal/bib/ris", "internal/bib internal/bib/tagged"},
	{"internal/bib/cff", "internal/bib"},
	{"internal/bib/endnote", "internal/bib internal/bib/tagged internal/xmltree"},
	{"internal/bib/pubmed", "internal/bib internal/bib/tagged"},
	{"internal/bib/wos", "internal/bib internal/bib/tagged"},
	{"internal/bib/tagged", "internal/bib internal/bib/refstring/token"},
	{"internal/bib/refstring", "internal/bib internal/bib/refstring/border internal/bib/refstring/namelist internal/bib/refstring/token"},
	{"internal/bib/refstring/border", "internal/bib/refstring/token"},
	{"internal/bib/refstring/namelist", "internal/bib internal/bib/refstring/token"},
	{"internal/bib/refstring/token", ""},
	{"internal/bib", ""},
	{"internal/xmltree", ""},
	{"internal/config", "internal/file"},
	{"internal/file", ""},
	{"internal/manual", ""},
	{"internal/web", ""},
	{"internal/terminal", ""},
	{"internal/terminal/early", ""},
	{"internal/names", ""},
	{"internal/sourcecode", ""},
	{"internal/lazyregexp", ""},
	{"internal/safe", ""},
	{"internal/textwidth", ""},
	{"articles", ""},
}

// cellar are the packages that all others may import.
var cellar = []string{"internal/names", "internal/safe", "internal/lazyregexp", "internal/textwidth"}

// guests names the packages that may import a library, with all below its path: each direct
// dependency, and the parts of the standard library that reach out of the program.
var guests = map[string]string{
	"codeberg.org/readeck/go-readability": "internal/read/html/extract",
	"github.com/BurntSushi/toml":          "internal/config internal/read/markdown/frontmatter",
	"github.com/charmbracelet/bubbles":    "internal/tui/list",
	"github.com/charmbracelet/bubbletea":  "internal/tui internal/tui/list internal/tui/reader internal/tui/screen",
	"github.com/charmbracelet/glamour":    "internal/theme",
	"github.com/charmbracelet/lipgloss":   "internal/terminal/early internal/tui internal/tui/list internal/tui/screen",
	"github.com/charmbracelet/x/ansi":     "internal/textwidth",
	"github.com/gofrs/flock":              "internal/places",
	"github.com/gogs/chardet":             "internal/read",
	"github.com/muesli/termenv":           "internal/cli internal/theme internal/tui/screen",
	"github.com/spf13/cobra":              "internal/cli internal/cli/usage",
	"github.com/spf13/pflag":              "internal/cli internal/cli/usage",
	"github.com/tetratelabs/wazero":       "internal/read/pdf/pdfium",
	"github.com/yuin/goldmark":            "internal/htmlpage internal/markdown internal/read/markdown internal/read/markdown/dialect/hypertext internal/render internal/search",
	"go.yaml.in/yaml":                     "internal/bib/cff internal/read/markdown/frontmatter",
	"golang.org/x/net/html":               "internal/markdown internal/read/epub internal/read/html internal/read/html/distill internal/read/html/dom internal/read/html/extract internal/read/html/listing internal/read/html/metadata internal/read/html/numbering internal/read/html/picture internal/read/html/rawtex internal/read/html/tags internal/read/markdown/dialect/hypertext",
	"golang.org/x/net/http/httpproxy":     "internal/cli/network",
	"golang.org/x/net/idna":               "internal/terminal internal/web",
	"golang.org/x/sys":                    "internal/terminal",
	"golang.org/x/term":                   "internal/terminal",
	"golang.org/x/text":                   "internal/read",

	"embed":         "articles internal/read/pdf/pdfium",
	"net":           "internal/obtain/obtaintest internal/web",
	"os":            "cmd/etal internal/cli internal/cli/console internal/cli/network internal/file internal/kept internal/lazyregexp internal/library internal/places internal/read/pdf/pdfium internal/read/pdf/pdftest internal/terminal internal/tui",
	"os/exec":       "internal/terminal",
	"os/signal":     "internal/terminal",
	"plugin":        "",
	"runtime/debug": "internal/cli internal/terminal internal/tui",
	"syscall":       "internal/cli internal/config internal/read/pdf/pdfium internal/terminal internal/web",
	"unsafe":        "",

	// In tests only.
	"github.com/creack/pty":           "",
	"github.com/muesli/cancelreader":  "",
	"github.com/rogpeppe/go-internal": "",
	"golang.org/x/tools":              "",
}

// harmless are packages under a guest's path that everybody may import.
var harmless = []string{"golang.org/x/text/unicode/norm", "net/url"}

// A listed is a package as go list has it.
type listed struct {
	ImportPath, Dir, Doc    string
	Imports                 []string
	GoFiles, IgnoredGoFiles []string
}

// room returns the package's path in the module.
func (p listed) room() string { return strings.TrimPrefix(p.ImportPath, "etal/") }

// files returns the paths of the package's files without tests, for any system.
func (p listed) files() []string {
	var paths []string
	for _, name := range slices.Concat(p.GoFiles, p.IgnoredGoFiles) {
		if !strings.HasSuffix(name, "_test.go") {
			paths = append(paths, filepath.Join(p.Dir, name))
		}
	}
	return paths
}

// packages returns the packages of the module.
func packages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,Doc,Imports,GoFiles,IgnoredGoFiles", "etal/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// Packages import only downwards, and libraries only where they are guests.
func TestHouse(t *testing.T) {
	floors, seen := map[string]int{}, []string{}
	for i, h := range house {
		floors[h.room] = i
	}
	for _, p := range packages(t) {
		room := p.room()
		floor, ok := floors[room]
		if !ok {
			t.Errorf("%s has no place in the house", room)
			continue
		}
		for _, path := range p.Imports {
			below, ours := strings.CutPrefix(path, "etal/")
			switch {
			case !ours && !isGuest(path, room):
				t.Errorf("%s may not import %s", room, path)
			case ours && !slices.Contains(cellar, below) && !slices.Contains(strings.Fields(house[floor].imports), below):
				t.Errorf("%s may not import %s", room, below)
			case ours && floors[below] <= floor:
				t.Errorf("%s imports upwards: %s", room, below)
			}
		}
		seen = append(seen, room)
	}
	for _, h := range house {
		if !slices.Contains(seen, h.room) {
			t.Errorf("%s is in the house, but not in the module", h.room)
		}
	}
}

// isGuest reports whether a room may import a library.
func isGuest(path, room string) bool {
	if slices.Contains(harmless, path) {
		return true
	}
	longest, hosts := "", ""
	for guest, rooms := range guests {
		if len(guest) > len(longest) && (path == guest || strings.HasPrefix(path, guest+"/")) {
			longest, hosts = guest, rooms
		}
	}
	if longest == "" { // the rest of the standard library is everybody's
		return !strings.Contains(path, ".")
	}
	return slices.Contains(strings.Fields(hosts), room)
}

// Every direct dependency is a guest of somebody.
func TestGuests(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(mod), "\n") {
		words := strings.Fields(line)
		if len(words) != 2 || !strings.HasPrefix(words[1], "v") { // indirect ones have a comment
			continue
		}
		module := regexp.MustCompile(`/v\d+$`).ReplaceAllString(words[0], "")
		if !hasGuest(module) {
			t.Errorf("guests does not say who may import %s", module)
		}
	}
}

func hasGuest(module string) bool {
	for guest := range guests {
		if guest == module || strings.HasPrefix(guest, module+"/") {
			return true
		}
	}
	return false
}

// maxRoom is the number of lines without tests beyond which a package holds two ideas.
const maxRoom = 2500

// Every package fits into a head, and says what it is for and what it must not know.
func TestRooms(t *testing.T) {
	for _, p := range packages(t) {
		lines, doc := 0, ""
		for _, path := range p.files() {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			lines += strings.Count(string(source), "\n")
			parsed, err := parser.ParseFile(token.NewFileSet(), path, source, parser.PackageClauseOnly|parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			if parsed.Doc != nil {
				doc += parsed.Doc.Text()
			}
			if strings.Contains(string(source), "\nfunc init()") && p.room() != "internal/terminal/early" {
				t.Errorf("%s has an initialiser", path)
			}
		}
		if lines > maxRoom {
			t.Errorf("%s has %d lines", p.room(), lines)
		}
		if !mustNot.MatchString(doc) {
			t.Errorf("%s has no comment that says what it must not know", p.room())
		}
	}
}

var mustNot = regexp.MustCompile(`(?i)must\s+not|knows?\s+(no|nothing)\b`)
