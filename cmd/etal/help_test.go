package main

import (
	"os"
	"strings"
	"testing"

	"etal/internal/cite"
)

// TestReadmeCitations holds that README names the styles of citation that help names.
func TestReadmeCitations(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range cite.Styles() {
		row := "| " + s.Name + " | `" + strings.Join(s.Examples, "`, `") + "`"
		if !strings.Contains(string(data), "\n"+row) {
			t.Errorf("README has no row that begins so: %s", row)
		}
	}
}
