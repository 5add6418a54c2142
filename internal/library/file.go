package library

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"etal/internal/ingest"
	"etal/internal/safe"
	"etal/internal/web"
)

// Open returns what an argument names: an article of the library, a file, the articles of a
// folder, or one on the web, to be read by r. Where an article and a file have the same name,
// it is the file's with its extension and the article's without. Nothing is read or fetched
// yet, but of a pipe.
func (l *Library) Open(arg string, r ingest.Reader) ([]*Entry, error) {
	if web.IsAddress(arg) {
		e, err := fromWeb(arg, r, l.web)
		if err != nil {
			return nil, err
		}
		return []*Entry{e}, nil
	}
	if l.has(arg) {
		return l.byName(arg)
	}
	info, err := os.Stat(arg)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return l.byName(arg)
	case err != nil:
		return nil, fmt.Errorf("open %s: %w", arg, cause(err))
	case info.IsDir():
		return folder(arg, r)
	case info.Mode()&fs.ModeNamedPipe != 0:
		e, err := pipe(arg, r)
		return []*Entry{e}, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("open %s: %w", arg, errNoFile)
	}
	return []*Entry{File(arg, r)}, nil
}

func (l *Library) byName(arg string) ([]*Entry, error) {
	e, err := l.Entry(arg)
	if err != nil {
		return nil, l.notFound(arg)
	}
	return []*Entry{e}, nil
}

// pipe returns the entry of a named pipe, which is how a shell hands over what a command
// prints. It can be read once, and is read here.
func pipe(path string, r ingest.Reader) (*Entry, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, cause(err))
	}
	defer f.Close()
	return FromReader(path, f, r)
}

// notFound says that there is no such article, with the nearest name when the
// argument can have been meant as one.
func (l *Library) notFound(arg string) error {
	if nearest, ok := l.Nearest(arg); ok && !strings.ContainsAny(arg, `/\`) {
		return fmt.Errorf("open %s: no such article or file; did you mean %q?", arg, nearest)
	}
	return fmt.Errorf("open %s: no such file or directory", arg)
}

// File returns the entry of a file.
func File(path string, r ingest.Reader) *Entry {
	r.Open = beside(path)
	e := newEntry(path, r, func() ([]byte, error) {
		err := regular(os.Stat(path)) // by now it may be a pipe, of which nothing might ever come
		var data []byte
		if err == nil {
			data, err = readFile(os.Open, path)
		}
		if err != nil {
			return nil, fmt.Errorf("open %s: %w", path, cause(err))
		}
		return data, nil
	})
	e.Path, e.Key = path, path
	if absolute, err := filepath.Abs(path); err == nil {
		e.Key = absolute
	}
	return e
}

// Beside returns the entry of the file to which a link in the article leads: a path
// relative to the article's own, as it is written in the link.
func (e *Entry) Beside(path string) (*Entry, error) {
	if e.Path == "" {
		return nil, fmt.Errorf("open %s: this article lies in no folder", path)
	}
	file := path
	if decoded, err := url.PathUnescape(path); err == nil {
		file = decoded
	}
	file, _, _ = strings.Cut(file, "#")
	file = filepath.Join(filepath.Dir(e.Path), filepath.FromSlash(file))
	if err := regular(os.Stat(file)); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, cause(err))
	}
	return File(file, e.reader), nil
}

// extensions are those of the files that a folder's articles are taken from.
var extensions = []string{".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml", ".xml", ".nxml"}

// folder returns the articles of a folder by name, and not those of the folders in it.
func folder(path string, r ingest.Reader) ([]*Entry, error) {
	files, err := os.ReadDir(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, cause(err))
	}
	var found []*Entry
	for _, f := range files {
		if f.Type().IsRegular() && slices.Contains(extensions, strings.ToLower(filepath.Ext(f.Name()))) {
			e := File(filepath.Join(path, f.Name()), r)
			e.Found = true
			found = append(found, e)
		}
	}
	if len(found) == 0 {
		return nil, NoArticles(path)
	}
	return found, nil
}

// NoArticles is the error of a folder in which there is nothing to read.
func NoArticles(path string) error {
	return fmt.Errorf("open %s: no articles in this folder", safe.Line(path))
}

// beside returns how an article opens the files that lie in its folder. A root keeps
// symbolic links, too, from leading out of it.
func beside(path string) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		root, err := os.OpenRoot(filepath.Dir(path))
		if err != nil {
			return nil, cause(err)
		}
		defer root.Close()
		if err := regular(root.Stat(name)); err != nil {
			return nil, cause(err)
		}
		data, err := readFile(root.Open, name)
		return data, cause(err)
	}
}

var (
	errNoFile   = errors.New("not a file")
	errNotThere = errors.New("no such file or directory")
)

// regular returns errNoFile where a file that was asked for is of another kind: a folder, or
// a device or a pipe, whose reading might not end.
func regular(info fs.FileInfo, err error) error {
	if err == nil && !info.Mode().IsRegular() {
		return errNoFile
	}
	return err
}

// ReadFile reads a file to its end or, where it is larger than any article, far enough to
// tell. Its error says why, without the name.
func ReadFile(path string) ([]byte, error) {
	data, err := readFile(os.Open, path)
	return data, cause(err)
}

func readFile(open func(name string) (*os.File, error), name string) ([]byte, error) {
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f)
}

func readAll(from io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(from, ingest.MaxSource+1))
}

// cause returns the part of a file error that says why, without the operation and
// the path, which the message has already. What is not there is so in the same words on
// every system.
func cause(err error) error {
	var path *os.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errNotThere
	case errors.As(err, &path):
		return path.Err
	}
	return err
}
