package linemode

import (
	"fmt"
	"strconv"
	"strings"

	"etal/internal/library"
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

// passage reads the next block, and where that is a heading the one after it.
func (s *session) passage() {
	s.spoken, s.citation, s.reference = s.block, -1, 0
	for s.block < len(s.article.Blocks) {
		heading := s.speak(s.block)
		s.block++
		if !heading {
			return
		}
	}
}

// speak writes a block with what it is, if that is more than text.
func (s *session) speak(i int) (isHeading bool) {
	block := s.article.Blocks[i]
	if h := s.article.HeadingAt(block.End - 1); h >= 0 && s.article.Headings[h].Start >= block.Start {
		heading := s.article.Headings[h]
		s.say(fmt.Sprintf("Section %d, level %d: %s.", h+1, heading.Level, heading.Title))
		return true
	}
	switch text := s.article.Slice(block).String(); {
	case strings.HasPrefix(text, "```"), strings.HasPrefix(text, "~~~"):
		s.say("Code:")
	case strings.HasPrefix(text, "|"):
		s.say("Table:")
	case strings.HasPrefix(text, ">"):
		s.say("Quotation:")
	case s.article.ReferenceAt(block) > 0:
		s.sayReference(s.article.ReferenceAt(block))
		return false
	}
	for _, l := range s.doc.Block(i) {
		if text := l.Plain(); strings.TrimSpace(text) != "" {
			s.print(text + "\n")
		}
	}
	return false
}

// leave notes the place as one to come back to.
func (s *session) leave() { s.past = append(s.past, spot{s.block, s.citation, s.reference}) }

func (s *session) back(string) {
	if len(s.past) == 0 {
		s.say("This is where you began.")
		return
	}
	p := s.past[len(s.past)-1]
	s.past = s.past[:len(s.past)-1]
	s.block, s.reference = p.block, p.reference
	switch s.citation = p.citation; {
	case s.citation >= 0:
		s.tell(s.citation)
	case s.reference > 0:
		s.sayReference(s.reference)
	default:
		s.where("")
	}
}

// where says how far the reader is.
func (s *session) where(string) {
	a, at := s.article, s.offset()
	share := 100 * at / max(a.Body.Len(), 1)
	if h := a.HeadingAt(at); h >= 0 {
		s.say(fmt.Sprintf("%d percent, in section %d: %s.", share, h+1, a.Headings[h].Title))
		return
	}
	s.say(fmt.Sprintf("%d percent.", share))
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
	s.leave()
	s.block = s.article.BlockAt(offset)
	s.passage()
}

func (s *session) sections(string) {
	s.choices = nil
	for i, h := range s.article.Headings {
		section := s.article.Section(i)
		s.say(fmt.Sprintf("%d, level %d: %s. %s, %s.", i+1, h.Level, h.Title,
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
		s.say(fmt.Sprintf("Which section? There are %d; sections tells them.", len(s.article.Headings)))
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
	s.leave()
	s.block, s.citation, s.reference = s.article.BlockAt(m.Start), -1, 0
	s.spoken = s.block
	s.say(s.doc.Text(s.article.Sentence(m)).String())
}
