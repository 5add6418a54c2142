package config

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeConfig returns the path of a file with that text.
func writeConfig(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRead(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"texts, numbers, truths", "theme = \"dark\"\n\nwidth = 72 # columns\nplain = true\n", "1 theme [dark]\n3 width [72]\n4 plain [true]"},
		{"lists", "bibliography = [\n  'a.bib',\n  'b.bib',\n]\nwidth = 3", "1 bibliography [a.bib b.bib]\n5 width [3]"},
		{"tables", "[keys.reader]\nnext = ['tab', 'n']\nprev = 'p'\n[keys.list]\nnext = []\n", "2 keys.reader.next [tab n]\n3 keys.reader.prev [p]\n5 keys.list.next []"},
		{"tables in a line", "keys.reader = { next = 'n', prev = 'p' }\nkeys.list.up = 'u'", "1 keys.reader.next [n]\n1 keys.reader.prev [p]\n2 keys.list.up [u]"},
		{"comments", "# theme = 1\ntheme = 'dark'", "2 theme [dark]"},
		{"a key that was a value before", "theme = 'width'\n\nwidth = 3", "1 theme [width]\n3 width [3]"},
		{"not TOML", "theme = dark\n", "FILE:1: expected value but found \"dark\" instead"},
		{"a mistake further down", "theme = 'dark'\nwidth = \n", "FILE:2: expected value but found '\\n' instead"},
		{"the same twice", "theme = 'a'\ntheme = 'b'\n", "FILE:2: Key 'theme' has already been defined."},
		{"a date", "\ntheme = 2026-01-01\n", "FILE:2: theme: must be a string, number or boolean, or a list of them"},
		{"several tables of a name", "[[keys]]\nnext = 'a'\n", "FILE:1: keys: must be a string, number or boolean, or a list of them"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := writeConfig(t, tt.text)
			file, err := Read(path)
			var lines []string
			for _, e := range file.Entries {
				lines = append(lines, fmt.Sprintf("%d %s %v", e.Line, e.Key, e.Values))
			}
			got := strings.Join(lines, "\n")
			if err != nil {
				got = strings.Replace(strings.TrimPrefix(err.Error(), "config "), path, "FILE", 1)
			}
			if got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestUnreadable(t *testing.T) {
	for _, path := range []string{filepath.Join(t.TempDir(), "none.toml"), filepath.Join(writeConfig(t, ""), "etal", "none.toml")} {
		if file, err := Read(path); err != nil || file.Exists {
			t.Errorf("a file that is not there: %+v, %v", file, err)
		}
	}
	folder := t.TempDir()
	if _, err := Read(folder); err == nil || err.Error() != "config "+folder+": not a file" {
		t.Errorf("a folder: %v", err)
	}
	if _, err := Read(writeConfig(t, strings.Repeat("#", maxSize+1))); err == nil || !strings.HasSuffix(err.Error(), "larger than 64 KiB") {
		t.Errorf("a large one: %v", err)
	}
}

// A file that would take memory in proportion to the square of its size is refused.
func TestBombs(t *testing.T) {
	for name, tt := range map[string]struct{ text, fails string }{
		"a key of many names":   {strings.Repeat("a.", maxSize/2-2) + "a=1", ":1: tables nested deeper than 500"},
		"a table of many names": {"\n[" + strings.Repeat("a.", maxSize/2-2) + "a]", ":2: tables nested deeper than 500"},
		"tables in a line":      {strings.Repeat("a={", maxSize/3), ":1: tables nested deeper than 500"},
		"tables in lists":       {strings.Repeat("a=[\n{", maxSize/5), ":502: tables nested deeper than 500"},
		"keys":                  {"a={" + keys("k%d=1", maxKeys) + "}", ": more than 1000 keys"},
		"keys not to be found":  {"a={" + keys(`"\u0061%d"=1`, maxKeys-10) + ",b=" + strings.Repeat("[", maxSize/4) + strings.Repeat("]", maxSize/4) + "}", ":1: a.b: must be a string, number or boolean, or a list of them"},
	} {
		t.Run(name, func(t *testing.T) {
			path := writeConfig(t, tt.text)
			if _, err := Read(path); err == nil || err.Error() != "config "+path+tt.fails {
				t.Errorf("got %.200v, want %s", err, tt.fails)
			}
		})
	}
}

// keys returns n keys and their values in one line.
func keys(format string, n int) string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf(format, i))
	}
	return strings.Join(all, ",")
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{"theme = 'dark'", "[keys.reader]\nnext = ['tab']", "a.b.c = 1", "[[a]]\nb = 1", "a = {b = {c = [1, [2]]}}", "\"\" = 1", "'a.b' = 1"} {
		f.Add(text)
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(dir, "config.toml")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := Read(path)
		if err != nil {
			return
		}
		for _, e := range file.Entries {
			if e.Line < 1 || e.Line > strings.Count(text, "\n")+1 {
				t.Errorf("%q: %s is in line %d", text, e.Key, e.Line)
			}
		}
	})
}
