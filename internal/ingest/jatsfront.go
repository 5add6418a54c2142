package ingest

import (
	"strings"

	"etal/internal/article"
)

// front writes what stands before the text: title, where it appeared, abstracts and
// keywords. Who wrote it is shown from the metadata.
func (w *jatsWriter) front(a *article.Article, front *node) {
	meta := front.child("article-meta")
	if meta == nil {
		meta = front
	}
	if titles := meta.child("title-group"); titles != nil {
		if title := titles.child("article-title"); title != nil {
			parts := append([]*node{}, title.children...)
			if sub := titles.child("subtitle"); sub != nil {
				parts = append(append(parts, &node{text: ": "}), sub.children...)
			}
			w.heading(1, flatten(parts, false))
		}
	}
	if where := appearedIn(front, meta); where != "" {
		w.line(piece{text: where})
	}
	for _, abstract := range meta.all("abstract", "trans-abstract") {
		w.abstract(abstract)
	}
	for _, group := range meta.all("kwd-group") {
		w.keywords(group)
	}
}

// appearedIn says where the article appeared: journal, volume, pages and DOI.
func appearedIn(front, meta *node) string {
	journal := ""
	if j := front.child("journal-meta"); j != nil {
		for _, name := range []string{"journal-title", "abbrev-journal-title"} {
			if t := j.find(name); t != nil && journal == "" {
				journal = t.content()
			}
		}
	}
	volume := meta.child("volume").content()
	if issue := meta.child("issue").content(); issue != "" && volume != "" {
		volume += "(" + issue + ")"
	}
	pages := meta.child("elocation-id").content()
	if first := meta.child("fpage").content(); first != "" {
		pages = pageRange(first, meta.child("lpage").content(), "–")
	}
	where := joined(" ", journal, joined(", ", volume, pages))
	for _, id := range meta.all("article-id") {
		if id.attrs["pub-id-type"] == "doi" && !id.blank() {
			where = joined(" · ", where, "https://doi.org/"+id.content())
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

func (w *jatsWriter) abstract(abstract *node) {
	if abstract.attrs["abstract-type"] == "graphical" || abstract.attrs["abstract-type"] == "toc" || abstract.blank() {
		return
	}
	w.level = 1
	w.mark(abstract)
	if title := abstract.child("title"); !title.blank() {
		w.heading(2, flatten(title.children, false))
	} else {
		w.heading(2, []piece{{text: abstractName(abstract)}})
	}
	w.level = 2
	w.flow(abstract.children)
}

func abstractName(abstract *node) string {
	switch abstract.attrs["abstract-type"] {
	case "summary", "plain-language-summary", "executive-summary", "author-summary":
		return "Summary"
	case "key-points", "highlights", "author-highlights":
		return "Highlights"
	}
	return "Abstract"
}

func (w *jatsWriter) keywords(group *node) {
	if group.attrs["kwd-group-type"] == "npg-subject" || len(group.all("kwd", "compound-kwd")) == 0 {
		return
	}
	name := group.child("title").content()
	if name == "" {
		name = "Keywords"
	}
	pieces := []piece{{text: strings.TrimRight(name, ": ") + ":", style: style{bold: true}}, {text: " "}}
	for i, k := range group.all("kwd", "compound-kwd") {
		if i > 0 {
			pieces = append(pieces, piece{text: "; "})
		}
		pieces = append(pieces, flatten(k.children, false)...)
	}
	w.line(pieces...)
}
