package boilerplate

import (
	"strings"
	"testing"
)

// pages are the lines of pages, separated by bars. A line begins with the words of its paragraph,
// if these are more than its own, and with - if it is boilerplate. The article ends at /.
var pages = []string{
	"-back to top|30 The sea|-Advertisement|30 The moon|/",
	"-Home|-About us|-Contact|.How Tides Are Foretold|30 The moon|.Home|.Contact|/",
	"-Home|-Of the moon|-Contact|30 The moon|/",                   // three words between two signals
	"-Home|-|-Contact|30 The moon|/",                              // a blank line between
	".Home|.All about the moon|.Contact|30 The moon|/",            // four words
	".Home|30 The moon|.Contact|/",                                // a long paragraph
	".Home|.Figures|.Contact|30 The moon|/",                       // a part of the article
	".Home|.The moon|30 It follows|/",                             // one signal
	"-Home|24-The moon|-Contact|25 It follows|.Blog|/|.The end",   // short paragraphs
	"30 The moon|/|-logo.png|-Open daily|-© 2020 The Tide Room",   // at the foot
	"30 The moon|/|.logo.png|.Open daily|.The end",                // one signal at the foot
	"30 The moon|/|-logo.png|-" + words20 + "|-Share",             // twenty words
	"30 The moon|/|.logo.png|." + words20 + " x|.Share",           // twenty-one
	"30 The moon|/|.logo.png|25 The sea|.Share",                   // in a long paragraph
	"30 The moon|/|-logo.png|24-The sea|-Share",                   // in a short one
	"30 The moon|/|.logo.png|.Appendix A|.The tables|.Share",      // an appendix, and what follows
	"30 The moon|/|.Share|.Home|.Figure 1|-Tweet|-Email",          // after a caption
	"30 The moon|/|.Share|.Home|25 An afterword|-Tweet|-Email|-x", // after an afterword
	"/", "|/|",
}

var words20 = strings.TrimSpace(strings.Repeat("word ", 20))

func TestMark(t *testing.T) {
	for _, page := range pages {
		var lines []string
		var words []int
		var want []bool
		foot := -1
		for _, l := range strings.Split(page, "|") {
			if l == "/" {
				foot = len(lines)
				continue
			}
			n, text := 0, l
			for text != "" && text[0] >= '0' && text[0] <= '9' {
				n, text = n*10+int(text[0]-'0'), text[1:]
			}
			isMarked := strings.HasPrefix(text, "-")
			text = strings.TrimLeft(text, "-. ")
			lines, words, want = append(lines, text), append(words, max(n, len(strings.Fields(text)))), append(want, isMarked)
		}
		for i, got := range Mark(lines, words, foot) {
			if got != want[i] {
				t.Errorf("%s: %q is boilerplate: %v", page, lines[i], got)
			}
		}
	}
}

func TestLines(t *testing.T) {
	tests := []struct {
		line string
		want string // phrase, signal, part, image
	}{
		{"Back to top", "phrase signal"}, {"  • Share this: ", "phrase signal"}, {"**READ MORE »**", "phrase signal"},
		{"Menu", "signal"}, {"o   Home", "signal"}, {"· Facebook", "signal"}, {"home is where", ""},
		{"tide_logo (2).png", "signal image"}, {"a/b.png", ""}, {"https://example.org/a.png", ""}, {"as in b.jpeg", "signal image"},
		{"© 2020 The Tide Room", "signal"}, {"Copyright: nobody", "signal"}, {"Copyrighted works", ""},
		{"+44 20 7946 0000", "signal"}, {"Tel.: (020) 7946-0000", "signal"}, {"555-123-4567", "signal"}, {"1950", ""},
		{"Subscribe to get our posts", "signal"}, {"newsletter " + strings.Repeat("word ", 19), "signal"}, {"newsletter " + strings.Repeat("word ", 20), ""},
		{"Appendix A", "part"}, {"3.1 Acknowledgments", "part"}, {"Fig. 3", "part"}, {"Figure 3: The wheel", "part"}, {" Figure 3", ""}, {"The figures", ""}, {"Box", "part"},
		{"", ""},
	}
	for _, tt := range tests {
		var got []string
		for name, is := range map[string]func(string) bool{"phrase": IsPagePhrase, "signal": IsSignal, "part": IsArticlePart, "image": IsImageFile} {
			if is(tt.line) != strings.Contains(tt.want, name) {
				got = append(got, name)
			}
		}
		if len(got) > 0 {
			t.Errorf("%q: want %q, wrong are %v", tt.line, tt.want, got)
		}
	}
	for line, want := range map[string]string{"- a": "- ", "  •  a": "  •  ", "o  a": "o  ", "o a": "", "-a": "", "– a": "– ", "* a": "* ", "a": ""} {
		if got := ListMarker(line); got != want {
			t.Errorf("%q begins with %q, want %q", line, got, want)
		}
	}
}

func TestLinkRows(t *testing.T) {
	tests := []struct{ lines, want string }{
		{"Oke, B.|PubMed Abstract · CrossRef Full Text, Google Scholar|Lind, C.", "010"},
		{"Article|PubMed|Google Scholar", "111"},
		{"Google Scholar|Article|PDF", "111"},
		{"Article|PDF", "00"},
		{"Article||PubMed", "001"},
		{"Article|Lind, C.|CrossRef", "001"},
		{"[ PubMed ] [ DOI ]", "1"},
		{"  View Article  ", "1"},
		{"PubMed is a list", "0"},
		{"PubMed|Lind, C.|PDF|x", "1000"},
		{"", "0"},
	}
	for _, tt := range tests {
		got := ""
		for _, is := range MarkLinkRows(strings.Split(tt.lines, "|")) {
			got += map[bool]string{true: "1", false: "0"}[is]
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.lines, got, tt.want)
		}
	}
	for entry, want := range map[string]string{
		"Oke. Wheels. [CrossRef] [PubMed]": " [CrossRef] [PubMed]", "Oke. Wheels. [PDF] [Google Scholar] ": " [PDF] [Google Scholar] ",
		"Oke. Wheels [PDF]": "", "Oke [PubMed] 1950": "", "Oke. Wheels.": "", "Oke [1950]": "",
	} {
		if got := LinksAtEnd(entry); got != want {
			t.Errorf("%q ends with %q, want %q", entry, got, want)
		}
	}
	for text, want := range map[string]bool{
		"Google Scholar": true, "[PubMed]": true, "CrossRef 12": true, "Go to reference in article": true, "Back to text": true, "View record in Scopus": true, "Return to ref 3": true, "ref. in text": true, "CROSS REF": true, "← Jump up to 2": true, "adsabs": true, "Openurl": true,
		"Wheels": false, "Article on wheels": false, "References": false, "https://example.org": false,
	} {
		if got := IsEntryLink(text); got != want {
			t.Errorf("%q is a link of an entry: %v", text, got)
		}
	}
}

func FuzzMark(f *testing.F) {
	for _, page := range pages {
		f.Add(strings.ReplaceAll(page, "|", "\n"), 2)
	}
	f.Fuzz(func(t *testing.T, page string, foot int) {
		lines := strings.Split(page, "\n")
		var words []int
		for _, l := range lines {
			words = append(words, len(strings.Fields(l)))
		}
		for i, is := range Mark(lines, words, min(max(foot, 0), len(lines))) {
			if is && words[i] >= LongLine && !IsPagePhrase(lines[i]) {
				t.Errorf("%q is boilerplate", lines[i])
			}
		}
		if rows := MarkLinkRows(lines); len(rows) != len(lines) {
			t.Errorf("%d rows of %d lines", len(rows), len(lines))
		}
		if links := LinksAtEnd(page); !strings.HasSuffix(page, links) {
			t.Errorf("%q does not end with %q", page, links)
		}
	})
}
