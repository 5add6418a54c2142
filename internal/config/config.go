// Package config reads the configuration file.
//
// [Read] returns the file's entries in order, with their line numbers. The package must not
// know which settings there are.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"github.com/BurntSushi/toml"

	"etal/internal/file"
)

const (
	// maxSize is the size of the largest file that is read, in bytes.
	maxSize = 64 << 10
	// maxNested is the depth to which tables may nest: each of TOML's keys repeats the names of
	// all tables around it.
	maxNested = 500
	// maxKeys is the number of keys and tables that a file may have.
	maxKeys = 1000
)

// A File is a configuration file, in TOML.
type File struct {
	Path    string
	Exists  bool
	Entries []Entry
}

// An Entry is one setting.
type Entry struct {
	Key    string // with its tables, as in keys.reader.next
	Values []string
	Line   int // from 1
}

// An Error is an error in a line of the file.
type Error struct {
	Path string
	Line int
	Why  string
}

func (e Error) Error() string { return fmt.Sprintf("config %s:%d: %s", e.Path, e.Line, e.Why) }

// Wrong returns an [Error] about an entry.
func (f File) Wrong(e Entry, why string) error { return Error{f.Path, e.Line, why} }

// Entry returns the entry with a key, and reports whether the file has one.
func (f File) Entry(key string) (Entry, bool) {
	i := slices.IndexFunc(f.Entries, func(e Entry) bool { return e.Key == key })
	if i < 0 {
		return Entry{}, false
	}
	return f.Entries[i], true
}

// Read reads a file. A file that does not exist has no entries, which is not an error. An error
// in a line is an [Error].
func Read(path string) (File, error) {
	found := File{Path: path}
	data, err := file.ReadRegular(path, maxSize)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) { // as with HOME=/dev/null
		return found, nil
	}
	if err != nil {
		return found, fmt.Errorf("config %s: %w", path, err)
	}
	found.Exists = true
	if len(data) > maxSize {
		return found, fmt.Errorf("config %s: larger than %d KiB", path, maxSize>>10)
	}
	text := string(data)
	if line := nested(text); line > 0 {
		return found, Error{path, line, fmt.Sprintf("tables nested deeper than %d", maxNested)}
	}
	var tree map[string]any
	meta, err := toml.Decode(text, &tree)
	if err != nil {
		var broken toml.ParseError
		if errors.As(err, &broken) {
			return found, Error{path, broken.Position.Line, broken.Message}
		}
		return found, fmt.Errorf("config %s: %w", path, err)
	}
	if len(meta.Keys()) > maxKeys {
		return found, fmt.Errorf("config %s: more than %d keys", path, maxKeys)
	}
	lines := finder{lines: strings.Split(text, "\n")}
	for _, key := range meta.Keys() {
		line := lines.find(key)
		value := at(tree, key)
		if _, isTable := value.(map[string]any); isTable {
			continue
		}
		values, ok := scalars(value)
		if !ok {
			return found, Error{path, line, key.String() + ": must be a string, number or boolean, or a list of them"}
		}
		found.Entries = append(found.Entries, Entry{strings.Join(key, "."), values, line})
	}
	return found, nil
}

// nested returns the first line, from 1, at which braces or the dots of a key may nest tables
// too deeply; 0 if there is none.
func nested(text string) int {
	braces, number := 0, 0
	for line := range strings.Lines(text) {
		number++
		braces += strings.Count(line, "{")
		if braces+strings.Count(line, ".") > maxNested {
			return number
		}
	}
	return 0
}

// at returns the value of a key in a tree of tables.
func at(tree map[string]any, key toml.Key) any {
	var value any = tree
	for _, name := range key {
		table, ok := value.(map[string]any)
		if !ok {
			return value // one of an array of tables
		}
		value = table[name]
	}
	return value
}

// scalars returns a value, or the values of a list, as text, and reports whether all of them are
// strings, numbers or booleans.
func scalars(value any) (all []string, ok bool) {
	list, isList := value.([]any)
	if !isList {
		list = []any{value}
	}
	for _, v := range list {
		switch v := v.(type) {
		case string, bool, int64, float64:
			all = append(all, fmt.Sprint(v))
		default:
			return nil, false
		}
	}
	return all, true
}

// A finder finds the lines of keys, in the order in which they are in the file.
type finder struct {
	lines []string
	next  int // the line from which to look for the next key, from 0
}

// find returns the line of a key, from 1.
func (f *finder) find(key toml.Key) int {
	for i := f.next; i < len(f.lines); i++ {
		if strings.HasPrefix(strings.TrimSpace(f.lines[i]), "#") || !declares(f.lines[i], key[len(key)-1]) {
			continue
		}
		f.next = i // the next may be in the same line
		return i + 1
	}
	return f.next + 1
}

// declares reports whether a line seems to set a key of that name, or one in a table of that
// name.
func declares(line, name string) bool {
	for at := 0; at <= len(line); at++ {
		i := strings.Index(line[at:], name)
		if i < 0 {
			return false
		}
		at += i
		after := strings.TrimLeft(line[at+len(name):], "\"' \t")
		if (at == 0 || strings.IndexByte(" \t{,.[\"'", line[at-1]) >= 0) && after != "" && strings.IndexByte("=.]", after[0]) >= 0 {
			return true
		}
	}
	return false
}
