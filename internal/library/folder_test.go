package library

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"etal/internal/read"
)

// A folder's articles are those in it and in its subfolders, and files that links lead to.
func TestFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"b.md", "a.txt", "A/z.html", "A/deep/er/x.md", "c/y.md", "c/y.png", ".git/HEAD.md", "node_modules/p/README.md", "elsewhere/real.md"} {
		path := filepath.Join("papers", name)
		if strings.HasPrefix(name, "elsewhere") {
			path = name
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("Wheels"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := "a b A/z c/y A/deep/er/x"
	for link, to := range map[string]string{"papers/link.md": "../elsewhere/real.md", "papers/gone.md": "nowhere.md", "papers/loop": "."} {
		if err := os.Symlink(filepath.FromSlash(to), filepath.FromSlash(link)); err != nil {
			t.Log("no symbolic links here")
			break
		}
		want = "a b link A/z c/y A/deep/er/x"
	}
	entries, err := folder("papers", read.Reader{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.ID.String())
		if a, err := e.Read(); err != nil || a.Body.String() != "Wheels\n" {
			t.Errorf("%s: %v", e.ID, err)
		}
	}
	if strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A folder that cannot be searched wholly says so.
func TestFolderBounds(t *testing.T) {
	t.Chdir(t.TempDir())
	for i := range maxFolders {
		if err := os.MkdirAll(filepath.Join("all", "f"+strings.Repeat("x", i%50), "g"+strings.Repeat("y", i/50)), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile("all/a.md", []byte("Wheels"), 0o600); err != nil {
		t.Fatal(err)
	}
	entries, err := folder("all", read.Reader{})
	if err != nil || len(entries) != 2 || entries[0].ID.String() != "a" {
		t.Fatalf("got %d entries, %v", len(entries), err)
	}
	if _, err := entries[1].Read(); err == nil || !strings.Contains(err.Error(), "only its first 5000 folders were searched") {
		t.Errorf("got %v", err)
	}
}
