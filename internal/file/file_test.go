package file

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Every way to read says why it cannot in the same words, without the path.
func TestErrors(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"tides.md": "# Tides", "papers/ebb.md": "Ebb"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ways := map[string]func(path string) ([]byte, error){
		"Read":        func(path string) ([]byte, error) { return Read(path, 7) },
		"ReadRegular": func(path string) ([]byte, error) { return ReadRegular(path, 7) },
		"ReadBeside":  func(path string) ([]byte, error) { return ReadBeside(".", path, 7) },
	}
	for way, read := range ways {
		for path, want := range map[string]string{
			"tides.md": "# Tides", "papers/ebb.md": "Ebb",
			"none.md": "no such file or directory", "none/ebb.md": "no such file or directory", "papers": "not a file",
		} {
			data, err := read(path)
			got := string(data)
			if err != nil {
				got = err.Error()
			}
			if way == "Read" && path == "papers" {
				if err == nil || strings.Contains(got, "papers") {
					t.Errorf("Read of a folder: %q", got)
				}
				continue
			}
			if got != want {
				t.Errorf("%s %s: got %q, want %q", way, path, got, want)
			}
			if missing := strings.HasPrefix(path, "none"); errors.Is(err, fs.ErrNotExist) != missing {
				t.Errorf("%s %s: %v is ErrNotExist: %t", way, path, err, !missing)
			}
		}
	}
}

func TestReadAll(t *testing.T) {
	for text, want := range map[string]string{"": "", "tide": "tide", "tides": "tides", "tides come": "tides"} {
		if got, err := ReadAll(strings.NewReader(text), 4); err != nil || string(got) != want {
			t.Errorf("%q: got %q, %v, want %q", text, got, err, want)
		}
	}
	broken := &fs.PathError{Op: "read", Path: "tides.md", Err: errors.New("disk on fire")}
	if _, err := ReadAll(io.MultiReader(strings.NewReader("t"), failing{broken}), 4); err != broken.Err {
		t.Errorf("got %v, want %v", err, broken.Err)
	}
}

type failing struct{ error }

func (f failing) Read([]byte) (int, error) { return 0, f.error }

// No name and no link leads out of the folder.
func TestReadBeside(t *testing.T) {
	folder := t.TempDir()
	inside := filepath.Join(folder, "inside")
	if err := os.Mkdir(inside, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "secret"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join("..", "secret"), filepath.Join(inside, "link")); err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	for _, name := range []string{"link", "../secret", filepath.Join(folder, "secret")} {
		if data, err := ReadBeside(inside, name, 10); err == nil {
			t.Errorf("%s: read %q", name, data)
		}
	}
	if _, err := ReadBeside(filepath.Join(folder, "none"), "link", 10); err == nil || err.Error() != "no such file or directory" {
		t.Errorf("of a folder that does not exist: %v", err)
	}
}

// A folder's contents are read up to a number of them, and those of none are none.
func TestIn(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a", "b", "c"} {
		if err := os.Mkdir(filepath.Join(folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for most, want := range map[int]int{2: 2, 3: 3, 9: 3} {
		if got := In(folder, most); len(got) != want {
			t.Errorf("at most %d: %v", most, got)
		}
	}
	if got := In(filepath.Join(folder, "d"), 9); got != nil {
		t.Errorf("a folder that is not there has %v", got)
	}
}
