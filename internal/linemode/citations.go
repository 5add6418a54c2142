package linemode

import (
	"etal/internal/article"
	"etal/internal/nav"
	"fmt"
	"strconv"
	"strings"
)

func (s *session) next(string)     { s.walk(1, "No citation after this.") }
func (s *session) previous(string) { s.walk(-1, "No citation before this.") }

// walk goes to the next or previous citation: from the one in focus or, where that is a
// reference or nothing, from the passage read last.
func (s *session) walk(n int, none string) {
	f, from := s.focus, article.Span{}
	if f.Kind != nav.Citation {
		f = nav.Focus{}
	}
	if len(s.article.Blocks) > 0 {
		from.Start = s.article.Blocks[s.spoken].Start
		from.End = from.Start
	}
	f, ok := s.citations.Walk(f, from, n)
	if !ok {
		s.say(none)
		return
	}
	s.visit(f)
}

// visit goes to a citation.
func (s *session) visit(f nav.Focus) {
	s.focus, s.block = f, s.blockOf(f)
	s.spoken = s.block
	s.sayCitation(f.Index)
}

// blockOf returns the block of what is in focus.
func (s *session) blockOf(f nav.Focus) int {
	span, _ := f.Span(s.article)
	return s.article.BlockAt(span.Start)
}

// sayCitation says a citation: its sentence, and what it names.
func (s *session) sayCitation(i int) {
	a, c := s.article, s.article.Citations[i]
	s.say(fmt.Sprintf("Citation %d of %d, %s: %s", i+1, len(a.Citations), c.Text, s.doc.Sentence(c.Span)))
	for _, n := range c.References {
		s.say(fmt.Sprintf("It names reference %d: %s", n, a.References[n-1].Text))
	}
	if len(c.Ambiguous) > 0 {
		s.say(fmt.Sprintf("It may name one of %s.", count(len(c.Ambiguous), "reference")))
		for _, n := range c.Ambiguous {
			s.say(fmt.Sprintf("Reference %d: %s", n, a.References[n-1].Text))
		}
	}
	if len(c.Missing) > 0 {
		s.say("The list has no reference " + strings.Join(c.Missing, ", ") + ".")
	}
}

func (s *session) follow(string) {
	switch s.focus.Kind {
	case nav.Citation:
		s.chooseReference("go to", func(r article.Reference) { s.goToReference(r.Number) })
	case nav.Reference:
		s.openWork()
	default:
		s.say("Go to a citation first: next.")
	}
}

// chooseReference does something with the reference that the citation in focus names, or has one chosen for it.
func (s *session) chooseReference(verb string, do func(article.Reference)) {
	switch named := s.focus.Candidates(s.article); len(named) {
	case 0:
		s.say("This citation names nothing in the list.")
	case 1:
		do(s.article.References[named[0]-1])
	default:
		s.choices = nil
		s.say(fmt.Sprintf("It names %d references; type 1 to %d to %s one.", len(named), len(named), verb))
		for i, n := range named {
			s.say(fmt.Sprintf("%d: %s", i+1, s.article.References[n-1].Text))
			s.choices = append(s.choices, func() { do(s.article.References[n-1]) })
		}
	}
}

func (s *session) ref(argument string) {
	n, err := strconv.Atoi(argument)
	number, ok := s.article.Labelled(n, s.offset())
	if err != nil || !ok {
		s.say(fmt.Sprintf("Which reference? There are %d.", len(s.article.References)))
		return
	}
	s.goToReference(number)
}

// goToReference goes to a reference and says it, and how often it is cited.
func (s *session) goToReference(number int) {
	s.jump()
	r := s.article.References[number-1]
	s.focus = nav.OnReference(number)
	s.block = s.blockOf(s.focus)
	s.sayReference(number)
	s.sayURL(r)
	s.say(fmt.Sprintf("It is cited %s.", count(len(s.article.CitedBy(number)), "time")))
	if held, ok := s.holding(r); ok {
		s.say("follow opens the work, " + nameOf(held))
	}
}

func (s *session) sayReference(number int) {
	s.say(fmt.Sprintf("Reference %d of %d: %s", number, len(s.article.References), s.article.References[number-1].Text))
}

// cited tells where the reference is cited.
func (s *session) cited(string) {
	if s.focus.Kind != nav.Reference {
		s.say("Go to a reference first: follow, or ref NUMBER.")
		return
	}
	s.choices = nil
	for i, f := range nav.CitedAt(s.article, s.focus.Index+1) {
		span, _ := f.Span(s.article)
		s.say(fmt.Sprintf("%d: %s", i+1, s.doc.Sentence(span)))
		s.choices = append(s.choices, func() {
			s.jump()
			s.visit(f)
		})
	}
	if len(s.choices) == 0 {
		s.say("Nothing in the article cites it.")
	}
}
