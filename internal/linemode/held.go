package linemode

import (
	"slices"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/nav"
)

// An atHand is the articles at hand, as far as it is known which works they are.
type atHand struct {
	works    library.Works
	embedded func() library.Works // reads the embedded ones; nil once they were read
	folders  []string             // whose articles were read
	listed   bool                 // those of the list were read
}

// holding returns the article that is the work of a reference, and reports whether one is known.
func (s *session) holding(r article.Reference) (library.Held, bool) {
	return s.atHand.works.Holding(r.Fields(), s.entry)
}

// lookUp reads the articles that may be cited works and were not read yet: the embedded ones, and those in
// the folder of a file that was named. Those of the list were read for it.
func (s *session) lookUp() {
	if read := s.atHand.embedded; read != nil {
		s.atHand.embedded = nil
		s.atHand.works = s.atHand.works.With(read())
	}
	folder := s.entry.Folder()
	if folder == "" || s.entry.Found || slices.Contains(s.atHand.folders, folder) {
		return
	}
	s.say("Looking through the folder.")
	_ = s.out.Flush() // an error comes again from the last flush
	s.atHand.folders = append(s.atHand.folders, folder)
	for n, more := s.entry.Neighbours(), true; more; {
		var works library.Works
		works, more = n.Read()
		s.atHand.works = s.atHand.works.With(works)
	}
}

// openWork opens the article that is the work of the reference in focus; back returns to the reference.
func (s *session) openWork() {
	r := s.article.References[s.focus.Index]
	held, ok := s.holding(r)
	if !ok {
		s.lookUp()
		held, ok = s.holding(r)
	}
	if !ok {
		s.say("This work is not at hand.")
		s.sayURL(r)
		return
	}
	s.say("Opening " + nameOf(held))
	s.goOn(held.Entry)
}

// goOn opens the article that is the work of a reference; back returns to where the reader was.
func (s *session) goOn(e *library.Entry) {
	before := *s
	if err := s.read(e); err != nil {
		s.say("Not opened: " + err.Error() + ".")
		return
	}
	s.before = &before
}

// fetch fetches the work that a reference names, and opens it; back returns to where the reader was.
func (s *session) fetch(string) {
	switch {
	case s.workOf == nil:
		s.say("Works cannot be fetched here.")
	case s.focus.Kind == nav.Reference:
		s.fetchWork(s.article.References[s.focus.Index])
	case s.focus.Kind != nav.Citation:
		s.say("Go to a citation or a reference first: next, or ref NUMBER.")
	default:
		s.chooseReference("fetch", s.fetchWork)
	}
}

// fetchWork fetches the work of a reference, and opens it.
func (s *session) fetchWork(r article.Reference) {
	e, err := s.workOf(r.Fields())
	if err != nil {
		s.say("Not fetched: " + err.Error() + ".")
		return
	}
	s.goOn(e)
}

// nameOf says which file an article is, and on what it rests that it is a work.
func nameOf(h library.Held) string {
	return h.Name() + ": same " + h.By + "."
}

// sayURL says the URL of a reference, if it has one.
func (s *session) sayURL(r article.Reference) {
	if url, ok := r.URL(); ok {
		s.say("URL: " + url.String())
	}
}
