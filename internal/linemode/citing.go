package linemode

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

func (s *session) next(string) {
	i := s.citation + 1
	if s.citation < 0 {
		i = s.firstCitation()
	}
	s.visit(i, "No citation after this.")
}

func (s *session) previous(string) {
	i := s.citation - 1
	if s.citation < 0 {
		i = s.firstCitation() - 1
	}
	s.visit(i, "No citation before this.")
}

// firstCitation returns the first citation from the passage on that was read last.
func (s *session) firstCitation() int {
	a := s.article
	if len(a.Blocks) == 0 {
		return 0
	}
	return sort.Search(len(a.Citations), func(i int) bool { return a.Citations[i].Start >= a.Blocks[s.spoken].Start })
}

// visit goes to a citation, or says that there is none.
func (s *session) visit(i int, none string) {
	if i < 0 || i >= len(s.article.Citations) {
		s.say(none)
		return
	}
	s.citation, s.reference = i, 0
	s.block = s.article.BlockAt(s.article.Citations[i].Start)
	s.spoken = s.block
	s.tell(i)
}

// tell says a citation: its sentence, and what it names.
func (s *session) tell(i int) {
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
	if s.citation < 0 {
		s.say("Go to a citation first: next.")
		return
	}
	named := s.article.Citations[s.citation].Candidates()
	switch len(named) {
	case 0:
		s.say("This citation names nothing in the list.")
	case 1:
		s.goToReference(named[0])
	default:
		s.choices = nil
		s.say(fmt.Sprintf("It names %d references; type 1 to %d to go to one.", len(named), len(named)))
		for i, n := range named {
			s.say(fmt.Sprintf("%d: %s", i+1, s.article.References[n-1].Text))
			s.choices = append(s.choices, func() { s.goToReference(n) })
		}
	}
}

func (s *session) ref(argument string) {
	n, err := strconv.Atoi(argument)
	number, ok := s.article.Labelled(n)
	if err != nil || !ok {
		s.say(fmt.Sprintf("Which reference? There are %d.", len(s.article.References)))
		return
	}
	s.goToReference(number)
}

// goToReference goes to a reference and says it, and how often it is cited.
func (s *session) goToReference(number int) {
	s.leave()
	r := s.article.References[number-1]
	s.block, s.citation, s.reference = s.article.BlockAt(r.Start), -1, number
	s.sayReference(number)
	if address, ok := r.Address(); ok {
		s.say("Its address: " + address.String())
	}
	s.say(fmt.Sprintf("It is cited %s.", count(len(s.article.CitedBy(number)), "time")))
}

func (s *session) sayReference(number int) {
	s.say(fmt.Sprintf("Reference %d of %d: %s", number, len(s.article.References), s.article.References[number-1].Text))
}

// cited tells where the reference is cited.
func (s *session) cited(string) {
	if s.reference == 0 {
		s.say("Go to a reference first: follow, or ref NUMBER.")
		return
	}
	s.choices = nil
	for i, c := range s.article.CitedBy(s.reference) {
		s.say(fmt.Sprintf("%d: %s", i+1, s.doc.Sentence(s.article.Citations[c].Span)))
		s.choices = append(s.choices, func() {
			s.leave()
			s.visit(c, "")
		})
	}
	if len(s.choices) == 0 {
		s.say("Nothing in the article cites it.")
	}
}
