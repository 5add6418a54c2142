package main

import (
	"os"
	"strings"
	"testing"

	"etal/internal/cite"
)

// README lists the same citation styles as the help.
func TestReadmeCitations(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range cite.Styles() {
		row := "| " + s.Name + " | `" + strings.Join(s.Examples, "`, `") + "`"
		if !strings.Contains(string(data), "\n"+row) {
			t.Errorf("README lacks a row that begins with %s", row)
		}
	}
}
