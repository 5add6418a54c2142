// Package places stores reading positions, the marks set in articles, and the theme chosen.
//
// A [Store] is a folder. [Store.Put] appends a record to a file in it; [Store.Get] and
// [Store.All] read the records. [Store.SetTheme] replaces another file. What was put survives a kill at any moment, a full disk and
// other programs that write at the same time. The package must not know what is on screen,
// nor where the folder is.
package places

import (
	"iter"
	"strings"
	"time"

	"etal/internal/article"
)

// A Mark is the reading position in an article, and the marks that the reader set in it.
type Mark struct {
	Article string                   `json:"article"` // the key of its library entry
	When    time.Time                `json:"when"`
	Share   float64                  `json:"share"` // of the article that has been read, 0 to 1
	Place   article.Place            `json:"place"`
	Letters map[string]article.Place `json:"letters,omitempty"` // marks set by the reader

	Title    string `json:"title,omitempty"`    // of the article
	Finished bool   `json:"finished,omitempty"` // it was once read to its end, or nearly
	Unlisted bool   `json:"unlisted,omitempty"` // it was removed from the list of those opened lately
}

// endShare is how much of an article has to be read to have reached its end, or nearly: the last
// lines may be notes.
const endShare = 0.95

// AtEnd reports whether the position is at the end of the article, or nearly.
func (m Mark) AtEnd() bool { return m.Share >= endShare }

// A history is the content of a file: records of marks, several for one article.
type history struct {
	records []record // in order of writing
	last    map[string]int
}

// A record is one line. It is decoded only when needed: opening an article must not wait for
// the records of thousands of others.
type record struct {
	article string
	line    string
	before  int // index of the previous record of the same article, or -1
}

// mark returns the last mark of an article with all letters ever set in it, and whether it was ever
// finished, and reports whether there is one.
func (h history) mark(key string) (Mark, bool) {
	var found Mark
	ok := false
	i, put := h.last[key]
	for ; put && i >= 0; i = h.records[i].before {
		line := h.records[i].line
		if ok && !strings.Contains(line, `"letters":`) && !strings.Contains(line, `"finished":`) {
			continue
		}
		mark, err := decode(line)
		if err != nil {
			continue
		}
		if !ok {
			found, ok = mark, true
		}
		found.Finished = found.Finished || mark.Finished
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

// all yields the last mark of each article, in order of writing.
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
