package library

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"etal/internal/file"
	"etal/internal/ingest"
	"etal/internal/safe"
	"etal/internal/web"
)

// Open returns what an argument names: an article of the library, a file, the articles of a
// folder, or one on the web, to be read by r. Where an article and a file have the same name,
// it is the file's with its extension and the article's without. Nothing is read or fetched
// yet, but of a pipe.
func (l *Library) Open(arg string, r ingest.Reader) ([]*Entry, error) {
	if web.IsURL(arg) {
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
		return nil, fmt.Errorf("open %s: %w", arg, file.Cause(err))
	case info.IsDir():
		return folder(arg, r)
	case info.Mode()&fs.ModeNamedPipe != 0:
		e, err := pipe(arg, r)
		return []*Entry{e}, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("open %s: %w", arg, file.ErrIrregular)
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
		return nil, fmt.Errorf("open %s: %w", path, file.Cause(err))
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
		// By now it may be a pipe, from which nothing might ever come.
		data, err := file.ReadRegular(path, ingest.MaxSource)
		if err != nil {
			return nil, fmt.Errorf("open %s: %w", path, err)
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
	name := path
	if decoded, err := url.PathUnescape(path); err == nil {
		name = decoded
	}
	name, _, _ = strings.Cut(name, "#")
	name = filepath.Join(filepath.Dir(e.Path), filepath.FromSlash(name))
	if err := file.CheckRegular(name); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return File(name, e.reader), nil
}

// extensions are those of the files that a folder's articles are taken from.
var extensions = []string{".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml", ".xml", ".nxml"}

// folder returns the articles of a folder by name, and not those of the folders in it.
func folder(path string, r ingest.Reader) ([]*Entry, error) {
	files, err := os.ReadDir(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, file.Cause(err))
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

// beside returns how an article opens the files that lie in its folder.
func beside(path string) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		return file.ReadBeside(filepath.Dir(path), name, ingest.MaxSource)
	}
}
