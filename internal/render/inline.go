package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/safe"
	"etal/internal/theme"
)

// runsOf returns the runs of the inline nodes under n, in a block of kind base.
func (d *Document) runsOf(t markdown.Tree, n ast.Node, base string) []Run {
	runs := t.Runs(n)
	n.RemoveChildren(n) // a long paragraph's nodes and its lines need not be in memory at once
	return d.styleMarks(d.styleRuns(runs, base))
}

// styleRuns returns runs of Markdown with their styles, and the decorations between them.
func (d *Document) styleRuns(runs []markdown.Run, base string) []Run {
	out := make([]Run, 0, len(runs))
	link, image := 0, 0 // indexes of the first runs of the link and of the image
	struck := false
	for _, r := range runs {
		if r.Role == markdown.Text && r.Strike != struck {
			struck = r.Strike
			out = d.markStruck(out)
		}
		switch r.Role {
		case markdown.Text:
			out = append(out, Run{Span: r.Span, Text: r.Text, Style: d.sheet.Look(theme.TextKind{Block: base, Style: r.Style}).Style})
		case markdown.Break:
			out = append(out, decoration("\n", ""))
		case markdown.ImageStart:
			image = len(out)
			out = append(out, decoration("[image: ", d.theme.Dim))
		case markdown.ImageEnd:
			if image == len(out)-1 { // without a description
				out[image] = decoration("[image", d.theme.Dim)
			}
			out = append(out, decoration("]", d.theme.Dim))
		case markdown.LinkStart:
			link = len(out)
		case markdown.LinkEnd:
			if d.showsURL(out[link:], r.URL) {
				out = append(out, decoration(" <"+safe.Line(r.URL).String()+">", d.theme.Dim))
			}
		}
	}
	if struck {
		out = d.markStruck(out)
	}
	return out
}

// markStruck adds what a theme without styles marks the two ends of struck text with.
func (d *Document) markStruck(runs []Run) []Run {
	if sign := d.sheet.Look(theme.TextKind{Style: markdown.Style{Strike: true}}).Prefix; sign != "" {
		return append(runs, decoration(sign, ""))
	}
	return runs
}

// showsURL reports whether a link's URL is written after its text: if URLs are wanted and the text
// does not contain it. A citation's is not, as the reference has it, nor are those in the text of
// web pages, which have more links than anybody wants to read.
func (d *Document) showsURL(text []Run, url string) bool {
	if !d.addresses || len(text) == 0 || !strings.Contains(url, "://") || d.cites(text[0].Span) {
		return false
	}
	if d.article.Format == article.HTML && d.article.ReferenceAt(d.article.Blocks[d.article.BlockAt(text[0].Start)]) == 0 {
		return false
	}
	shown := ""
	for _, r := range text {
		shown += r.Text.String()
	}
	return shown == "" || !strings.Contains(url, shown) || !strings.Contains(shown, ".")
}
