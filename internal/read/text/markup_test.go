package text

import (
	"strings"
	"testing"

	"etal/internal/safe"
)

var markupTests = []struct{ name, text, title, notice string }{
	{"a.org", "#+AUTHOR: Wren\n#+TITLE: The tides\n\n* Method\nWe watched.\n", "The tides", "Org"},
	{"-", "#+title: The tides\n\n* Method\nWe watched.\n", "The tides", "Org"},
	{"a.org", "* Method\n\nWe watched the sea.\n", "", "Org"},
	{"a.tex", "\\documentclass{article}\n\\title[Short]{The \\emph{tides} of\\\\ the {Br\\\"oker} Bay\\thanks{Paid.}}\n\\author{Wren}\n\\begin{document}\nThe sea rises.\n\\end{document}\n", "The tides of the Bröker Bay", "LaTeX"},
	{"-", "\\documentclass{article}\n\\title{Tides~--- a \\& b}\n\\begin{document}\nThe sea.\n", "Tides — a & b", "LaTeX"},
	{"a.tex", "\\title{Tides \n\nThe sea rises.\n", "", "LaTeX"},
	{"a.tex", "\\section{Tides}\nThe sea rises.\n", "", "LaTeX"},
	{"a.rst", ".. _tides:\n\n=========\nThe tides\n=========\n\nMethod\n------\n\nWe watched.\n", "The tides", "reStructuredText"},
	{"a.rst", "The tides\n=========\n\nWe watched.\n", "The tides", "reStructuredText"},
	{"a.adoc", "// A comment.\n= The tides\nA. Wren\n\n== Method\n\nWe watched.\n", "The tides", "AsciiDoc"},
	{"-", "= The tides\nA. Wren\n\n== Method\n\nWe watched.\n", "The tides", "AsciiDoc"},
	{"a.textile", "h1. The tides\n\np. We watched.\n", "The tides", "Textile"},
	{"a.wiki", "= The tides =\n\nWe watched '''it'''.\n", "The tides", "MediaWiki"},
	{"a.pod", "=head1 NAME\n\ntides - of a port\n\n=head1 USE\n", "tides - of a port", "Pod"},
	{"a.typ", "#set document(title: \"The tides\")\n\nWe watched.\n", "The tides", "Typst"},
	{"a.typ", "= The tides\n\nWe watched.\n", "The tides", "Typst"},
}

func TestReadMarkup(t *testing.T) {
	for _, tt := range markupTests {
		d, ok := ReadMarkup(tt.name, safe.New(tt.text))
		if !ok {
			t.Errorf("%s %q: not known", tt.name, tt.text)
			continue
		}
		if got := d.Title.String(); got != tt.title || len(d.Notices) != 1 || d.Notices[0].String() != tt.notice+" markup is shown as text" {
			t.Errorf("%s: title %q, want %q; %v", tt.name, got, tt.title, d.Notices)
		}
		body := d.Draft().Body.String()
		if n := strings.Count("\n"+body, "\n# "); n > 1 || (n == 1) != (tt.title != "") || !strings.Contains(body, "watched") && !strings.Contains(body, "sea") && tt.notice != "Pod" {
			t.Errorf("%s: %q", tt.name, body)
		}
	}
	for name, text := range map[string]string{"a.txt": "#+TITLE: The tides\n\nWe watched.\n", "-": "The tides\n=========\n\nWe watched.\n", "README": "= x\n\nWords.\n"} {
		if _, ok := ReadMarkup(name, safe.New(text)); ok {
			t.Errorf("%s %q is known", name, text)
		}
	}
}
