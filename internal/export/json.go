// Package export writes an article in full, with everything that etal knows about it: as JSON
// ([JSON]) and as Markdown ([Markdown]).
//
// The package must not know how an article is laid out, nor of the command line.
package export

import (
	"encoding/json"
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
	About
	Identifiers map[string]string `json:"identifiers,omitempty"` // by kind: doi, arxiv, pmcid, pmid
	Body        string            `json:"body"`
	Headings    []jsonHeading     `json:"headings"`
	Citations   []jsonCitation    `json:"citations"`
	References  []jsonReference   `json:"references"`
	Links       []jsonLink        `json:"links"`
	Furniture   []string          `json:"furniture"`
}

// An About is what an article's own metadata says about it.
type About struct {
	Summary  string   `json:"summary"`
	Tags     []string `json:"tags"`
	License  string   `json:"license"`
	Language string   `json:"language"`
}

// NewAbout returns what an article says about itself.
func NewAbout(a *article.Article) About {
	return About{a.Summary.String(), Strings(a.Tags), a.License.String(), a.Language.String()}
}

// A jsonPage is a page of the source, if that has pages.
type jsonPage struct {
	Page  int    `json:"page,omitempty"`      // from 1
	Label string `json:"pageLabel,omitempty"` // as it is printed, if that is not the number
}

type jsonHeading struct {
	Level int    `json:"level"`
	Title string `json:"title"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	jsonPage
}

type jsonCitation struct {
	Text       string `json:"text"`
	Start      int    `json:"start"`
	End        int    `json:"end"`
	References []int  `json:"references"`
	Ambiguous  []int  `json:"ambiguous,omitempty"`
	jsonPage
}

type jsonReference struct {
	Number int    `json:"number"`
	Label  string `json:"label"`
	Text   string `json:"text"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	jsonPage
	Item bib.Item `json:"item"`
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

// JSON writes one article as an object, several as an array of them.
func JSON(w io.Writer, articles []*article.Article) error {
	if len(articles) == 1 {
		return Indented(w, newJSONArticle(articles[0]))
	}
	out := []jsonArticle{}
	for _, a := range articles {
		out = append(out, newJSONArticle(a))
	}
	return Indented(w, out)
}

func newJSONArticle(a *article.Article) jsonArticle {
	j := jsonArticle{
		ID: a.ID.String(), Title: a.Title.String(), Authors: Strings(a.Authors), Date: a.Date.String(),
		Source: a.Source.String(), Format: string(a.Format), About: NewAbout(a), Body: a.Body.String(),
		Headings: []jsonHeading{}, Citations: []jsonCitation{}, References: []jsonReference{}, Links: []jsonLink{},
		Furniture: Strings(a.Furniture),
	}
	if len(a.IDs) > 0 {
		j.Identifiers = map[string]string{}
	}
	for _, id := range a.IDs {
		j.Identifiers[string(id.Kind)] = id.Value
	}
	page := func(offset int) jsonPage {
		p, _ := a.Pages.At(offset)
		return jsonPage{p.Number, p.Label.String()}
	}
	for _, h := range a.Headings {
		j.Headings = append(j.Headings, jsonHeading{h.Level, h.Title.String(), h.Start, h.End, page(h.Start)})
	}
	for _, c := range a.Citations {
		j.Citations = append(j.Citations, jsonCitation{c.Text.String(), c.Start, c.End, append([]int{}, c.References...), c.Ambiguous, page(c.Start)})
	}
	for _, r := range a.References {
		j.References = append(j.References, jsonReference{r.Number, r.Label.String(), r.Text.String(), r.Start, r.End, page(r.Start), r.Fields()})
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

// Strings returns texts as strings, never nil.
func Strings(texts []safe.Text) []string {
	out := []string{}
	for _, t := range texts {
		out = append(out, t.String())
	}
	return out
}

// Indented writes v as indented JSON, without escaping < > and &.
func Indented(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
