package cli

import (
	"testing"

	"etal/internal/library"
	"etal/internal/web"
)

// An article that is named twice is one, and is opened.
func TestChooseNamedTwice(t *testing.T) {
	l, err := library.New(web.Client{})
	if err != nil {
		t.Fatal(err)
	}
	list, open, err := choose(env{}, l, catOptions{}, []string{"ketamine", "ketamine"})
	if err != nil || open == nil || open.ID.String() != "ketamine" || len(list) != len(l.Entries()) {
		t.Errorf("of %d articles %v is opened, %v", len(list), open, err)
	}
}
