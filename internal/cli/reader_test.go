package cli

import (
	"testing"

	"etal/internal/library"
	"etal/internal/obtain"
	"etal/internal/read"
)

// An article that is named twice is still one, and is opened.
func TestSelectNamedTwice(t *testing.T) {
	l, err := library.New(obtain.Client{})
	if err != nil {
		t.Fatal(err)
	}
	list, open, err := selectEntries(env{}, l, read.Reader{}, []string{"ketamine", "ketamine"})
	if err != nil || open == nil || open.ID.String() != "ketamine" || len(list) != len(l.Entries()) {
		t.Errorf("of %d articles %v is opened, %v", len(list), open, err)
	}
}
