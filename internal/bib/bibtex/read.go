// Package bibtex reads and writes BibTeX and BibLaTeX, and decodes the LaTeX in them.
//
// The package must not know of the other formats.
package bibtex

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"etal/internal/bib"
	"etal/internal/names"
)

const (
	maxBraceDepth = 100     // of groups in a value
	maxKey        = 1 << 10 // bytes of a key or a field's name
	maxFields     = 500     // of an entry
	// maxExpanded is how many bytes @string and commands may put in, beside four times the file's own.
	maxExpanded = 16 << 10
)

var (
	errUnclosed = errors.New("is not closed")
	errDeep     = errors.New("nests braces too deeply")
	errField    = errors.New("has a field without a value")
	errFields   = fmt.Errorf("has more than %d fields", maxFields)
	errExpanded = errors.New("grows too large with its strings")
)

// An entryError says what is wrong with the entry of a key.
type entryError struct {
	key string
	err error
}

func (e entryError) Error() string {
	return "entry " + strings.TrimLeft(e.key+" ", " ") + e.err.Error()
}

// A bibEntry is an entry of a BibTeX file as it stands there.
type bibEntry struct {
	kind, key string
	line      int
	fields    bib.Variables[string] // by their names in lower case, in LaTeX
}

// bibScanner reads the entries of a BibTeX file. What stands between entries is a
// comment, as BibTeX has it.
type bibScanner struct {
	text    string
	pos     int
	strings map[string]string
	macros  map[string]macro
	fields  bib.Variables[string] // of the entry that is read
	budget  int                   // bytes that strings and commands may still put in, or a small file grows huge
}

// Read reads the items of a BibTeX or BibLaTeX file, and says what it could not
// read of it.
func Read(text string) (items []bib.Item, notices []string) {
	s := &bibScanner{text: text, strings: map[string]string{}, macros: maps.Clone(orderMacros), budget: 4*len(text) + maxExpanded}
	for _, m := range strings.Split(names.Months, "|") {
		s.strings[m] = m
	}
	var entries []bibEntry
	lines := lineCounter{text: text}
	for len(entries) < bib.MaxEntries && len(notices) < bib.MaxBroken && s.next() {
		at := s.pos
		entry, err := s.entry()
		if err != nil {
			notices = append(notices, fmt.Sprintf("line %d: %v", lines.at(at), entryError{entry.key, err}))
			s.pos = at + 1
		} else if entry.key != "" || len(entry.fields) > 0 {
			entry.line = lines.at(at)
			entries = append(entries, entry)
		}
	}
	byKey := map[string]bibEntry{}
	for _, e := range entries {
		if key := strings.ToLower(e.key); key != "" && byKey[key].kind == "" {
			byKey[key] = e
		}
	}
	items = slices.Grow(items, len(entries))
	large := map[string]bool{}
	for _, e := range entries {
		if parent := strings.ToLower(e.fields.Get("crossref")); parent != strings.ToLower(e.key) {
			if !e.inherit(byKey[parent]) && !large[parent] {
				large[parent] = true
				notices = append(notices, fmt.Sprintf("entry %s: too large for others to take its fields", byKey[parent].key))
			}
		}
		items = append(items, e.item())
	}
	keyless := slices.IndexFunc(entries, func(e bibEntry) bool { return e.key == "" }) >= 0
	if keyless {
		for i, key := range bib.Keys(items) {
			items[i].ID = cmp.Or(items[i].ID, key)
		}
	}
	return items, notices
}

// next goes to the next @ that a word and an opening brace follow.
func (s *bibScanner) next() bool {
	for {
		i := strings.IndexByte(s.text[s.pos:], '@')
		if i < 0 {
			return false
		}
		s.pos += i
		if startsEntry(s.text[s.pos:]) {
			return true
		}
		s.pos++
	}
}

// startsEntry reports whether text begins with an @, a word and an opening brace.
func startsEntry(text string) bool {
	n := 1
	for n < len(text) && n < maxKey && isLetter(text[n]) {
		n++
	}
	rest := strings.TrimLeft(text[n:min(len(text), n+maxKey)], " \t\n")
	return n > 1 && rest != "" && (rest[0] == '{' || rest[0] == '(')
}

// entry reads the entry whose @ is next. It has neither key nor fields if it is none of a work.
func (s *bibScanner) entry() (e bibEntry, err error) {
	end := min(len(s.text), s.pos+bib.MaxEntrySize)
	open := s.pos + strings.IndexAny(s.text[s.pos:end], "{(")
	kind := strings.ToLower(strings.TrimSpace(s.text[s.pos+1 : open]))
	closer := byte('}')
	if s.text[open] == '(' {
		closer = ')'
	}
	s.pos = open + 1
	switch kind {
	case "comment":
		_, err = s.braced(closer)
		return e, err
	case "preamble":
		text, err := s.braced(closer)
		s.define(text)
		return e, err
	case "string":
		return e, s.defineString(closer)
	}
	e.key = s.key(closer)
	s.fields = s.fields[:0]
	for {
		s.blanks(",")
		if s.is(closer) {
			s.pos++
			e.kind, e.fields = kind, slices.Clone(s.fields)
			return e, nil
		}
		name, value, err := s.field()
		if err != nil {
			return e, err
		}
		if value, err = s.expand(value); err != nil {
			return e, err
		}
		if len(s.fields) >= maxFields {
			return e, errFields
		}
		if !s.fields.Has(name) {
			s.fields.Add(name, value)
		}
	}
}

// key reads the key of an entry up to the comma behind it or the end. It is empty where the entry
// has none: nothing before the comma, or a field at once.
func (s *bibScanner) key(closer byte) string {
	head := s.text[s.pos:min(len(s.text), s.pos+maxKey)]
	i := strings.IndexAny(head, ",\n"+string(closer))
	if i < 0 {
		return ""
	}
	key := strings.TrimSpace(head[:i])
	if key == "" { // on the next line, perhaps
		blank := len(head) - len(strings.TrimLeft(head, " \t\n"))
		if end := strings.IndexAny(head[blank:], ",\n"+string(closer)); end >= 0 {
			i, key = blank+end, strings.TrimSpace(head[blank:blank+end])
		}
	}
	if strings.ContainsAny(key, "={\"") {
		return ""
	}
	s.pos += i
	return key
}

func (s *bibScanner) defineString(closer byte) error {
	name, value, err := s.field()
	if err != nil {
		return err
	}
	if s.blanks(""); !s.is(closer) {
		return errUnclosed
	}
	s.pos++
	s.strings[name] = value
	return nil
}

// field reads a name, an equals sign and a value.
func (s *bibScanner) field() (name, value string, err error) {
	s.blanks("")
	i := strings.IndexAny(s.text[s.pos:min(len(s.text), s.pos+maxKey)], "=,{}\"@")
	if i < 0 {
		return "", "", errUnclosed
	}
	name = strings.ToLower(strings.TrimSpace(s.text[s.pos : s.pos+i]))
	if s.text[s.pos+i] == '@' {
		return "", "", errUnclosed
	}
	if s.text[s.pos+i] != '=' || name == "" {
		return "", "", errField
	}
	s.pos += i + 1
	value, err = s.part()
	if s.blanks(""); err != nil || !s.is('#') {
		return name, value, err // most values, which need no memory of their own
	}
	var whole strings.Builder
	whole.WriteString(value)
	for s.is('#') {
		s.pos++
		part, err := s.part()
		if err != nil {
			return "", "", err
		}
		if whole.WriteString(part); whole.Len() > bib.MaxEntrySize {
			return "", "", errExpanded
		}
		s.blanks("")
	}
	return name, whole.String(), nil
}

// part reads one of the strings that a value is put together of.
func (s *bibScanner) part() (string, error) {
	s.blanks("")
	switch {
	case s.is('{'):
		s.pos++
		return s.braced('}')
	case s.is('"'):
		s.pos++
		return s.braced('"')
	}
	n := 0
	for s.pos+n < len(s.text) && n < maxKey && strings.IndexByte(" \t\n,#{}()\"=@", s.text[s.pos+n]) < 0 {
		n++
	}
	word := s.text[s.pos : s.pos+n]
	if s.pos += n; word == "" {
		return "", errField
	}
	value, defined := s.strings[strings.ToLower(word)]
	if !defined {
		return word, nil // a number, or a name that nothing defines
	}
	if s.budget -= len(value); s.budget < 0 {
		return "", errExpanded
	}
	return value, nil
}

// braced returns the text up to the closer, which it reads. Braces in it are balanced;
// an entry that begins on a line of its own means that the closer was forgotten.
func (s *bibScanner) braced(closer byte) (string, error) {
	depth, end := 0, min(len(s.text), s.pos+bib.MaxEntrySize)
	for i := s.pos; i < end; i++ {
		switch c := s.text[i]; {
		case c == closer && depth == 0:
			value := s.text[s.pos:i]
			s.pos = i + 1
			return value, nil
		case c == '{':
			if depth++; depth > maxBraceDepth {
				return "", errDeep
			}
		case c == '}':
			if depth--; depth < 0 {
				return "", errUnclosed
			}
		case c == '@' && s.text[i-1] == '\n' && startsEntry(s.text[i:]):
			return "", errUnclosed
		}
	}
	return "", errUnclosed
}

// blanks goes over white space, and over the signs in also.
func (s *bibScanner) blanks(also string) {
	for s.pos < len(s.text) && (strings.IndexByte(" \t\n\r", s.text[s.pos]) >= 0 || strings.IndexByte(also, s.text[s.pos]) >= 0) {
		s.pos++
	}
}

func (s *bibScanner) is(c byte) bool { return s.pos < len(s.text) && s.text[s.pos] == c }

// lineCounter tells the lines of offsets that only grow.
type lineCounter struct {
	text     string
	pos, num int
}

// at returns the number of the line of offset, from 1.
func (l *lineCounter) at(offset int) int {
	l.num += strings.Count(l.text[l.pos:offset], "\n")
	l.pos = offset
	return l.num + 1
}
