package cli

import (
	"cmp"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"etal/internal/article"
	"etal/internal/cli/network"
	"etal/internal/export"
	"etal/internal/htmlpage"
	"etal/internal/library"
	"etal/internal/render"
	"etal/internal/theme"
)

// catOptions are the flags of cat.
type catOptions struct {
	look
	readFlags
	format   string
	width    columns
	noHeader bool
}

func newCat(e env) *cobra.Command {
	var o catOptions
	cmd := &cobra.Command{
		Use:   "cat ARTICLE...",
		Short: "Print articles",
		Long:  "Print articles as text, with styles, as Markdown, as an HTML page, or as JSON with everything\netal extracted.\n\nARTICLE is a name from the list, a file, a folder, a URL, an identifier such as a DOI, or - for\nstandard input.",
		Example: "  etal cat ketamine | grep BDNF\n" +
			"  etal cat --format json paper.md | jq '.references[].text'",
		Args: func(cmd *cobra.Command, args []string) error {
			if o.theme == listThemes {
				return nil
			}
			return someArticle(cmd, args)
		},
		ValidArgsFunction: completeNames,
		RunE: func(_ *cobra.Command, args []string) error {
			if o.theme == listThemes {
				return printThemes(e)
			}
			l, err := network.Library(e.getenv, o.network)
			if err != nil {
				return err
			}
			return runCat(e, l, o, args)
		},
	}
	o.addFlags(cmd)
	return cmd
}

func (o *catOptions) addFlags(cmd *cobra.Command) {
	o.look.addFlags(cmd)
	o.readFlags.addFlags(cmd)
	cmd.Flags().StringVar(&o.format, "format", "", "print as text, ansi, markdown, html or json (default text, or ansi in colour)")
	o.width = autoWidth
	cmd.Flags().Var(&o.width, "width", "`columns` to wrap at, 0 not to (default 80, or the terminal's up to 76)")
	cmd.Flags().BoolVar(&o.noHeader, "no-header", false, "leave out the title, and the authors and date under it")
	complete(cmd, "format", "text", "ansi", "markdown", "html", "json")
}

// check returns a usage error for invalid values, before anything is read.
func (o catOptions) check() error {
	if err := cmp.Or(o.look.check(), o.readFlags.check()); err != nil || o.format == "" {
		return err
	}
	return oneOf("--format", o.format, "text", "ansi", "markdown", "html", "json")
}

func runCat(e env, l *library.Library, o catOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	if o.format != "" && o.format != "text" && o.format != "ansi" {
		opened, err := open(e, l, o.readFlags, args)
		if err != nil {
			return err
		}
		return printAll(e, o.format, opened)
	}
	p, err := o.printer(e)
	if err != nil {
		return err
	}
	return eachSource(e, l, o.readFlags, args, p.print)
}

// printAll prints articles in a format that is not laid out.
func printAll(e env, format string, opened []*article.Article) error {
	switch {
	case format == "json":
		return export.JSON(e.stdout, opened)
	case format == "html" && len(opened) > 1:
		return usageError{fmt.Errorf("--format html: prints one article only")}
	case format == "html":
		return htmlpage.Write(e.stdout, opened[0])
	}
	for i, a := range opened {
		text := export.Markdown(a)
		if i > 0 {
			text = "\n" + text
		}
		if _, err := io.WriteString(e.stdout, text); err != nil {
			return err
		}
	}
	return nil
}

// A printer prints articles as text, one after the other.
type printer struct {
	env
	theme   theme.Theme
	width   int
	options render.Options
	printed int // articles so far
}

func (o catOptions) printer(e env) (*printer, error) {
	links, styled := o.links(e), o.format == "ansi" || o.format == "" && o.styled(e)
	p := &printer{env: e, theme: theme.Plain(), width: textWidth(e, o.width), options: render.Options{Addresses: !links, Hyperlinks: links, Bidi: e.tty != nil && setsBidi(e.getenv), Uncounted: e.tty == nil, Unbroken: e.tty == nil, Untitled: o.noHeader}}
	if styled {
		chosen, err := o.look.resolve(e)
		if err != nil {
			return nil, err
		}
		p.theme = chosen.Theme
	}
	if styled || links {
		e.allowStyles()
	}
	return p, nil
}

// print prints one article. It prints the title of a long one before reading the rest.
func (p *printer) print(entry *library.Entry, from library.Source) error {
	if p.printed++; p.printed > 1 {
		if err := p.write("\n"); err != nil {
			return err
		}
	}
	title := p.title(entry, from)
	for _, l := range title {
		if err := p.write(l.Draw(nil) + "\n"); err != nil {
			return err
		}
	}
	if len(title) > 0 {
		if err := p.stdout.Flush(); err != nil {
			return err
		}
	}
	a, err := entry.Parse(from)
	if err != nil {
		return err
	}
	warnAll(p.env, a)
	n := 0
	for l := range render.All(a, p.width, p.theme, p.options) {
		if n++; n <= len(title) {
			continue
		}
		if err := p.write(l.Draw(nil) + "\n"); err != nil {
			return err
		}
	}
	return nil
}

// title returns the lines of a long article's title, which do not depend on the rest of it;
// nil if the article is short or does not begin with its title.
func (p *printer) title(entry *library.Entry, from library.Source) []render.Line {
	a, ok := entry.Beginning(from)
	if !ok || len(a.Headings) == 0 || a.BlockAt(a.Headings[0].Start) != 0 {
		return nil
	}
	lines := render.New(a, p.width, p.theme, p.options).Block(0)
	n := 0
	for n < len(lines) && lines[n].Len() > 0 {
		n++
	}
	return lines[:n]
}

func (p *printer) write(text string) error {
	_, err := io.WriteString(p.stdout, text)
	return err
}

// someArticle returns a usage error if there are no arguments.
func someArticle(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError{fmt.Errorf("%s: no article named (see etal list)", cmd.Name())}
	}
	return nil
}
