package library

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"etal/internal/file"
	"etal/internal/identify"
	"etal/internal/read"
	"etal/internal/web"
)

// Open returns the articles that an argument names, to be read by r: one of the library, a
// file, those of a folder, a URL, or the identifier of a work. If an article and a file have the
// same name, the file is meant with its extension and the article without; what has the name of
// a file is no identifier. Nothing is read or fetched yet, except from a pipe.
func (l *Library) Open(arg string, r read.Reader) ([]*Entry, error) {
	if web.IsURL(arg) {
		if id, err := identify.Parse(arg); err == nil {
			return []*Entry{l.work(id, r)}, nil
		}
		e, err := fromWeb(arg, r, l.works.Web)
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
	case err != nil:
		return l.byIdentifier(arg, r, err)
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

// byIdentifier returns the work that an argument identifies, or else the article that it names. It is not a file,
// which noFile says: on Windows a name with a colon cannot be one.
func (l *Library) byIdentifier(arg string, r read.Reader, noFile error) ([]*Entry, error) {
	id, err := identify.Parse(arg)
	switch {
	case err == nil:
		return []*Entry{l.work(id, r)}, nil
	case !errors.Is(err, identify.ErrNone):
		return nil, fmt.Errorf("open %s: %w", arg, err)
	case !errors.Is(noFile, fs.ErrNotExist):
		return nil, fmt.Errorf("open %s: %w", arg, file.Cause(noFile))
	}
	return l.byName(arg)
}

func (l *Library) byName(arg string) ([]*Entry, error) {
	e, err := l.Entry(arg)
	if err != nil {
		return nil, l.notFound(arg)
	}
	return []*Entry{e}, nil
}

// pipe reads a named pipe, such as a shell's <(command), and returns its entry.
func pipe(path string, r read.Reader) (*Entry, error) {
	data, err := file.Read(path, read.MaxSource)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return fromBytes(path, data, r), nil
}

// notFound returns the error for an argument that names nothing, with the nearest article name
// if it may be a misspelling.
func (l *Library) notFound(arg string) error {
	if nearest, ok := l.Nearest(arg); ok && !strings.ContainsAny(arg, `/\`) {
		return fmt.Errorf("open %s: no such article or file; did you mean %q?", arg, nearest)
	}
	return fmt.Errorf("open %s: no such file or directory", arg)
}

// File returns the entry of a file.
func File(path string, r read.Reader) *Entry {
	r.Open = beside(path)
	e := newEntry(path, r, func() ([]byte, error) {
		// By now it may be a pipe, from which nothing might ever come.
		data, err := file.ReadRegular(path, read.MaxSource)
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

// Beside returns the entry of the file that a link in the article names, by a path relative to
// the article's folder and percent-encoded as in the link, without what is behind its #, and reports whether it is in that
// folder or below. An embedded article has the other ones beside it.
func (e *Entry) Beside(path string) (linked *Entry, inside bool, err error) {
	name := path
	if decoded, err := url.PathUnescape(path); err == nil {
		name = decoded
	}
	if linked, ok := e.siblings[strings.TrimPrefix(name, "./")]; ok {
		return linked, true, nil
	}
	if e.Path == "" {
		return nil, false, fmt.Errorf("open %s: this article is not in a folder", path)
	}
	folder := filepath.Dir(e.Path)
	name = filepath.Join(folder, filepath.FromSlash(name))
	if err := file.CheckRegular(name); err != nil {
		if filepath.Ext(name) != "" || file.CheckRegular(name+".md") != nil {
			return nil, false, fmt.Errorf("open %s: %w", path, err)
		}
		name += ".md" // as notes name each other
	}
	r := e.reader
	r.Format = "" // the caller knows the article's only
	return File(name, r), isInside(folder, name), nil
}

// isInside reports whether a file is in a folder or below, whatever symbolic links lead there.
func isInside(folder, name string) bool {
	folder, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return false
	}
	if name, err = filepath.EvalSymlinks(name); err != nil {
		return false
	}
	rel, err := filepath.Rel(folder, name)
	return err == nil && filepath.IsLocal(rel)
}

// beside returns a function that reads the files in an article's folder.
func beside(path string) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		return file.ReadBeside(filepath.Dir(path), name, read.MaxSource)
	}
}
