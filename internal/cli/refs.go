package cli

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/bib/bibtex"
	"etal/internal/bib/csljson"
	"etal/internal/bib/ris"
	"etal/internal/cite/shortform"
	"etal/internal/cli/network"
	"etal/internal/library"
	"etal/internal/obtain"
	"etal/internal/render"
	"etal/internal/theme"
)

// refsOptions are the flags of refs.
type refsOptions struct {
	readFlags
	format    string
	order     string
	width     columns
	citedOnly bool
}

func newRefs(e env) *cobra.Command {
	var o refsOptions
	cmd := &cobra.Command{
		Use:   "refs ARTICLE...",
		Short: "Print the references of articles",
		Long:  "Print the references of articles as text, or as BibTeX, RIS or CSL-JSON with the fields\nthat etal found in them.\n\nARTICLE is a name from the list, a file, a folder, a URL, an identifier such as a DOI, or - for\nstandard input. Of an identifier refs prints the record of the work.",
		Example: "  etal refs ketamine\n" +
			"  etal refs --cited-only --order cited draft.md\n" +
			"  etal refs --format bibtex paper.xml >paper.bib\n" +
			"  etal refs --format bibtex arxiv:1706.03762",
		Args:              someArticle,
		ValidArgsFunction: completeNames,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := o.check(); err != nil {
				return err
			}
			l, err := network.Library(e.getenv, o.network)
			if err != nil {
				return err
			}
			opened, err := openLists(e, l, o.readFlags, args)
			if err != nil {
				return err
			}
			return printRefs(e, o, opened)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "text", "print as text, bibtex, ris or csl-json")
	cmd.Flags().StringVar(&o.order, "order", "list", "list, as in the article; cited, by first citation; year or author")
	cmd.Flags().BoolVar(&o.citedOnly, "cited-only", false, "leave out references that the text does not cite")
	o.width = autoWidth
	cmd.Flags().Var(&o.width, "width", "`columns` to wrap text at, 0 not to (default 80, or the terminal's up to 76)")
	o.addFlags(cmd)
	complete(cmd, "format", "text", "bibtex", "ris", "csl-json")
	complete(cmd, "order", "list", "cited", "year", "author")
	return cmd
}

func (o refsOptions) check() error {
	return cmp.Or(
		o.readFlags.check(),
		oneOf("--format", o.format, "text", "bibtex", "ris", "csl-json"),
		oneOf("--order", o.order, "list", "cited", "year", "author"),
	)
}

// openLists reads the articles that the arguments name. Of an identifier it gets the record of the work, as a list
// of one: who names a work so asks how to cite it.
func openLists(e env, l *library.Library, o readFlags, args []string) (opened []*article.Article, err error) {
	err = eachEntry(e, l, o, args, func(entry *library.Entry) (err error) {
		var a *article.Article
		if id, ok := entry.Identifier(); ok {
			network.Asking(e.errTTY, func(progress func(obtain.Progress)) { a, err = l.Listed(context.Background(), id, progress) })
		} else {
			a, err = parse(e, entry)
		}
		if err == nil {
			opened = append(opened, a)
		}
		return err
	})
	for _, a := range opened {
		warnAll(e, a)
	}
	return opened, err
}

// printRefs prints the references of each article. The bibliography formats print those of all
// articles as one list, so that their keys are unique. It is an error if no article has any.
func printRefs(e env, o refsOptions, opened []*article.Article) error {
	var items []bib.Item
	printed, found := false, false
	for _, a := range opened {
		refs := o.selectRefs(a)
		found = found || len(refs) > 0
		if o.format == "text" {
			if printed && len(refs) > 0 {
				fmt.Fprintln(e.stdout)
			}
			printed = printed || len(refs) > 0
			if err := printRefsText(e, a, refs, textWidth(e, o.width)); err != nil {
				return err
			}
			continue
		}
		for _, r := range refs {
			items = append(items, r.Entry())
		}
	}
	if !found {
		return o.noReferences(opened)
	}
	switch o.format {
	case "bibtex":
		return bibtex.Write(e.stdout, items)
	case "ris":
		return ris.Write(e.stdout, items)
	case "csl-json":
		return csljson.Write(e.stdout, items)
	}
	return nil
}

// noReferences returns the error for articles none of which has a reference that is asked for.
func (o refsOptions) noReferences(opened []*article.Article) error {
	what := "no references found"
	if o.citedOnly && slices.ContainsFunc(opened, func(a *article.Article) bool { return len(a.References) > 0 }) {
		what = "no reference is cited"
	}
	if len(opened) > 1 {
		return fmt.Errorf("%s in %d articles", what, len(opened))
	}
	return fmt.Errorf("%s: %s", opened[0].Source, what)
}

// selectRefs returns the references that the flags ask for, in their order.
func (o refsOptions) selectRefs(a *article.Article) []article.Reference {
	first := map[int]int{} // rank by first citation, from 1; 0 if not cited
	for _, c := range a.Citations {
		for _, n := range c.Candidates() {
			if first[n] == 0 {
				first[n] = len(first) + 1
			}
		}
	}
	forms := shortform.Of(a.References)
	refs := slices.DeleteFunc(slices.Clone(a.References), func(r article.Reference) bool { // "Ibid." is no work of its own
		f, short := forms[r.Number]
		return short && !f.Own
	})
	if o.citedOnly {
		refs = slices.DeleteFunc(refs, func(r article.Reference) bool { return first[r.Number] == 0 })
	}
	switch o.order {
	case "cited": // uncited references come last
		slices.SortStableFunc(refs, func(a, b article.Reference) int {
			return cmp.Compare(uint(first[a.Number])-1, uint(first[b.Number])-1)
		})
	case "year", "author":
		items := map[int]bib.Item{}
		for _, r := range refs {
			items[r.Number] = r.Fields()
		}
		slices.SortStableFunc(refs, func(a, b article.Reference) int {
			x, y := items[a.Number], items[b.Number]
			if o.order == "year" {
				return cmp.Compare(yearOrLast(x), yearOrLast(y))
			}
			return cmp.Or(cmp.Compare(x.SortKey(), y.SortKey()), cmp.Compare(a.Number, b.Number))
		})
	}
	return refs
}

// yearOrLast returns the year of a work. One without a year, such as one in press, sorts last.
func yearOrLast(item bib.Item) int {
	if y := item.Issued.Year(); y != 0 {
		return y
	}
	return math.MaxInt
}

// printRefsText prints references as in the article, with their numbers, wrapped.
func printRefsText(e env, a *article.Article, refs []article.Reference, width int) error {
	d := render.New(a, width, theme.Plain(), render.Options{Addresses: true, Unbroken: e.tty == nil})
	for _, r := range refs {
		for _, line := range d.Block(a.BlockAt(r.Start)) {
			text := line.Draw(nil)
			if strings.TrimSpace(text) == "" {
				continue
			}
			if _, err := fmt.Fprintln(e.stdout, text); err != nil {
				return err
			}
		}
	}
	return nil
}
