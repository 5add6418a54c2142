package jats

import (
	"strings"

	"etal/internal/doc"
)

// front returns what stands before the text: title, where it appeared, abstracts and
// keywords. Who wrote it is shown from the metadata.
func (r *reader) front(front *node) (out []doc.Block) {
	meta := front.Child("article-meta")
	if meta == nil {
		meta = front
	}
	if titles := meta.Child("title-group"); titles != nil {
		if title := titles.Child("article-title"); title != nil {
			parts := append([]*node{}, title.Children...)
			if sub := titles.Child("subtitle"); sub != nil {
				parts = append(append(parts, &node{Text: ": "}), sub.Children...)
			}
			out = append(out, doc.Heading{Level: 1, Text: r.inlines(parts, false)})
		}
	}
	if where := appearedIn(front, meta); where != "" {
		out = append(out, paragraph(doc.Text(where))...)
	}
	for _, abstract := range meta.All("abstract", "trans-abstract") {
		out = append(out, r.abstract(abstract)...)
	}
	for _, group := range meta.All("kwd-group") {
		out = append(out, r.keywords(group)...)
	}
	return out
}

// appearedIn says where the article appeared: journal, volume, pages and DOI.
func appearedIn(front, meta *node) string {
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

func (r *reader) abstract(abstract *node) []doc.Block {
	if abstract.Attrs["abstract-type"] == "graphical" || abstract.Attrs["abstract-type"] == "toc" || abstract.Blank() {
		return nil
	}
	title := []doc.Inline{doc.Text(abstractName(abstract))}
	if n := abstract.Child("title"); !n.Blank() {
		title = r.inlines(n.Children, false)
	}
	r.level = 2
	return anchored(abstract, append([]doc.Block{doc.Heading{Level: 2, Text: title}}, r.flow(abstract.Children)...)...)
}

func abstractName(abstract *node) string {
	switch abstract.Attrs["abstract-type"] {
	case "summary", "plain-language-summary", "executive-summary", "author-summary":
		return "Summary"
	case "key-points", "highlights", "author-highlights":
		return "Highlights"
	}
	return "Abstract"
}

func (r *reader) keywords(group *node) []doc.Block {
	if group.Attrs["kwd-group-type"] == "npg-subject" || len(group.All("kwd", "compound-kwd")) == 0 {
		return nil
	}
	name := group.Child("title").Content()
	if name == "" {
		name = "Keywords"
	}
	text := []doc.Inline{doc.Text(strings.TrimRight(name, ": ")+":", doc.Bold), doc.Text(" ")}
	for i, k := range group.All("kwd", "compound-kwd") {
		if i > 0 {
			text = append(text, doc.Text("; "))
		}
		text = append(text, r.inlines(k.Children, false)...)
	}
	return paragraph(text...)
}
