package library

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"etal/internal/file"
	"etal/internal/read"
	"etal/internal/safe"
)

// The file name extensions of articles in a folder.
var (
	texts          = []string{".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml", ".xml", ".nxml", ".pdf", ".epub"}
	bibliographies = []string{".bib", ".ris", ".nbib", ".enw", ".ciw", ".cff"}
	extensions     = slices.Concat(texts, bibliographies)
)

// maxFolders bounds the search of a folder: all of a disk would take minutes.
const maxFolders = 5_000

// folder returns the articles of a folder and of those in it, the nearest folders first and each
// sorted by name. Hidden folders and installed packages are skipped. Symbolic links to files are
// followed, those to folders are not, because they may lead back.
func folder(path string, r read.Reader) ([]*Entry, error) {
	var found []*Entry
	searched := 0
	for queue := []string{""}; len(queue) > 0; queue = queue[1:] {
		if searched++; searched > maxFolders {
			found = append(found, unread(path, fmt.Errorf("open %s: only its first %d folders were searched; name one of the others", safe.Line(path), maxFolders)))
			break
		}
		in := filepath.Join(path, queue[0])
		files, err := os.ReadDir(in)
		if err != nil {
			err = fmt.Errorf("open %s: %w", in, file.Cause(err))
			if searched == 1 {
				return nil, err
			}
			found = append(found, unread(in, err))
		}
		for _, f := range files {
			name := filepath.Join(queue[0], f.Name())
			switch {
			case f.IsDir():
				if !strings.HasPrefix(f.Name(), ".") && f.Name() != "node_modules" {
					queue = append(queue, name)
				}
			case isArticle(path, name, f, extensions):
				e := File(filepath.Join(path, name), r)
				e.ID, e.Found = safe.Line(filepath.ToSlash(strings.TrimSuffix(name, filepath.Ext(name)))), true
				found = append(found, e)
			}
		}
	}
	if len(found) == 0 {
		return nil, NoArticles(path)
	}
	return found, nil
}

// isArticle reports whether a file in a folder, or what a symbolic link leads to, may be an
// article with one of some extensions.
func isArticle(folder, name string, f fs.DirEntry, extensions []string) bool {
	if !slices.Contains(extensions, strings.ToLower(filepath.Ext(name))) {
		return false
	}
	if f.Type()&fs.ModeSymlink != 0 {
		info, err := os.Stat(filepath.Join(folder, name))
		return err == nil && info.Mode().IsRegular()
	}
	return f.Type().IsRegular()
}

// unread returns the entry of something that cannot be read, for a list that says so.
func unread(path string, err error) *Entry {
	return newEntry(path, read.Reader{}, func() ([]byte, error) { return nil, err })
}

// NoArticles returns the error for a folder without articles.
func NoArticles(path string) error {
	return fmt.Errorf("open %s: no articles in this folder", safe.Line(path))
}
