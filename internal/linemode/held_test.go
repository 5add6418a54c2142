package linemode

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"etal/internal/bib"
	"etal/internal/library"
	"etal/internal/read"
)

// From a reference of a file, follow opens the work in the same folder or among the embedded articles; each is
// looked through once. One that is gone meanwhile is not opened.
func TestFollowToFile(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("moons.md", "# Moons\n\nIt is far [1].\n\n## References\n\n1. Wren, A. Far. https://doi.org/10.5555/a\n2. Wren, A. Near. https://doi.org/10.5555/b\n3. Wren, A. Here. https://doi.org/10.5555/c\n")
	write("far.md", "---\ntitle: Far\ndoi: 10.5555/a\n---\nVery.\n")
	near, reads := library.FromBytes("near.md", []byte("# Near\n\nText.\n")), 0
	works := func() library.Works {
		reads++
		return library.Holds(near, bib.Item{DOI: "10.5555/b"})
	}
	var out bytes.Buffer
	typed := "ref 1\nfollow\nback\nref 2\nfollow\nback\nref 3\nfollow\n"
	err := Run(strings.NewReader(typed), &out, Options{Open: library.File(filepath.Join(folder, "moons.md"), read.Reader{}), Width: 80, Works: works})
	if err != nil {
		t.Fatal(err)
	}
	_, got, _ := strings.Cut(out.String(), "> ")
	const want = `Reference 1 of 3: Wren, A. Far. https://doi.org/10.5555/a
URL: https://doi.org/10.5555/a
It is cited 1 time.
> Looking through the folder.
Opening far.md: same DOI.
Title: Far.
1 minute, 1 section, 0 citations, 0 references. Enter reads on; help lists the
commands.
> Back in Moons.
Reference 1 of 3: Wren, A. Far. https://doi.org/10.5555/a
> Reference 2 of 3: Wren, A. Near. https://doi.org/10.5555/b
URL: https://doi.org/10.5555/b
It is cited 0 times.
follow opens the work, near.md: same DOI.
> Opening near.md: same DOI.
Title: Near.
1 minute, 1 section, 0 citations, 0 references. Enter reads on; help lists the
commands.
> Back in Moons.
Reference 2 of 3: Wren, A. Near. https://doi.org/10.5555/b
> Reference 3 of 3: Wren, A. Here. https://doi.org/10.5555/c
URL: https://doi.org/10.5555/c
It is cited 0 times.
> This work is not at hand.
URL: https://doi.org/10.5555/c
> 
`
	if got != want {
		t.Errorf("the answers are\n%s", got)
	}
	if reads != 1 {
		t.Errorf("the embedded articles were read %d times", reads)
	}
}

// A work that is gone by the time it is to be opened is not opened, and nothing is lost.
func TestFollowToNothing(t *testing.T) {
	gone := library.File(filepath.Join(t.TempDir(), "gone.md"), read.Reader{})
	works := func() library.Works { return library.Holds(gone, bib.Item{DOI: "10.5555/a"}) }
	e := library.FromBytes("moons.md", []byte("# Moons\n\nIt is far [1].\n\n## References\n\n1. Wren, A. Far. https://doi.org/10.5555/a\n"))
	var out bytes.Buffer
	if err := Run(strings.NewReader("ref 1\nfollow\nwhere\n"), &out, Options{Open: e, Width: 200, Works: works}); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.Contains(got, "Not opened: open ") || !strings.Contains(got, "gone.md: no such file or directory.\n") || !strings.Contains(got, "in section 2: References.") {
		t.Errorf("the answers are\n%s", got)
	}
}
