package ingest

import (
	"strings"

	"etal/internal/article"
	"etal/internal/xmltree"
)

// front writes what stands before the text: title, where it appeared, abstracts and
// keywords. Who wrote it is shown from the metadata.
func (w *jatsWriter) front(a *article.Article, front *xmltree.Node) {
	meta := front.Child("article-meta")
	if meta == nil {
		meta = front
	}
	if titles := meta.Child("title-group"); titles != nil {
		if title := titles.Child("article-title"); title != nil {
			parts := append([]*xmltree.Node{}, title.Children...)
			if sub := titles.Child("subtitle"); sub != nil {
				parts = append(append(parts, &xmltree.Node{Text: ": "}), sub.Children...)
			}
			w.heading(1, flatten(parts, false))
		}
	}
	if where := appearedIn(front, meta); where != "" {
		w.line(piece{text: where})
	}
	for _, abstract := range meta.All("abstract", "trans-abstract") {
		w.abstract(abstract)
	}
	for _, group := range meta.All("kwd-group") {
		w.keywords(group)
	}
}

// appearedIn says where the article appeared: journal, volume, pages and DOI.
func appearedIn(front, meta *xmltree.Node) string {
	journal := ""
	if j := front.Child("journal-meta"); j != nil {
		for _, name := range []string{"journal-title", "abbrev-journal-title"} {
			if t := j.Find(name); t != nil && journal == "" {
				journal = t.Content()
			}
		}
	}
	volume := meta.Child("volume").Content()
	if issue := meta.Child("issue").Content(); issue != "" && volume != "" {
		volume += "(" + issue + ")"
	}
	pages := meta.Child("elocation-id").Content()
	if first := meta.Child("fpage").Content(); first != "" {
		pages = pageRange(first, meta.Child("lpage").Content(), "–")
	}
	where := joined(" ", journal, joined(", ", volume, pages))
	for _, id := range meta.All("article-id") {
		if id.Attrs["pub-id-type"] == "doi" && !id.Blank() {
			where = joined(" · ", where, "https://doi.org/"+id.Content())
		}
	}
	return where
}

// joined joins the parts that are not empty.
func joined(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}

func (w *jatsWriter) abstract(abstract *xmltree.Node) {
	if abstract.Attrs["abstract-type"] == "graphical" || abstract.Attrs["abstract-type"] == "toc" || abstract.Blank() {
		return
	}
	w.level = 1
	w.mark(abstract)
	if title := abstract.Child("title"); !title.Blank() {
		w.heading(2, flatten(title.Children, false))
	} else {
		w.heading(2, []piece{{text: abstractName(abstract)}})
	}
	w.level = 2
	w.flow(abstract.Children)
}

func abstractName(abstract *xmltree.Node) string {
	switch abstract.Attrs["abstract-type"] {
	case "summary", "plain-language-summary", "executive-summary", "author-summary":
		return "Summary"
	case "key-points", "highlights", "author-highlights":
		return "Highlights"
	}
	return "Abstract"
}

func (w *jatsWriter) keywords(group *xmltree.Node) {
	if group.Attrs["kwd-group-type"] == "npg-subject" || len(group.All("kwd", "compound-kwd")) == 0 {
		return
	}
	name := group.Child("title").Content()
	if name == "" {
		name = "Keywords"
	}
	pieces := []piece{{text: strings.TrimRight(name, ": ") + ":", style: style{bold: true}}, {text: " "}}
	for i, k := range group.All("kwd", "compound-kwd") {
		if i > 0 {
			pieces = append(pieces, piece{text: "; "})
		}
		pieces = append(pieces, flatten(k.Children, false)...)
	}
	w.line(pieces...)
}
