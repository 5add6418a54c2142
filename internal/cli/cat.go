package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/page"
	"etal/internal/render"
)

// catOptions are the flags of cat.
type catOptions struct {
	look
	bibliographies
	format string
	width  int
}

func newCat(e env) *cobra.Command {
	var o catOptions
	cmd := &cobra.Command{
		Use:   "cat ARTICLE...",
		Short: "Print articles",
		Long:  "Print articles: as text, with styles, as Markdown, or as JSON with all that etal knows of them.\n\nARTICLE is a name from the list, a file, a folder of them, or - for standard input.",
		Example: "  etal cat ketamine | grep BDNF\n" +
			"  etal cat --format json paper.md | jq '.references[].text'",
		Args:              someArticle,
		ValidArgsFunction: completeNames,
		RunE: func(_ *cobra.Command, args []string) error {
			l, err := library.New()
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
	o.bibliographies.addFlags(cmd)
	cmd.Flags().StringVar(&o.format, "format", "", "text, ansi, markdown, html or json (default text, or ansi where colours are on)")
	cmd.Flags().IntVar(&o.width, "width", 0, "columns to wrap at (default 80, or the terminal's up to 76)")
	complete(cmd, "format", "text", "ansi", "markdown", "html", "json")
}

// check refuses values that no format or width has, before anything is read.
func (o catOptions) check() error {
	if o.width < 0 || o.width > maxWidth {
		return usageError{fmt.Errorf("--width %d: must be 1 to %d", o.width, maxWidth)}
	}
	if err := o.look.check(); err != nil {
		return err
	}
	if o.format == "" {
		return nil
	}
	return oneOf("--format", o.format, "text", "ansi", "markdown", "html", "json")
}

func runCat(e env, l *library.Library, o catOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	opened, err := open(e, l, o.bibliographies, args)
	if err != nil {
		return err
	}
	return printAll(e, o, opened)
}

// printAll prints articles as the options say.
func printAll(e env, o catOptions, opened []*article.Article) error {
	if o.format == "json" {
		return printJSON(e.stdout, opened)
	}
	if o.format == "html" && len(opened) > 1 {
		return usageError{fmt.Errorf("--format html: one article a page")}
	}
	theme := render.Plain()
	if o.format == "ansi" || o.format == "" && o.styled(e) {
		chosen, err := o.look.read(e)
		if err != nil {
			return err
		}
		theme = chosen.Theme
	}
	for i, a := range opened {
		if i > 0 {
			if _, err := io.WriteString(e.stdout, "\n"); err != nil {
				return err
			}
		}
		if err := o.print(e, a, theme); err != nil {
			return err
		}
	}
	return nil
}

// print prints one article, block by block, so that its first lines come at once.
func (o catOptions) print(e env, a *article.Article, theme render.Theme) error {
	if o.format == "markdown" {
		_, err := io.WriteString(e.stdout, a.Body.String())
		return err
	}
	if o.format == "html" {
		return page.Write(e.stdout, a)
	}
	links := o.links(e)
	d := render.New(a, textWidth(e, o.width), theme, render.Options{Addresses: !links, Hyperlinks: links})
	for i := range d.Len() {
		for _, line := range d.Block(i) {
			if _, err := fmt.Fprintln(e.stdout, line.Draw(nil)); err != nil {
				return err
			}
		}
	}
	return nil
}

// someArticle refuses a command without an article.
func someArticle(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError{fmt.Errorf("%s: which article? (etal list names them)", cmd.Name())}
	}
	return nil
}

// completeNames lets a shell complete article names, and files.
func completeNames(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	l, err := library.New()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var names []string
	for _, entry := range l.Entries() {
		name := entry.ID.String()
		if a, err := entry.Read(); err == nil {
			name += "\t" + a.Title.String()
		}
		names = append(names, name)
	}
	return names, cobra.ShellCompDirectiveDefault
}
