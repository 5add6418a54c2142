package cli

import (
	"github.com/spf13/cobra"

	"etal/internal/cli/network"
	"etal/internal/library"
)

// newReader returns the root command: the list, or the reader for the articles named. If
// output is not a terminal, both print.
func newReader(e env) *cobra.Command {
	var o readerOptions
	cmd := &cobra.Command{
		Use:   "etal [ARTICLE...]",
		Short: "Read articles in a terminal and follow their citations",
		Long: "etal is a reader for articles in a terminal, in which citations work: from [3] to the\n" +
			"reference it names, and back. Without an article it opens the list or, in a pipe, reads what\n" +
			"is piped in. If output is not a terminal, it prints.\n\n" +
			"ARTICLE is a name from the list, a file, a folder, a URL, an identifier such as a DOI, or - for\nstandard input.",
		Example: "  etal                     the list\n" +
			"  etal ketamine            read an article that comes with etal\n" +
			"  etal paper.md notes.txt  read files\n" +
			"  etal https://a.example/  fetch and read a page\n" +
			"  etal arxiv:1706.03762    fetch and read a work: also a DOI, PMC… or pmid:…\n" +
			"  pbpaste | etal           read the clipboard\n" +
			"  etal ketamine | less     print it",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeNames,
		Version:           version(),
		RunE: func(_ *cobra.Command, args []string) error {
			return runRoot(e, o, args)
		},
	}
	o.addFlags(cmd)
	return cmd
}

// runRoot opens the list or the articles named or, if output is not a terminal, prints them.
func runRoot(e env, o readerOptions, args []string) error {
	if o.theme == listThemes {
		return printThemes(e)
	}
	if err := o.check(); err != nil {
		return err
	}
	l, err := network.Library(e.getenv, o.network)
	if err != nil {
		return err
	}
	if len(args) == 0 && e.pipedIn() {
		args = []string{"-"}
	}
	switch {
	case e.tty == nil || o.format != "":
		return runPiped(e, l, o.catOptions, args)
	case o.plain || e.prefersLines():
		return runLines(e, l, o.catOptions, args)
	}
	return runReader(e, l, o, args)
}

// readerOptions are the flags of the root command.
type readerOptions struct {
	catOptions
	plain     bool
	mouse     bool
	oneScreen bool // print an article that fits on the screen
}

func (o *readerOptions) addFlags(cmd *cobra.Command) {
	o.catOptions.addFlags(cmd)
	cmd.Flags().BoolVar(&o.mouse, "mouse", true, "capture the mouse; --mouse=false leaves it to the terminal")
	cmd.Flags().BoolVarP(&o.oneScreen, "quit-if-one-screen", "F", false, "print an article that fits on the screen, as less -F does")
	cmd.Flags().BoolVar(&o.plain, "plain", false, "line mode, for screen readers")
}

// runPiped prints the list or, if articles are named, those.
func runPiped(e env, l *library.Library, o catOptions, args []string) error {
	if len(args) > 0 {
		return runCat(e, l, o, args)
	}
	articles, err := readLibrary(l)
	if err != nil {
		return err
	}
	return printList(e, articles)
}
