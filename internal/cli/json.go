package cli

import (
	"io"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/safe"
)

// A jsonArticle is the output of --format json. Offsets are bytes of the body; reference
// numbers count from 1 in list order.
type jsonArticle struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Authors []string `json:"authors"`
	Date    string   `json:"date"`
	Source  string   `json:"source"`
	Format  string   `json:"format"`
	jsonAbout
	Body       string          `json:"body"`
	Headings   []jsonHeading   `json:"headings"`
	Citations  []jsonCitation  `json:"citations"`
	References []jsonReference `json:"references"`
	Links      []jsonLink      `json:"links"`
	Furniture  []string        `json:"furniture"`
}

// A jsonAbout is what an article's own metadata says about it.
type jsonAbout struct {
	Summary  string   `json:"summary"`
	Tags     []string `json:"tags"`
	License  string   `json:"license"`
	Language string   `json:"language"`
}

func newJSONAbout(a *article.Article) jsonAbout {
	return jsonAbout{a.Summary.String(), textStrings(a.Tags), a.License.String(), a.Language.String()}
}

type jsonHeading struct {
	Level int    `json:"level"`
	Title string `json:"title"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type jsonCitation struct {
	Text       string `json:"text"`
	Start      int    `json:"start"`
	End        int    `json:"end"`
	References []int  `json:"references"`
	Ambiguous  []int  `json:"ambiguous,omitempty"`
}

type jsonReference struct {
	Number int      `json:"number"`
	Label  string   `json:"label"`
	Text   string   `json:"text"`
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Item   bib.Item `json:"item"`
}

// A jsonLink has the kind note, figure, table, section or equation, and then a target in the
// body; or url or file, and then a URL (http, https, mailto) or the path as written, relative
// to the article's folder.
type jsonLink struct {
	Text   string `json:"text"`
	Kind   string `json:"kind"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Target *int   `json:"target,omitempty"`
	URL    string `json:"url,omitempty"`
}

// printJSON prints one article as an object, several as an array of them.
func printJSON(w io.Writer, articles []*article.Article) error {
	if len(articles) == 1 {
		return writeJSON(w, newJSONArticle(articles[0]))
	}
	out := []jsonArticle{}
	for _, a := range articles {
		out = append(out, newJSONArticle(a))
	}
	return writeJSON(w, out)
}

func newJSONArticle(a *article.Article) jsonArticle {
	j := jsonArticle{
		ID: a.ID.String(), Title: a.Title.String(), Authors: textStrings(a.Authors), Date: a.Date.String(),
		Source: a.Source.String(), Format: string(a.Format), jsonAbout: newJSONAbout(a), Body: a.Body.String(),
		Headings: []jsonHeading{}, Citations: []jsonCitation{}, References: []jsonReference{}, Links: []jsonLink{},
		Furniture: textStrings(a.Furniture),
	}
	for _, h := range a.Headings {
		j.Headings = append(j.Headings, jsonHeading{h.Level, h.Title.String(), h.Start, h.End})
	}
	for _, c := range a.Citations {
		j.Citations = append(j.Citations, jsonCitation{c.Text.String(), c.Start, c.End, append([]int{}, c.References...), c.Ambiguous})
	}
	for _, r := range a.References {
		j.References = append(j.References, jsonReference{r.Number, r.Label.String(), r.Text.String(), r.Start, r.End, r.Fields()})
	}
	for _, l := range a.Links {
		link := jsonLink{Text: l.Text.String(), Kind: string(l.Kind), Start: l.Start, End: l.End, URL: l.URL.String()}
		if l.Inside() {
			link.Target = &l.Target
		}
		j.Links = append(j.Links, link)
	}
	return j
}

func textStrings(texts []safe.Text) []string {
	out := []string{}
	for _, t := range texts {
		out = append(out, t.String())
	}
	return out
}
