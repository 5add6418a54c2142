package markdown

import "testing"

// TestBibliographies says whence the works that keys name are: the title of the one cited, or
// what the reader is told.
func TestBibliographies(t *testing.T) {
	for _, tt := range []struct{ name, front, title, notice string }{
		{"named", "bibliography: works.bib", "Nets and waves", ""},
		{"in a list", "bibliography: [works.bib, sub/works.bib]", "Nets and waves", ""},
		{"of the article's name", "title: A", "Nets and waves", ""},
		{"in the front matter", "references:\n- {id: li99, type: book, title: Own, issued: {date-parts: [[1998]]}}", "Own", ""},
		{"the first of two", "references: [{id: li99, title: Own}]\nbibliography: works.bib", "Own", ""},
		{"no list", "references: {id: li99, title: Own}", "Nets and waves", ""},
		{"missing", "bibliography: nets.bib", "", "bibliography nets.bib: file does not exist"},
		{"outside", "bibliography: ../works.bib", "", "bibliography ../works.bib: must be a file in the article's own folder"},
		{"from the root", "bibliography: /works.bib", "", "bibliography /works.bib: must be a file in the article's own folder"},
		{"an address", "bibliography: http://works.bib", "", "bibliography http://works.bib: must be a file in the article's own folder"},
	} {
		a := readWith("---\n"+tt.front+"\n---\nSo [@li99].\n", Options{Name: "works", Bibliography: openWorks})
		title := ""
		if len(a.References) > 0 {
			title = a.References[0].Item.Title
		}
		if title != tt.title || lines(a.Notices) != tt.notice {
			t.Errorf("%s: %q, notices %q", tt.name, title, lines(a.Notices))
		}
	}
	if a := readAlone("---\nbibliography: works.bib\n---\n[@li99]\n"); len(a.References) != 0 || len(a.Notices) != 1 {
		t.Errorf("without a folder: %d references, notices %q", len(a.References), lines(a.Notices))
	}
}

// TestNocite says how many works are listed that nothing but the front matter names.
func TestNocite(t *testing.T) {
	for nocite, want := range map[string]int{
		"'@*'": 6, "'@li99, @team'": 2, "['@li99', '@team']": 2, "'@li99 @li99'": 1, "'@ @'": 0, "li99": 0, "'@{two words}'": 1,
	} {
		if a := readBeside("---\nbibliography: works.bib\nnocite: " + nocite + "\n---\nText.\n"); len(a.References) != want {
			t.Errorf("%s: %d references, want %d", nocite, len(a.References), want)
		}
	}
}
