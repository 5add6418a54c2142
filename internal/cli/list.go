package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"etal/internal/article"
	"etal/internal/cli/network"
	"etal/internal/export"
	"etal/internal/library"
	"etal/internal/manual"
	"etal/internal/terminal"
	"etal/internal/textwidth"
)

func newList(e env) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:               "list",
		Short:             "Print the list of articles",
		Example:           "  etal list\n  etal list --format json | jq -r '.[].id'",
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			if err := oneOf("--format", format, "text", "json"); err != nil {
				return err
			}
			l, err := network.Library(e.getenv, network.Options{})
			if err != nil {
				return err
			}
			articles, err := readLibrary(l)
			if err != nil {
				return err
			}
			if format == "json" {
				return printListJSON(e.stdout, articles)
			}
			return printList(e, articles)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "print as text or json")
	complete(cmd, "format", "text", "json")
	return cmd
}

// readLibrary reads all articles of the library.
func readLibrary(l *library.Library) ([]*article.Article, error) {
	var articles []*article.Article
	for _, entry := range l.Entries() {
		a, err := entry.Read()
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	return articles, nil
}

// printList prints a line for each article: name, title, minutes, number of references. Titles are
// cut to the width of a terminal, and only there.
func printList(e env, articles []*article.Article) error {
	names, titles, counts := 0, 0, make([]string, len(articles))
	for i, a := range articles {
		names = max(names, textwidth.Of(a.ID.String()))
		titles = max(titles, textwidth.Of(a.Title.String()))
		counts[i] = fmt.Sprintf("%3d min  %3d refs", a.Minutes(), len(a.References))
	}
	for i, a := range articles {
		room := titles
		if e.tty != nil {
			if columns, _, ok := terminal.Size(e.tty); ok {
				room = min(titles, max(columns-names-len(counts[i])-4, minTitle))
			}
		}
		title := textwidth.Fit(a.Title.String(), room)
		_, err := fmt.Fprintf(e.stdout, "%s  %s  %s\n", manual.Pad(a.ID.String(), names), manual.Pad(title, room), counts[i])
		if err != nil {
			return err
		}
	}
	return nil
}

// minTitle is the columns a title gets even on a narrow terminal, whose lines then wrap.
const minTitle = 20

// A jsonEntry is an article in the output of list --format json.
type jsonEntry struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Authors []string `json:"authors"`
	Date    string   `json:"date"`
	export.About
	Minutes    int `json:"minutes"`
	References int `json:"references"`
}

func printListJSON(w io.Writer, articles []*article.Article) error {
	out := []jsonEntry{}
	for _, a := range articles {
		out = append(out, jsonEntry{
			ID: a.ID.String(), Title: a.Title.String(), Authors: export.Strings(a.Authors), Date: a.Date.String(),
			About: export.NewAbout(a), Minutes: a.Minutes(), References: len(a.References),
		})
	}
	return export.Indented(w, out)
}
