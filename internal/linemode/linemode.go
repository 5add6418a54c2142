// Package linemode reads articles in line mode: commands are typed and answered in words, for
// screen readers and for terminals that can do no more.
//
// [Run] is the program. It moves no cursor, draws no boxes and writes no escape sequences;
// it says in words what a sign would show. The package must not know of colours or keys.
package linemode

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/library"
	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/search"
	"etal/internal/theme"
)

// maxLine bounds a line that is typed, in bytes; the rest of a longer one is not read.
const maxLine = 1000

// Options are what the program starts with.
type Options struct {
	Entries []*library.Entry // in the order of the list
	Open    *library.Entry   // to be read at once; nil for the list
	Width   int              // in columns, to which text is wrapped
	// Works reads the index of the works that the embedded articles are; nil for none.
	Works func() library.Works
	// Cited opens the work that a reference names; nil if works cannot be fetched.
	Cited func(bib.Item) (*library.Entry, error)
}

// Run reads commands from in and answers them on out, until the reader quits or in ends.
// An error is one of reading or writing, or of the article to be opened.
func Run(in io.Reader, out io.Writer, o Options) error {
	s := &session{out: bufio.NewWriter(out), entries: o.Entries, width: o.Width, atHand: &atHand{embedded: o.Works}, workOf: o.Cited}
	if o.Open != nil {
		if err := s.read(o.Open); err != nil {
			return err
		}
	} else {
		s.list("")
	}
	lines := bufio.NewReaderSize(in, maxLine)
	for !s.done {
		s.print("> ")
		if err := s.out.Flush(); err != nil {
			return err
		}
		begun, cut, err := lines.ReadLine()
		line := string(begun) // the next call writes over it
		for cut && err == nil {
			_, cut, err = lines.ReadLine()
		}
		if errors.Is(err, io.EOF) {
			s.say("")
			break
		}
		if err != nil {
			return err
		}
		s.answer(safe.Line(line).String())
	}
	return s.out.Flush()
}

// A session is where the reader is.
type session struct {
	out     *bufio.Writer
	entries []*library.Entry
	width   int
	done    bool
	atHand  *atHand
	workOf  func(bib.Item) (*library.Entry, error)
	before  *session // in the article whose reference led to this one; nil if none did

	entry     *library.Entry // nil while the list is open
	article   *article.Article
	doc       *render.Document
	block     int // the block that is read next
	spoken    int // the first block of the passage that was read last
	citations nav.Stops
	focus     nav.Focus // the citation or reference read last, nothing after a passage
	history   nav.History[place]
	choices   []func()
	index     *search.Index
	found     []article.Span
	query     string
}

// A place is one to come back to.
type place struct {
	block, spoken int
	focus         nav.Focus
}

// read opens an article and says what it is.
func (s *session) read(e *library.Entry) error {
	if host := e.Host(); host.Len() > 0 {
		s.say("Fetching from " + host.String() + ".")
		if err := s.out.Flush(); err != nil {
			return err
		}
	}
	a, err := e.Read()
	if err != nil {
		return err
	}
	*s = session{out: s.out, entries: s.entries, width: s.width, atHand: s.atHand, workOf: s.workOf, entry: e, article: a, citations: nav.Citations(a)}
	s.doc = render.New(a, s.width, theme.Plain(), render.Options{Addresses: true, Announce: true})
	s.say("Title: " + sentence(a.Title.String()))
	if len(a.Authors) > 0 {
		var names []string
		for _, n := range a.Authors {
			names = append(names, n.String())
		}
		s.say("By " + strings.Join(names, ", ") + ".")
	}
	s.say(fmt.Sprintf("%s, %s, %s, %s. Enter reads on; help lists the commands.",
		count(a.Minutes(), "minute"), count(len(a.Headings), "section"), count(len(a.Citations), "citation"), count(len(a.References), "reference")))
	for _, n := range a.Notices {
		s.say("Note: " + sentence(n.String()))
	}
	if s.startsWithTitle() {
		s.block++ // it was said
	}
	s.spoken = min(s.block, max(len(a.Blocks)-1, 0))
	return nil
}

func (s *session) startsWithTitle() bool {
	a := s.article
	return len(a.Headings) > 0 && len(a.Blocks) > 0 && a.Blocks[0].Contains(a.Headings[0].Start) && a.Headings[0].Title == a.Title
}

func (s *session) print(text string) { s.out.WriteString(text) }

// say writes a text, wrapped, as lines of its own.
func (s *session) say(text string) {
	for _, l := range render.Wrap(safe.New(text), s.width) {
		s.print(l.Plain() + "\n")
	}
}

// sentence ends a text that has no end of its own, for a pause where it is spoken.
func sentence(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") {
		return text
	}
	return text + "."
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
