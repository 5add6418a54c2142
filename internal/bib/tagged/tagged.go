// Package tagged reads bibliographies in which every line begins with a tag, such as RIS, and the
// names in them.
//
// The package must not know what the tags of a format mean.
package tagged

import (
	"fmt"
	"strings"

	"etal/internal/bib"
)

// A Record is one reference: the values of its tags, in order. The lines of a value are separated
// by line feeds.
type Record struct {
	Line   int // of its first tag, from 1
	Fields bib.Variables[string]
}

// First returns the first value that one of the tags has, in the tags' order, as one line.
func (r Record) First(tags ...string) string {
	for _, tag := range tags {
		for _, f := range r.Fields {
			if f.Name == tag {
				if value := strings.Join(strings.Fields(f.Value), " "); value != "" {
					return value
				}
			}
		}
	}
	return ""
}

// All returns the values of a tag that are not empty, each as one line.
func (r Record) All(tag string) []string {
	var values []string
	for _, f := range r.Fields {
		if f.Name == tag && strings.TrimSpace(f.Value) != "" {
			values = append(values, strings.Join(strings.Fields(f.Value), " "))
		}
	}
	return values
}

// Lines returns the lines of all values of a tag: of a format that repeats a tag by indenting.
func (r Record) Lines(tag string) []string {
	var lines []string
	for _, f := range r.Fields {
		if f.Name == tag {
			for line := range strings.SplitSeq(f.Value, "\n") {
				if line = strings.TrimSpace(line); line != "" {
					lines = append(lines, line)
				}
			}
		}
	}
	return lines
}

// A Syntax says how a format writes records.
type Syntax struct {
	// Cut splits a line into its tag and value, and reports whether it begins with a tag.
	Cut func(line string) (tag, value string, ok bool)
	// Begin is the tag that every record has once, at its beginning; empty if blank lines separate
	// records. End is the tag behind each, or empty.
	Begin, End string
}

// Read reads the records of a text, and reports what it could not read of it.
func (s Syntax) Read(text string) (records []Record, notices []string) {
	p := parser{Syntax: s}
	for line := range strings.Lines(text) {
		p.line++
		if p.read(strings.TrimRight(line, "\r\n")); len(p.records) >= bib.MaxEntries {
			p.notice(fmt.Sprintf("more references than %d", bib.MaxEntries))
			return p.records, p.notices
		}
	}
	if s.End != "" && p.begun {
		p.notice("the last reference has no end")
	}
	p.flush(false)
	return p.records, p.notices
}

type parser struct {
	Syntax
	records []Record
	notices []string
	line    int

	record Record
	begun  bool     // it has the tag that begins one
	lines  []string // of its last value
	size   int      // in bytes
	large  bool
}

func (p *parser) notice(what string) {
	if len(p.notices) < bib.MaxBroken {
		p.notices = append(p.notices, fmt.Sprintf("line %d: %s", p.line, what))
	}
}

// read reads a line.
func (p *parser) read(line string) {
	tag, value, ok := p.Cut(line)
	switch {
	case ok && tag == p.End:
		p.flush(true)
		return
	case ok && tag == p.Begin && p.begun:
		if p.End != "" {
			p.notice("the reference before has no end")
		}
		p.flush(false)
	case p.Begin == "" && strings.TrimSpace(line) == "":
		p.flush(true)
		return
	}
	if p.size += len(line); p.size > bib.MaxEntrySize {
		if !p.large {
			p.notice("a reference is too large")
		}
		p.large = true
		return
	}
	switch {
	case ok:
		p.endValue()
		if p.begun = p.begun || tag == p.Begin; len(p.record.Fields) == 0 {
			p.record.Line = p.line
		}
		p.record.Fields.Add(tag, "")
		p.lines = append(p.lines, strings.TrimSpace(value))
	case len(p.record.Fields) > 0 && strings.TrimSpace(line) != "":
		p.lines = append(p.lines, strings.TrimSpace(line))
	}
}

func (p *parser) endValue() {
	if last := len(p.record.Fields) - 1; last >= 0 {
		p.record.Fields[last].Value = strings.Join(p.lines, "\n")
	}
	p.lines = p.lines[:0]
}

// flush ends a record. One that neither began nor ended as records do is none.
func (p *parser) flush(ended bool) {
	p.endValue()
	if len(p.record.Fields) > 0 && !p.large && (p.begun || ended || p.Begin == "") {
		p.records = append(p.records, p.record)
	}
	p.record, p.begun, p.size, p.large = Record{}, false, 0, false
}
