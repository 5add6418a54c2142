package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	codeSpan  = regexp.MustCompile("`([^`\n]+)`")
	filePath  = regexp.MustCompile(`^[\w.-]+(/[\w.-]+)+$|^\.?[\w-]+\.(go|md)$`)
	qualified = regexp.MustCompile(`^([a-z]+)\.([A-Z]\w*)(\.\w+)*$`)
	roomLine  = regexp.MustCompile(`(?m)^ *((?:cmd|internal)/[\w/]+|articles)`)
)

// Every path in ARCHITECTURE exists, every name is in its package, and every package of the
// house is in the picture.
func TestArchitecture(t *testing.T) {
	const root, page = "../..", "../../.github/ARCHITECTURE.md"
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, m := range codeSpan.FindAllStringSubmatch(text, -1) {
		span := m[1]
		if name := qualified.FindStringSubmatch(span); name != nil {
			if !hasName(filepath.Join(root, "internal"), name[1], name[2]) {
				t.Errorf("no package %s has %s", name[1], name[2])
			}
		} else if filePath.MatchString(span) && !exists(filepath.Join(root, span)) && !exists(filepath.Join(root, "internal", span)) && !exists(filepath.Join(root, ".github", span)) {
			t.Errorf("there is no %s", span)
		}
	}
	drawn := map[string]bool{}
	for _, m := range roomLine.FindAllStringSubmatch(text, -1) {
		drawn[strings.TrimSuffix(m[1], "/")] = true
		if !exists(filepath.Join(root, m[1])) {
			t.Errorf("there is no %s", m[1])
		}
	}
	for _, h := range house {
		parent := filepath.ToSlash(filepath.Dir(h.room))
		if !drawn[h.room] && !drawn[parent] {
			t.Errorf("the picture lacks %s", h.room)
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// hasName reports whether a package, found by its folder's name, declares an exported name.
func hasName(root, folder, name string) bool {
	declared := regexp.MustCompile(`(?m)^(?:type|func(?: \([^)]*\))?|const|var|\t) ?` + name + `\b`)
	found := false
	_ = filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if err == nil && filepath.Base(filepath.Dir(path)) == folder && strings.HasSuffix(path, ".go") {
			source, err := os.ReadFile(path)
			found = found || err == nil && declared.Match(source)
		}
		return nil
	})
	return found
}
