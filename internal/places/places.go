// Package places keeps where each article was left, and the marks set in it, over the end
// of the program.
//
// A [Store] is a folder. [Store.Put] adds a line to a file in it; [Store.Get] and [Store.All]
// give what the lines say. What was put there outlives a kill at any moment, a full disk and
// a second program that does the same. The package must not know what is on screen, nor
// where the folder is.
package places

import (
	"iter"
	"strings"
	"time"

	"etal/internal/article"
)

// A Mark is what is kept of an article.
type Mark struct {
	Article string                   `json:"article"` // which one: the key of its library entry
	When    time.Time                `json:"when"`
	Share   float64                  `json:"share"` // of the article that was read, 0 to 1
	Place   article.Place            `json:"place"`
	Letters map[string]article.Place `json:"letters,omitempty"` // the places that the reader marked
}

// history is what a file holds: the marks of each article, one after the other.
type history struct {
	records []record // in the order in which they were put
	last    map[string]int
}

// A record is one line. It is decoded when it is asked for, since opening an article must
// not wait for thousands of others.
type record struct {
	article string
	line    string
	before  int // index of the record before it of the same article, or -1
}

// mark returns the last mark of an article, with all letters that were ever set in it.
func (h history) mark(key string) (Mark, bool) {
	var found Mark
	ok := false
	i, put := h.last[key]
	for ; put && i >= 0; i = h.records[i].before {
		line := h.records[i].line
		if ok && !strings.Contains(line, `"letters":`) {
			continue
		}
		mark, err := decode(line)
		if err != nil {
			continue
		}
		if !ok {
			found, ok = mark, true
		}
		for name, place := range mark.Letters {
			if _, set := found.Letters[name]; set {
				continue
			}
			if found.Letters == nil {
				found.Letters = map[string]article.Place{}
			}
			found.Letters[name] = place
		}
	}
	found.Article = key
	return found, ok
}

// all returns the last mark of each article, the one put last at the end.
func (h history) all() iter.Seq[Mark] {
	return func(yield func(Mark) bool) {
		for i, record := range h.records {
			if h.last[record.article] != i {
				continue
			}
			if mark, ok := h.mark(record.article); ok && !yield(mark) {
				return
			}
		}
	}
}

func (h *history) put(article, line string) {
	if h.last == nil {
		h.last = map[string]int{}
	}
	before, ok := h.last[article]
	if !ok {
		before = -1
	}
	h.last[article] = len(h.records)
	h.records = append(h.records, record{article, line, before})
}
