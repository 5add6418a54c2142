package markdown

import (
	"strings"
	"testing"
)

func TestSniff(t *testing.T) {
	tests := []struct {
		name, text string
		markdown   bool
	}{
		{"a.md", "plain words", true},
		{"a.QMD", "plain words", true},
		{"a.txt", "plain words", false},
		{"-", "# Title\n\nwords", true},
		{"a.txt", "# Title\n\nwords in **bold**", true},
		{"a.txt", "# 4 is a number", false},
		{"-", "words\n\n## 4 is a heading\n", true},
		{"a.txt", "words\n# 4 is a number", false},
		{"-", "plain words [1]", false},
		{"-", "words in **bold**", false},
		{"a.txt", "words in **bold**, [linked](b.html)", true},
		{"-", "words in **bold**, ``code``, [a](b), and\nmore::\n\n    x", false},
		{"-", "words\n# Title\n\n**bold**, ``code`` and\nmore::\n", true},
		{"-", "words in **bold**, [linked](b.html), ``code``", true},
		{"-", "---\ntitle: x\n---\nwords", true},
		{"-", strings.Repeat("words ", mdSniffed/6) + "\n\n# Title\n\nin **bold**", false},
	}
	for _, tt := range tests {
		if got := Sniff(tt.name, tt.text); got != tt.markdown {
			t.Errorf("Sniff(%q, %.80q) = %v", tt.name, tt.text, got)
		}
	}
}

// Text in a pipe is Markdown by one construct that nothing else has.
func TestSniffPiped(t *testing.T) {
	for name, text := range map[string]string{
		"a fence":                  "Do this:\n\n```sh\nfor f in *; do\n    echo \"$f\"\ndone\n```\n\nDone.\n",
		"a fence of tildes":        "Do this:\n\n~~~\nx = 1\n~~~\n",
		"a fence with attributes":  "``` {.python}\nprint(1)\n```\n",
		"a fence in a paragraph":   "Do this:\n```\nls\n```\n",
		"code mostly":              "```c\n#include <stdio.h>\nint main() {\n\treturn 0;\n}\n```\n",
		"a table":                  "| Port | Height |\n|------|--------|\n| Bay  | 3.1    |\n",
		"a table without ends":     "Port | Height\n:--- | ---:\nBay | 3.1\n",
		"a table of one column":    "| Port |\n| --- |\n| Bay |\n",
		"a quotation":              "> what they wrote\n\nMy answer.\n",
		"words quoted":             "> tides\n> waves\n",
		"a quotation in Chinese":   "> 潮水来了。\n\n是的。\n",
		"a reply":                  "On Monday Wren wrote:\n> Is the tide *low* at six?\n> I doubt it.\n\nIt is.\n",
		"a nested quotation":       "> > The tide is low.\n>\n> It is not.\n",
		"nested bullets":           "- tides\n  - spring\n  - neap\n- waves\n",
		"nested bullets of others": "* tides\n    * spring tides\n\n* waves\n",
		"a heading":                "# Hello\n\ntext\n",
		"a heading below":          "Some words first.\n\n## Method\n\nWe watched.\n",
		"headings without blanks":  "Some words.\n## Method\nWe watched the sea.\n## Result\nIt rose.\n",
		"a heading over its text":  "# Tides\nThe moon pulls the sea.\n",
		"a heading underlined":     "The tides of the bay\n====================\n\nThey rise.\n",
		"a subheading underlined":  "Words.\n\nTides\n-----\n\nThey rise.\n",
		"two signs":                "words in **bold** and `code`",
		"a link and a note":        "See [the list](https://example.org)[^1].\n\n[^1]: Here.\n",
		"steps with code":          "# Setup\n\nRun:\n\n    cd tides\n    make\n\nThen read on, it is done.\n",
	} {
		if !Sniff("-", text) || !Sniff("a.txt", text) || !Sniff("README", text) {
			t.Errorf("%s: is Markdown", name)
		}
	}
	for name, text := range map[string]string{
		"a shell script":           "#!/bin/sh\n# Count the tides.\n\necho `date` **\n",
		"a script without a shell": "# Count the tides.\n\nfor f in *; do\n    echo \"$f\"\ndone\n\n# Report `them`.\nexit 0\n",
		"a configuration":          "# The port.\nport = 80\n\n# Where it is.\nroot = /srv\n",
		"YAML":                     "# Hosts\n\nhosts:\n  - one\n  - two\n",
		"YAML of lists":            "- name: tide\n  steps:\n    - run: make\n    - run: test\n- name: wave\n",
		"C":                        "# include <stdio.h>\n\n/* `main` is **first**. */\nint main(void) {\n    return 0;\n}\n",
		"Python":                   "# Tides\n\nimport sys\n\ndef main():\n    print(sys.argv)\n\n# End of `main`.\nmain()\n",
		"Go":                       "package main\n\nfunc main() {\n\tprintln(`a` + \"**b**\")\n}\n",
		"a Dockerfile":             "# Build\nFROM alpine\nRUN apk add go && \\\n    make\nCOPY . .\n",
		"R at its prompt":          "> x <- c(1, 2)\n> mean(x)\n[1] 1.5\n",
		"Python at its prompt":     ">>> print(\"the tide\")\nthe tide\n",
		"a diff":                   "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1 +1,5 @@\n # Tides\n+```\n+**x** `y`\n+```\n",
		"an old diff":              "2c2\n< the tide is low\n---\n> the tide is high\n",
		"the log of a repository":  "commit 1180ef3aa0f0c0b0d0e0f0a0b0c0d0e0f0a0b0c0\nAuthor: Wren <w@example.org>\n\n    `etal` **reads** it\n",
		"a log":                    "2024-05-01 10:00:00 INFO **start** `main`\n2024-05-01 10:00:01 WARN [x](y) slow\n",
		"an e-mail":                "From: Wren <w@example.org>\nSubject: tides\n\n> Is the tide low?\n\nIt is.\n",
		"a manual page":            "TIDE(1)          Manual          TIDE(1)\n\nNAME\n       tide - print the tides of a port\n\nDESCRIPTION\n       The program tide prints when the water is `high` in a port, and\n       how high it will be there, see **tides**.\n",
		"a poem":                   "The sea is calm to-night;\n  the tide is full,\nthe moon lies fair\n  upon the straits.\n",
		"a list":                   "Buy:\n\n- salt\n- rope\n- a lamp\n",
		"a paper":                  "Tides of the bay\n\nA. Wren\n\nThe sea rises by 3.1 m [1], as expected (p < 0.05).\n\nReferences\n\n[1] Oke B. Waves. 1950.\n",
		"a note":                   "Tides of the bay\n\nThe sea rises#.\n\n# As in FAO tables, RE = rise\n\nMore.\n",
		"a hash":                   "We came # 4 of 9.\n#4 is ours.\n",
		"stars":                    "The value ** was * small.\n* p < 0.05\n** p < 0.01\n",
		"reStructuredText":         "Tides\n=====\n\nSee ``code`` and `this <https://example.org>`_.\n\n.. note:: Here.\n",
		"Org":                      "#+TITLE: Tides\n\n* Heading\n** Below\n\n| a | b |\n|---+---|\n| 1 | 2 |\n",
		"TeX":                      "\\documentclass{article}\n\\begin{document}\n# 1 `x' **y**\n\\end{document}\n",
		"AsciiDoc":                 "= Tides\nA. Wren\n\n== Method\n\n- a\n  - b\n",
		"a table of MySQL":         "+----+------+\n| id | name |\n+----+------+\n|  1 | bay  |\n+----+------+\n",
		"a table of psql":          " id | name\n----+------\n  1 | bay\n",
		"columns of signs":         "Name       Size\n---------- ----\nBay         3.1\n",
		"a sequence":               ">seq1 tide\nACGTTGCA\n>seq2 wave\nACGTTGCC\n",
		"a signature":              "The tide is low.\n\n--\nWren\n",
		"one long underline":       "Tide\n================================\n\nWords.\n",
	} {
		if Sniff("-", text) {
			t.Errorf("%s: is no Markdown", name)
		}
	}
	for _, name := range []string{"a.sh", "a.py", "a.c", "a.log", "a.diff", "a.yaml"} {
		if Sniff(name, "# Tides\n\nThe moon pulls the sea.\n") {
			t.Errorf("%s: is no Markdown", name)
		}
	}
}
