package render

import (
	"regexp"
	"slices"
	"sort"

	"etal/internal/article"
	"etal/internal/content"
	"etal/internal/safe"
	"etal/internal/theme"
)

// styleMarks styles the marks of citations and notes in runs. A note's mark is shown as the
// superscript number under which its text stands.
func (d *Document) styleMarks(runs []Run) []Run {
	if len(runs) == 0 {
		return runs
	}
	span := article.Span{Start: -1}
	for _, r := range runs {
		if r.Len() == 0 {
			continue
		}
		if span.Start < 0 {
			span.Start = r.Start
		}
		span.End = r.End
	}
	var marks []markStyle
	for _, c := range within(d.article.Citations, span, func(c article.Citation) article.Span { return c.Span }) {
		marks = append(marks, d.citationMarks(c)...)
	}
	for _, l := range within(d.article.Links, span, func(l article.Link) article.Span { return l.Span }) {
		switch {
		case content.NoteName(d.article.Slice(l.Span).String()) != "":
			marks = append(marks, markStyle{Highlight{l.Span, d.theme.Note}, d.noteMark(l.Text)})
		case l.Kind != article.URL:
			marks = append(marks, markStyle{Highlight: Highlight{l.Span, d.theme.Cross}})
		}
	}
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	return applyMarkStyles(runs, marks)
}

// digits matches a number in a citation's mark.
var digits = regexp.MustCompile(`\d+`)

// citationMarks returns the styles of a citation's mark: one or, where some of its numbers name
// nothing, such as the 9 in [1, 9], another for those.
func (d *Document) citationMarks(c article.Citation) []markStyle {
	text := d.article.Slice(c.Span).String()
	style := d.theme.Mark
	switch {
	case len(c.Candidates()) == 0:
		style = d.theme.Missing
	case len(c.Ambiguous) > 0:
		style = d.theme.Ambiguous
	}
	if content.NoteName(text) != "" {
		return []markStyle{{Highlight{c.Span, style}, c.Text}}
	}
	var marks []markStyle
	add := func(start, end int, style theme.Style) {
		if start < end {
			marks = append(marks, markStyle{Highlight: Highlight{article.Span{Start: c.Start + start, End: c.Start + end}, style}})
		}
	}
	done := 0
	if len(c.Missing) > 0 && len(c.Candidates()) > 0 {
		for _, m := range digits.FindAllStringIndex(text, -1) {
			if slices.Contains(c.Missing, text[m[0]:m[1]]) {
				add(done, m[0], style)
				add(m[0], m[1], d.theme.Missing)
				done = m[1]
			}
		}
	}
	add(done, len(text), style)
	return marks
}

// A markStyle is the style of the mark of a citation or a link and, where it is not empty, the
// text that is shown in its place.
type markStyle struct {
	Highlight
	shown safe.Text
}

// applyMarkStyles gives the marks in runs their styles. Both are sorted, and no two marks
// overlap.
func applyMarkStyles(runs []Run, marks []markStyle) []Run {
	if len(marks) == 0 {
		return runs
	}
	out := make([]Run, 0, len(runs)+len(marks))
	replaced := -1 // where the mark begins that was replaced last
	for _, r := range runs {
		for r.Len() > 0 {
			for len(marks) > 0 && marks[0].End <= r.Start {
				marks = marks[1:]
			}
			if len(marks) == 0 || marks[0].Start >= r.End {
				break
			}
			l, rest := marks[0], Run{}
			parts := r.overlay(l.Highlight)
			if last := parts[len(parts)-1]; last.Start >= l.End {
				parts, rest = parts[:len(parts)-1], last
			}
			for _, p := range parts {
				switch {
				case l.shown.Len() == 0 || p.End <= l.Start:
					out = append(out, p)
				case replaced != l.Start:
					out = append(out, Run{Span: l.Span, Text: l.shown, Style: l.Style})
					replaced = l.Start
				}
			}
			r = rest
			if rest.Len() == 0 {
				break
			}
		}
		if r.Text.Len() > 0 {
			out = append(out, r)
		}
	}
	return out
}
