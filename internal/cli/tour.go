package cli

import (
	"github.com/spf13/cobra"
)

// newTour returns the command tour, which opens the tour as the root command opens an article.
func newTour(e env) *cobra.Command {
	var o readerOptions
	cmd := &cobra.Command{
		Use:               "tour",
		Short:             "Learn the keys in two minutes",
		Long:              "Open the tour: an article that shows etal's keys by having you press them. Piped, it is printed.",
		Example:           "  etal tour\n  etal tour --plain",
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			return runRoot(e, o, []string{"tour"})
		},
	}
	o.addFlags(cmd)
	return cmd
}
