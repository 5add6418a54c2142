package linemode

import (
	"fmt"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/search"
)

func (s *session) openEntry(e *library.Entry) {
	if err := s.read(e); err != nil {
		s.say("Not opened: " + err.Error() + ".")
	}
}

// readOn reads the next passages: a heading goes with what follows it.
func (s *session) readOn(argument string) {
	n := 1
	if argument != "" {
		var err error
		if n, err = strconv.Atoi(argument); err != nil || n < 1 {
			s.say("Read how many passages?")
			return
		}
	}
	for ; n > 0; n-- {
		if s.block >= len(s.article.Blocks) {
			s.say("This is the end.")
			return
		}
		s.passage()
	}
}

// passage reads the next block that says something, and the headings before it.
func (s *session) passage() {
	s.spoken, s.focus = s.block, nav.Focus{}
	for said := false; !said && s.block < len(s.article.Blocks); s.block++ {
		said = s.speak(s.block)
	}
}

// speak writes a block. It reports whether that is a passage: more than a heading, which
// goes with what follows it, or nothing, as of a comment.
func (s *session) speak(i int) (passage bool) {
	block := s.article.Blocks[i]
	if h := s.article.HeadingAt(block.End - 1); h >= 0 && s.article.Headings[h].Start >= block.Start {
		heading := s.article.Headings[h]
		s.say(fmt.Sprintf("Section %d, level %d: %s", h+1, heading.Level, sentence(heading.Title.String())))
		return false
	}
	if number := s.article.ReferenceAt(block); number > 0 {
		s.sayReference(number)
		return true
	}
	return s.write(s.doc.Block(i))
}

// write writes lines, but no blank ones, which would be spoken as such. It reports whether
// there were any.
func (s *session) write(lines []render.Line) (any bool) {
	for _, l := range lines {
		if text := l.Plain(); strings.TrimSpace(text) != "" {
			s.print(text + "\n")
			any = true
		}
	}
	return any
}

// footnote says the text of a footnote.
func (s *session) footnote(argument string) {
	notes := 0
	for _, l := range s.article.Links {
		if l.Kind != article.Note {
			continue
		}
		if argument != "" && render.Digits(l.Text) == argument {
			s.write(s.doc.Passage(l.Target, s.width))
			return
		}
		notes++
	}
	s.say(fmt.Sprintf("Which footnote? The text names footnotes %s.", count(notes, "time")))
}

func (s *session) place() place { return place{s.block, s.spoken, s.focus} }

// jump records the place as one to come back to.
func (s *session) jump() { s.history.Leave(s.place()) }

func (s *session) back(string) {
	p, history, ok := s.history.Back(s.place())
	switch {
	case ok:
		s.history, s.block, s.spoken, s.focus = history, p.block, p.spoken, p.focus
	case s.before != nil:
		*s = *s.before
		s.say("Back in " + sentence(s.article.Title.String()))
	default:
		s.say("This is where you began.")
		return
	}
	switch s.focus.Kind {
	case nav.Citation:
		s.sayCitation(s.focus.Index)
	case nav.Reference:
		s.sayReference(s.focus.Index + 1)
	default:
		s.where("")
	}
}

// where says how far the reader is.
func (s *session) where(string) {
	a, at := s.article, s.offset()
	place := fmt.Sprintf("%d percent", 100*at/max(a.Body.Len(), 1))
	if p, ok := a.Pages.At(at); ok {
		place += ", page " + p.Name()
	}
	if h := a.HeadingAt(at); h >= 0 {
		place += fmt.Sprintf(", in section %d: %s", h+1, a.Headings[h].Title)
	}
	s.say(sentence(place))
}

// page goes to a page and reads the passage that it begins in.
func (s *session) page(argument string) {
	p, ok := s.article.Pages.Named(argument)
	switch count := s.article.Pages.Count(); {
	case count == 0:
		s.say("This article has no pages.")
	case !ok:
		s.say(fmt.Sprintf("Which page? There are %d.", count))
	default:
		s.goTo(p.Start)
	}
}

// offset returns where in the body the reader goes on.
func (s *session) offset() int {
	if s.block < len(s.article.Blocks) {
		return s.article.Blocks[s.block].Start
	}
	return s.article.Body.Len()
}

// goTo goes to a place of the body and reads the passage there.
func (s *session) goTo(offset int) {
	s.jump()
	s.block = s.article.BlockAt(offset)
	s.passage()
}

func (s *session) sections(string) {
	s.choices = nil
	for i, h := range s.article.Headings {
		section := s.article.Section(i)
		s.say(fmt.Sprintf("%d, level %d: %s %s, %s.", i+1, h.Level, sentence(h.Title.String()),
			count(s.article.MinutesOf(section), "minute"), count(len(s.article.CitationsIn(section)), "citation")))
		s.choices = append(s.choices, func() { s.goTo(h.Start) })
	}
	if len(s.choices) == 0 {
		s.say("This article has no sections.")
	}
}

func (s *session) section(argument string) {
	n, err := strconv.Atoi(argument)
	if err != nil || n < 1 || n > len(s.article.Headings) {
		s.say(fmt.Sprintf("Which section? There are %d; sections lists them.", len(s.article.Headings)))
		return
	}
	s.goTo(s.article.Headings[n-1].Start)
}

func (s *session) find(words string) {
	if words == "" {
		s.say("Find which words?")
		return
	}
	if s.index == nil {
		s.index = search.New(s.article)
	}
	at := s.offset()
	s.query, s.found = words, s.index.Find(words)
	if len(s.found) == 0 {
		s.say("Not found: " + words + ".")
		return
	}
	for i, m := range s.found {
		if m.Start >= at {
			s.found = append(s.found[i:len(s.found):len(s.found)], s.found[:i]...)
			break
		}
	}
	s.say(fmt.Sprintf("Found %s.", count(len(s.found), "time")))
	s.again("")
}

// again goes to the next place where the words are, and after the last to the first.
func (s *session) again(string) {
	if len(s.found) == 0 {
		s.say("Find something first: find WORDS.")
		return
	}
	m := s.found[0]
	s.found = append(s.found[1:len(s.found):len(s.found)], m)
	s.jump()
	s.block, s.focus = s.article.BlockAt(m.Start), nav.Focus{}
	s.spoken = s.block
	s.say(s.doc.Sentence(m).String())
}
