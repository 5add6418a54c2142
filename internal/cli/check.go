package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"etal/internal/cli/network"
	"etal/internal/export"
	"etal/internal/library"
	"etal/internal/lint"
	"etal/internal/read"
)

// errProblems is the error after check has printed problems.
var errProblems = errors.New("problems found")

// checkOptions are the flags of check.
type checkOptions struct {
	readFlags
	format string
}

func newCheck(e env) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check ARTICLE...",
		Short: "Find problems with citations and references",
		Long: "Find citations without a reference or with several candidates, references that are uncited,\n" +
			"duplicate or have malformed DOIs or URLs, keys that two entries have, gaps in the list, and\n" +
			"numbers first mentioned out of order. Each is printed as FILE:LINE:COLUMN: MESSAGE, in a PDF\n" +
			"as FILE:page NUMBER: MESSAGE, and in an EPUB as FILE:SECTION: MESSAGE.\n\n" +
			"The exit code is 1 if there are problems. A clean article prints nothing.\n\n" +
			"ARTICLE is a name from the list, a file, a folder, a URL, an identifier such as a DOI, or - for\nstandard input.",
		Example: "  etal check draft.md\n" +
			"  etal check --bibliography works.bib draft.md\n" +
			"  etal check --format json chapters/ | jq '.[].message'",
		Args:              someArticle,
		ValidArgsFunction: completeNames,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := cmp.Or(o.readFlags.check(), oneOf("--format", o.format, "text", "json")); err != nil {
				return err
			}
			l, err := network.Library(e.getenv, o.network)
			if err != nil {
				return err
			}
			return runCheck(e, l, o, args)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "text", "print as text or json")
	o.addFlags(cmd)
	complete(cmd, "format", "text", "json")
	return cmd
}

// A finding is a problem and its place in the article's source. If that is not known, as in a
// list that etal made from a bibliography, line and column are 1.
type finding struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Page    int    `json:"page,omitempty"`    // from 1, where the source has pages
	Section string `json:"section,omitempty"` // where it has neither pages nor lines
	Message string `json:"message"`

	pageName string // as the source prints it
}

func runCheck(e env, l *library.Library, o checkOptions, args []string) error {
	opened, err := openSources(e, l, o.readFlags, args)
	if err != nil {
		return err
	}
	findings := []finding{}
	for _, a := range opened {
		problems := lint.Check(a.Article)
		if len(problems) == 0 {
			continue
		}
		places := read.Reader{Encoding: o.encoding}.Locator(a.Article, a.bytes)
		for _, p := range problems {
			f := finding{File: a.Source.String(), Line: 1, Column: 1, Message: p.Message}
			if line, column, ok := places.Find(p.Start); ok {
				f.Line, f.Column = line, column
			}
			if page, ok := a.Pages.At(p.Start); ok {
				f.Page, f.pageName = page.Number, page.Name()
			} else if i := a.HeadingAt(p.Start); i >= 0 && !a.Format.IsText() {
				f.Section = a.Headings[i].Title.String()
			}
			findings = append(findings, f)
		}
	}
	if err := printFindings(e.stdout, o.format, findings); err != nil {
		return err
	}
	if len(findings) > 0 {
		return errProblems
	}
	return nil
}

func printFindings(w io.Writer, format string, findings []finding) error {
	if format == "json" {
		return export.Indented(w, findings)
	}
	for _, f := range findings {
		if _, err := fmt.Fprintf(w, "%s:%s: %s\n", f.File, f.place(), f.Message); err != nil {
			return err
		}
	}
	return nil
}

// place returns the line and the column of a finding, its page or its section.
func (f finding) place() string {
	switch {
	case f.Page > 0:
		return "page " + f.pageName
	case f.Section != "":
		return f.Section
	}
	return fmt.Sprintf("%d:%d", f.Line, f.Column)
}
