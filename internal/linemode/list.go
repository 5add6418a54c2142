package linemode

import (
	"fmt"
	"runtime"
	"sync/atomic"

	"etal/internal/library"
)

// list says the articles, each when it has been read.
func (s *session) list(string) {
	s.entry, s.choices = nil, nil
	s.say(count(len(s.entries), "article") + ". Type a number or a name to open one, or quit.")
	summaries := summarize(s.entries)
	for i, e := range s.entries {
		_ = s.out.Flush() // the next waits for reading; an error comes again from the last flush
		summary := <-summaries[i]
		s.say(fmt.Sprintf("%d: %s.", i+1, summary.text))
		if !s.atHand.listed {
			s.atHand.works = s.atHand.works.With(summary.works)
		}
		s.choices = append(s.choices, func() { s.openEntry(e) })
	}
	s.atHand.listed = true
}

// summarize returns a channel for the summary of each article. They are read in order, on all
// processors.
func summarize(entries []*library.Entry) []chan summary {
	summaries := make([]chan summary, len(entries))
	for i := range summaries {
		summaries[i] = make(chan summary, 1)
	}
	var begun atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(entries)) {
		go func() {
			for i := begun.Add(1); i <= int64(len(entries)); i = begun.Add(1) {
				summaries[i-1] <- newSummary(entries[i-1])
			}
		}()
	}
	return summaries
}

// A summary is what the list says of an article, and the work that it is.
type summary struct {
	text  string
	works library.Works
}

// newSummary returns an article's title, its length and the number of its references; of a remote
// one, which is not fetched for that, its host.
func newSummary(e *library.Entry) summary {
	if host := e.Host(); host.Len() > 0 {
		return summary{text: e.ID.String() + ", on the web at " + host.String()}
	}
	a, err := e.Read()
	if err != nil {
		return summary{text: e.ID.String()}
	}
	text := fmt.Sprintf("%s %s, %s", sentence(a.Title.String()), count(a.Minutes(), "minute"), count(len(a.References), "reference"))
	return summary{text, library.Holds(e, a.Item())}
}
