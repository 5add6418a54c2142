package library

import (
	"context"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"etal/internal/file"
)

// Limits of what is read of an article's folder to find the works that it cites. Such folders hold some dozens
// of papers; downloads may hold thousands of files.
const (
	maxNames      = 10_000    // of the folder's files
	maxNeighbours = 200       // articles
	maxBeside     = 256 << 20 // bytes of them
	neighboursRun = 8         // articles that are read before their works are known
)

// Neighbours are the articles in the folder of another one, of which it is to be known which works they are.
type Neighbours struct {
	of   *Entry
	left []*Entry // nil before the folder was read
	size int64    // bytes that may still be read
}

// Folder returns the folder of an article's file, or "" if it has none.
func (e *Entry) Folder() string {
	if e.Path == "" {
		return ""
	}
	return filepath.Dir(e.Key)
}

// Neighbours returns the articles in the folder of an article, none of which is read yet.
func (e *Entry) Neighbours() *Neighbours { return &Neighbours{of: e, size: maxBeside} }

// Read reads what the next of them are, and reports whether others are left. What cannot be read is no work.
func (n *Neighbours) Read() (w Works, more bool) {
	if n.left == nil {
		n.left = n.list()
	}
	for range min(neighboursRun, len(n.left)) {
		w = w.With(n.identify(n.left[0]))
		n.left = n.left[1:]
	}
	return w.Joined(), len(n.left) > 0
}

// list returns the articles in the folder itself but for hidden files and bibliographies, sorted by name.
func (n *Neighbours) list() []*Entry {
	path := filepath.Dir(n.of.Path)
	files := file.In(path, maxNames)
	slices.SortFunc(files, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	r := n.of.reader
	r.Format, r.Password = "", nil // the caller knows the article's only, and nobody asked for the others
	var found []*Entry
	for _, f := range files {
		if len(found) == maxNeighbours {
			break
		}
		if strings.HasPrefix(f.Name(), ".") || !isArticle(path, f.Name(), f, texts) {
			continue
		}
		if e := File(filepath.Join(path, f.Name()), r); e.Key != n.of.Key {
			found = append(found, e)
		}
	}
	return found
}

// identify returns the index of the work that an article is, from as little of it as its format allows.
func (n *Neighbours) identify(e *Entry) Works {
	if stamp, ok := e.Stamp(); !ok || stamp.size > n.size {
		return Works{}
	}
	s, err := e.Source(context.Background(), nil)
	if err != nil {
		return Works{}
	}
	n.size -= int64(len(s.Data))
	a, ok := e.from(s).Front(e.name, s.Data)
	if !ok {
		if a, err = e.glance(s); err != nil {
			return Works{}
		}
	}
	return Holds(e, a.Item())
}
