package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"etal/internal/article"
	"etal/internal/ingest"
	"etal/internal/library"
	"etal/internal/safe"
)

// open reads the articles that the arguments name: a library name, a file, a folder
// of them, or - for standard input. What could not be read of the bibliographies is said
// on standard error.
func open(e env, l *library.Library, b bibliographies, args []string) ([]*article.Article, error) {
	return openKeeping(e, l, b, args, func(*article.Article, []byte) {})
}

// openKeeping opens articles and has the source of each kept that does not come from the
// library.
func openKeeping(e env, l *library.Library, b bibliographies, args []string, keep func(*article.Article, []byte)) ([]*article.Article, error) {
	articles, err := b.reader(e)
	if err != nil {
		return nil, err
	}
	r := reader{articles, keep, func(what string) { notice(e, what) }}
	var opened []*article.Article
	for _, arg := range args {
		some, err := openOne(e, l, r, arg)
		if err != nil {
			return nil, err
		}
		opened = append(opened, some...)
	}
	for _, a := range opened {
		for _, n := range a.Notices {
			notice(e, a.Source.String()+": "+n.String())
		}
	}
	return opened, nil
}

func openOne(e env, l *library.Library, r reader, arg string) ([]*article.Article, error) {
	if arg == "" {
		return nil, usageError{errors.New("an article's name is empty")}
	}
	if arg == "-" {
		a, err := read(r, "standard input", e.stdin)
		return []*article.Article{a}, err
	}
	if a, err := l.Article(arg); err == nil && !strings.ContainsRune(arg, filepath.Separator) {
		return []*article.Article{a}, nil
	}
	info, err := os.Stat(arg)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, notFound(l, arg)
	case err != nil:
		return nil, fmt.Errorf("open %s: %w", arg, cause(err))
	case info.IsDir():
		return openFolder(r, arg)
	case !info.Mode().IsRegular() && info.Mode()&fs.ModeNamedPipe == 0:
		return nil, fmt.Errorf("open %s: not a file", arg)
	}
	a, err := openFile(r, arg)
	return []*article.Article{a}, err
}

// notFound says that there is no such article, with the nearest name when the
// argument can have been meant as one.
func notFound(l *library.Library, arg string) error {
	if nearest, ok := l.Nearest(arg); ok && !strings.ContainsAny(arg, `/\`) {
		return fmt.Errorf("open %s: no such article or file; did you mean %q?", arg, nearest)
	}
	return fmt.Errorf("open %s: no such file or directory", arg)
}

func openFile(r reader, path string) (*article.Article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, cause(err))
	}
	defer f.Close()
	r.Open = beside(path)
	return read(r, path, f)
}

// A reader reads articles, and has their sources kept.
type reader struct {
	ingest.Reader
	keep   func(a *article.Article, source []byte)
	notice func(what string)
}

// read reads an article to its end; name is for messages and for what the article
// lacks.
func read(r reader, name string, from io.Reader) (*article.Article, error) {
	data, err := io.ReadAll(io.LimitReader(from, ingest.MaxSource+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, cause(err))
	}
	a, err := r.Read(name, data)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	r.keep(a, data)
	return a, nil
}

// extensions are those of the files that a folder's articles are taken from.
var extensions = []string{".md", ".markdown", ".txt", ".text", ".xml", ".nxml"}

// openFolder reads the articles of a folder by name, and not those of the folders in
// it. A file that is no article is left out.
func openFolder(r reader, folder string) ([]*article.Article, error) {
	files, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", folder, cause(err))
	}
	var found []*article.Article
	var failed error
	for _, f := range files {
		if !f.Type().IsRegular() || !slices.Contains(extensions, strings.ToLower(filepath.Ext(f.Name()))) {
			continue
		}
		a, err := openFile(r, filepath.Join(folder, f.Name()))
		if errors.Is(err, ingest.ErrEmpty) || errors.Is(err, ingest.ErrBinary) {
			continue
		}
		if err != nil {
			failed = cmp.Or(failed, err) // one line says it; the others open
			continue
		}
		found = append(found, a)
	}
	switch {
	case len(found) > 0:
		if failed != nil {
			r.notice(failed.Error())
		}
		return found, nil
	case failed != nil:
		return nil, failed
	}
	return nil, fmt.Errorf("open %s: no articles in this folder", safe.Line(folder))
}
