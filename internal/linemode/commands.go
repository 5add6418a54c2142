package linemode

import (
	"fmt"
	"strconv"
	"strings"

	"etal/internal/library"
)

// A command is a word that can be typed, and what it does.
type command struct {
	name  string
	takes string // what stands after it, for help
	help  string
	list  bool // it can be given without an article
	run   func(s *session, argument string)
}

// commands returns all of them, in the order of the help.
func commands() []command {
	return []command{
		{"read", "[NUMBER]", "read on by that many passages; Enter reads one", false, (*session).readOn},
		{"next", "", "next citation, with its sentence and references", false, (*session).next},
		{"previous", "", "previous citation", false, (*session).previous},
		{"p", "", "the same as previous", false, (*session).previous},
		{"follow", "", "go to the reference, then to the work if it is at hand", false, (*session).follow},
		{"go", "", "the same as follow", false, (*session).follow},
		{"fetch", "", "fetch the cited work and open it", false, (*session).fetch},
		{"back", "", "back to where you were", false, (*session).back},
		{"ref", "NUMBER", "go to a reference", false, (*session).ref},
		{"cited", "", "where the reference is cited", false, (*session).cited},
		{"footnote", "NUMBER", "read a footnote", false, (*session).footnote},
		{"sections", "", "list the sections; a number goes to one", false, (*session).sections},
		{"outline", "", "the same as sections", false, (*session).sections},
		{"section", "NUMBER", "go to a section", false, (*session).section},
		{"page", "NUMBER", "go to a page, if the article has pages", false, (*session).page},
		{"find", "WORDS", "find words in the text", false, (*session).find},
		{"again", "", "next match", false, (*session).again},
		{"where", "", "how far you have read", false, (*session).where},
		{"list", "", "list the articles; a number opens one", true, (*session).list},
		{"open", "NAME", "open an article from the list", true, (*session).open},
		{"help", "", "list the commands", true, (*session).help},
		{"quit", "", "quit", true, (*session).quit},
	}
}

// answer runs a line: a command, of which the first letters are enough that tell it from the
// others, or the number of something that was just listed.
func (s *session) answer(line string) {
	name, argument, _ := strings.Cut(strings.TrimSpace(line), " ")
	name, argument = strings.ToLower(name), strings.TrimSpace(argument)
	if n, err := strconv.Atoi(name); err == nil {
		s.choose(n)
		return
	}
	if name == "" {
		if s.entry == nil {
			s.say("Type the number or the name of an article, or quit.")
			return
		}
		name = "read"
	}
	c, others := lookup(name)
	switch {
	case len(others) > 1:
		s.say(fmt.Sprintf("%q may be %s.", name, strings.Join(others, " or ")))
	case c.run == nil && s.entry == nil:
		s.open(line) // the name of an article
	case c.run == nil:
		s.say(fmt.Sprintf("There is no command %q; ", name) + suggest(name, commandNames(), "help lists them."))
	case s.entry == nil && !c.list:
		s.say("Open an article first: type its number or its name.")
	default:
		c.run(s, argument)
	}
}

// lookup returns the command of a name or its beginning, and the names of all that begin so
// where there are several.
func lookup(name string) (found command, others []string) {
	for _, c := range commands() {
		switch {
		case c.name == name:
			return c, nil
		case strings.HasPrefix(c.name, name):
			found = c
			others = append(others, c.name)
		}
	}
	if len(others) > 1 {
		return command{}, others
	}
	return found, nil
}

func commandNames() []string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return names
}

// suggest suggests the nearest of some names, or returns otherwise where none is near.
func suggest(name string, names []string, otherwise string) string {
	if nearest, ok := library.Nearest(name, names); ok {
		return fmt.Sprintf("did you mean %q?", nearest)
	}
	return otherwise
}

// choose goes to something that was just listed.
func (s *session) choose(n int) {
	if n < 1 || n > len(s.choices) {
		s.say(fmt.Sprintf("There is no number %d to go to; list, sections and cited number their answers.", n))
		return
	}
	s.choices[n-1]()
}

func (s *session) help(string) {
	for _, c := range commands() {
		s.say(strings.TrimSpace(c.name+" "+c.takes) + ": " + c.help + ".")
	}
	s.say("The first letters of a command are enough.")
}

func (s *session) quit(string) { s.done = true }

// open opens an article by its name.
func (s *session) open(name string) {
	var names []string
	for _, e := range s.entries {
		names = append(names, e.ID.String())
		if strings.EqualFold(e.ID.String(), strings.TrimSpace(name)) || e.Name().String() == name {
			s.openEntry(e)
			return
		}
	}
	s.say(fmt.Sprintf("There is no article %q; ", name) + suggest(name, names, "list names them."))
}
