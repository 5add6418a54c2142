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
		s.say(fmt.Sprintf("%d: %s.", i+1, <-summaries[i]))
		s.choices = append(s.choices, func() { s.openEntry(e) })
	}
}

// summarize returns a channel for the summary of each article. They are read in order, on all
// processors.
func summarize(entries []*library.Entry) []chan string {
	summaries := make([]chan string, len(entries))
	for i := range summaries {
		summaries[i] = make(chan string, 1)
	}
	var begun atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(entries)) {
		go func() {
			for i := begun.Add(1); i <= int64(len(entries)); i = begun.Add(1) {
				summaries[i-1] <- summary(entries[i-1])
			}
		}()
	}
	return summaries
}

// summary returns an article's title, its length and the number of its references; of a remote
// one, which is not fetched for that, its host.
func summary(e *library.Entry) string {
	if host := e.Host(); host.Len() > 0 {
		return e.ID.String() + ", on the web at " + host.String()
	}
	a, err := e.Read()
	if err != nil {
		return e.ID.String()
	}
	return fmt.Sprintf("%s %s, %s", sentence(a.Title.String()), count(a.Minutes(), "minute"), count(len(a.References), "reference"))
}
