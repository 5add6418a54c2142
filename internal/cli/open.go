package cli

import (
	"cmp"
	"errors"

	"etal/internal/article"
	"etal/internal/ingest"
	"etal/internal/library"
)

// A source is an article that was opened, and the bytes that it was read from.
type source struct {
	*article.Article
	bytes []byte
}

// open reads the articles that the arguments name: a library name, a file, a folder
// of them, or - for standard input. What could not be read of the bibliographies is said
// on standard error.
func open(e env, l *library.Library, b bibliographies, args []string) ([]*article.Article, error) {
	sources, err := openSources(e, l, b, args)
	var opened []*article.Article
	for _, s := range sources {
		opened = append(opened, s.Article)
	}
	return opened, err
}

// openSources opens articles with their sources.
func openSources(e env, l *library.Library, b bibliographies, args []string) ([]source, error) {
	r, err := b.reader(e)
	if err != nil {
		return nil, err
	}
	var opened []source
	for _, arg := range args {
		entries, err := find(e, l, r, arg)
		if err != nil {
			return nil, err
		}
		some, err := readEntries(e, entries, arg)
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

// find returns the articles that an argument names, unread.
func find(e env, l *library.Library, r ingest.Reader, arg string) ([]*library.Entry, error) {
	switch arg {
	case "":
		return nil, usageError{errors.New("an article's name is empty")}
	case "-":
		entry, err := library.FromReader("standard input", e.stdin, r)
		return []*library.Entry{entry}, err
	}
	return l.Open(arg, r)
}

// readEntries reads what an argument names. Of a folder, what is no article is left out,
// and what cannot be read is said in one line and does not keep the others from opening.
func readEntries(e env, entries []*library.Entry, arg string) ([]source, error) {
	var opened []source
	var failed error
	for _, entry := range entries {
		s, err := readEntry(entry)
		switch {
		case err == nil:
			opened = append(opened, s)
		case !entry.Found:
			return nil, err
		case !library.IsNoArticle(err):
			failed = cmp.Or(failed, err)
		}
	}
	switch {
	case len(opened) == 0:
		return nil, cmp.Or(failed, library.NoArticles(arg))
	case failed != nil:
		notice(e, failed.Error())
	}
	return opened, nil
}

func readEntry(entry *library.Entry) (s source, err error) {
	if s.bytes, err = entry.Source(); err != nil {
		return s, err
	}
	s.Article, err = entry.Parse(s.bytes)
	return s, err
}
