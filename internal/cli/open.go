package cli

import (
	"bufio"
	"cmp"
	"errors"
	"os"

	"etal/internal/article"
	"etal/internal/cli/network"
	"etal/internal/library"
	"etal/internal/read"
)

// A source is an article and the bytes that it was read from.
type source struct {
	*article.Article
	bytes []byte
}

// open reads the articles that the arguments name: a library name, a file, a folder, a URL,
// or - for standard input. It prints warnings about bibliographies.
func open(e env, l *library.Library, o readFlags, args []string) ([]*article.Article, error) {
	sources, err := openSources(e, l, o, args)
	var opened []*article.Article
	for _, s := range sources {
		opened = append(opened, s.Article)
	}
	return opened, err
}

// openSources is open with the bytes of each article.
func openSources(e env, l *library.Library, o readFlags, args []string) ([]source, error) {
	var opened []source
	err := eachSource(e, l, o, args, func(entry *library.Entry, from library.Source) error {
		a, err := entry.Parse(from)
		if err != nil {
			return err
		}
		opened = append(opened, source{a, from.Data})
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, s := range opened {
		warnAll(e, s.Article)
	}
	return opened, nil
}

// parse reads an article.
func parse(e env, entry *library.Entry) (*article.Article, error) {
	from, err := network.Source(e.errTTY, entry)
	if err != nil {
		return nil, err
	}
	return entry.Parse(from)
}

// warnAll prints an article's notices, such as a bibliography that could not be read.
func warnAll(e env, a *article.Article) {
	for _, n := range a.Notices {
		warn(e, a.Source.String()+": "+n.String())
	}
}

// eachSource calls visit with each article that the arguments name, as eachEntry does, and what it is read from.
func eachSource(e env, l *library.Library, o readFlags, args []string, visit func(*library.Entry, library.Source) error) error {
	return eachEntry(e, l, o, args, func(entry *library.Entry) error {
		from, err := network.Source(e.errTTY, entry)
		if err != nil {
			return err
		}
		return visit(entry, from)
	})
}

// eachEntry calls visit with each article that the arguments name, in order. In a folder,
// files that are not articles are skipped, and the first that cannot be read is a warning,
// which the others are visited in spite of.
func eachEntry(e env, l *library.Library, o readFlags, args []string, visit func(*library.Entry) error) error {
	r, err := o.reader(e)
	if err != nil {
		return err
	}
	for _, arg := range args {
		entries, err := find(e, l, r, arg)
		if err != nil {
			return err
		}
		visited, failed := 0, error(nil)
		for _, entry := range entries {
			err := visit(entry)
			var unwritten writeError
			switch {
			case err == nil:
				visited++
			case !entry.Found, errors.As(err, &unwritten):
				return err
			case !library.IsNoArticle(err):
				failed = cmp.Or(failed, err)
			}
		}
		switch {
		case visited == 0:
			return cmp.Or(failed, library.NoArticles(arg))
		case failed != nil:
			warn(e, failed.Error())
		}
	}
	return nil
}

// find returns the articles that an argument names, without reading them.
func find(e env, l *library.Library, r read.Reader, arg string) ([]*library.Entry, error) {
	switch arg {
	case "":
		return nil, usageError{errors.New("empty article name")}
	case "-":
		entry, err := library.FromReader("standard input", e.input, r)
		return []*library.Entry{entry}, err
	}
	return l.Open(arg, r)
}

// pipedIn reports whether something is piped into the program: not a terminal, not nothing. It
// waits for the first byte.
func (e *env) pipedIn() bool {
	info, err := e.stdin.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice != 0 {
		return false
	}
	ahead := bufio.NewReader(e.stdin)
	e.input = ahead
	_, err = ahead.Peek(1)
	return err == nil
}
