package sourcecode

import "testing"

func TestIsLine(t *testing.T) {
	for _, line := range []string{
		"int main() {", "}", "    return 0;", "# include <stdio.h>", "#include <stdio.h>", "// the tide", "x = 3", "m[1] += 2", "$ ls -l", ">>> tide(1)",
		"def tide(port):", "for f in *; do", "done", "print(m)", "a.b(c(d), e)", "echo \"$f\"", "cd /srv && \\", "import sys", "2024-05-01 10:00:00 start", "[INFO] start",
		"May  1 10:00:00 host sshd: x", "diff --git a/a b/a", "@@ -1 +1 @@", "port: 80", "\"port\": 80,", "hosts:",
		"    return x * 2", "  pass", "count :: Int -> Int", "module Main where", "[package]", "set -e", "gcc -c \"$f\"", "git log --oneline",
		"SELECT a, b", "  AND y IN (1, 2)", "FROM alpine:3.18", "RUN make", "<a><b c=\"d\">text</b></a>", "<?xml version=\"1.0\"?>",
		"total 48", "-rw-r--r-- 1 root root 1073 Nov 28 19:23 LICENSE", "drwxr-xr-x. 3 a", "│   └── etal", "├── cmd",
		"Traceback (most recent call last):", "  File \"a.py\", line 1, in <module>", "    at a.b(C.java:3)", "ValueError: bad value",
		"* 2284e5c (HEAD) one", "| * 8cf8372 two", "|\\  ", "127.0.0.1 - - [10/Oct/2000:13:55:36] \"GET /a.gif HTTP/1.0\" 200 2",
	} {
		if !isLine(line) {
			t.Errorf("%q is code", line)
		}
	}
	for _, line := range []string{
		"The tide was low.", "The sea is calm to-night;", "in the bay (see below),", "It rose by 3.1 m (p < 0.05).", "while the moon was full, it rose", "- salt and rope",
		"Method", "From Wren, in May:", "Note: the tide is low, as everybody in the port knows.", "end of the day", "[1]", "[Wren 1901]", "total of 48 ports", "the water-level of - say - a port", "FROM THE PORT", "AND SO ON", "* salt and rope",
		"* decades 1900 to 1950", "<wren@port.example>", "<port> is the name of a place as in [2], but", "at noon (or so)", "An error: it rained.", "1. Wren A. Tides. 1901;2:3.", "done in a day", "make sure that it is so",
	} {
		if isLine(line) {
			t.Errorf("%q is prose", line)
		}
	}
}

func TestIsText(t *testing.T) {
	for text, want := range map[string]bool{
		"#!/bin/sh\nTides of the bay\n": true, "# Count.\nfor f in *; do\n    echo $f\ndone\n": true, "a = 1\nb = 2\nWords follow here.\n": true,
		"commit 1180ef3aa0f0c0b0d0e0f0a0b0c0d0e0f0a0b0c0\n\n    tides\n": true, "Words.\ndiff --git a/a b/a\n": true, "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n": true,
		"a = 1\n  \nb = 2\nWords follow here.\n": true, "# Count it.\n# And so on.\na = 1\nb = 2\n": true, "# Count it.\na = 1\n": true, "# Tides\n# Ebb\n": false,
		"name,age,city\nWren,30,Oban\n": true, "Salt,rope,tar\nand a sail.\n": false, "Oban, Wick, Ayr\nRope, salt, tar\n": false, "a = 1\nWords follow here.\n": false, "x = 1": false, "# Tides\n\nThe moon pulls.\n": false, "": false,
	} {
		if IsText(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

func TestIsDiff(t *testing.T) {
	for text, want := range map[string]bool{"--- a\n+++ b\n@@ -1 +1 @@\n-x\n": true, "@@ -1 +1 @@\n-x\n": true, "Mail me @@ -1": false, "": false} {
		if IsDiff(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for name, want := range map[string]string{"a.py": "python", "a.C": "c", "a.log": "", "a.patch": "diff"} {
		if language, ok := Language(name); !ok || language != want {
			t.Errorf("%s: %q, %t", name, language, ok)
		}
	}
	for _, name := range []string{"a.md", "README", "a.txt", "-"} {
		if _, ok := Language(name); ok {
			t.Errorf("%s is a source file", name)
		}
	}
}
