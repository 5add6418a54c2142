package epub

import "testing"

func TestLeadsToNeighbours(t *testing.T) {
	for page, want := range map[string]bool{
		`<div><b>Previous topic:</b> <a href="#1">Tides</a></div>`:                                               true,
		`<div><div><b>Parent topic:</b> <a href="#1">Tides</a></div><div>Next: <a href="#2">Ebb</a></div></div>`: true,
		`<p><a href="#1">← Previous</a> | <a href="#2">Contents</a> | <a href="#3">Next Chapter →</a></p>`:       true,
		`<p><a href="#1">Zurück</a> · <a href="#3">Weiter</a></p>`:                                               true,
		`<ul><li><a href="#1">précédent</a><li><a href="#3">chapitre suivant</a></ul>`:                           true,
		`<p><a href="#1">Tides</a> <a href="#2">Next</a></p>`:                                                    false,
		`<p><a href="#1">Tides</a></p>`:                                                                          false,
		`<p>As the next chapter, <a href="#1">Tides</a>, shows.</p>`:                                             false,
		`<p>Next year.</p>`: false,
		`<p>Next: <a href="https://example.org">Tides</a></p>`: false,
		`<div><h2>Next</h2><a href="#1">Tides</a></div>`:       false,
		`<p><a href="#1">Next of kin</a></p>`:                  false,
		`<p>See also <a href="#1">Next</a></p>`:                false,
		`<p><a href="#1">The contents of the index</a></p>`:    false,
	} {
		if got := leadsToNeighbours(elementOf(t, page).FirstChild); got != want {
			t.Errorf("%s: %v", page, got)
		}
	}
}
