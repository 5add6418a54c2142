// Package library knows where articles come from by name.
//
// [New] gives the articles that come with etal; [Library.Add] puts articles read from
// elsewhere before them. The package must not know how an article is shown.
package library

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"etal/articles"
	"etal/internal/article"
	"etal/internal/ingest"
	"etal/internal/safe"
)

// ErrNotFound is the error for a name that no article has.
var ErrNotFound = errors.New("no such article")

// A Library is a set of articles, each under a name of its own.
type Library struct {
	articles []*article.Article
}

// New returns the library of the articles that come with etal, by title.
func New() (*Library, error) {
	l := &Library{}
	names, err := fs.Glob(articles.Files, "*.md")
	if err != nil {
		return nil, err
	}
	r := ingest.Reader{Open: articles.Files.ReadFile}
	for _, name := range names {
		data, err := articles.Files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		a, err := r.Read(name, data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		l.articles = append(l.articles, a)
	}
	slices.SortFunc(l.articles, func(a, b *article.Article) int {
		return cmp.Compare(strings.ToLower(a.Title.String()), strings.ToLower(b.Title.String()))
	})
	return l, nil
}

// Add puts articles before those of the library, unless it holds them already. One
// whose name is taken gets another.
func (l *Library) Add(added ...*article.Article) {
	for _, a := range slices.Backward(added) {
		if slices.Contains(l.articles, a) {
			continue
		}
		name := a.ID.String()
		for n := 2; l.has(a.ID.String()); n++ {
			a.ID = safe.Line(fmt.Sprintf("%s-%d", name, n))
		}
		l.articles = slices.Insert(l.articles, 0, a)
	}
}

// Articles returns all articles, in the order in which they are listed.
func (l *Library) Articles() []*article.Article { return l.articles }

// Article returns the article of that name, or ErrNotFound.
func (l *Library) Article(name string) (*article.Article, error) {
	i := slices.IndexFunc(l.articles, named(strings.TrimSuffix(name, path.Ext(name))))
	if j := slices.IndexFunc(l.articles, named(name)); j >= 0 {
		i = j
	}
	if i < 0 {
		return nil, ErrNotFound
	}
	return l.articles[i], nil
}

// Source returns the bytes that an article which comes with etal was read from.
func (l *Library) Source(a *article.Article) ([]byte, error) {
	return articles.Files.ReadFile(a.Source.String())
}

func (l *Library) has(name string) bool { return slices.ContainsFunc(l.articles, named(name)) }

func named(name string) func(*article.Article) bool {
	return func(a *article.Article) bool { return a.ID.String() == name }
}
