package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"etal/internal/library"
	"etal/internal/obtain"
)

// shells are the shells with completions.
var shells = []string{"bash", "zsh", "fish", "powershell"}

// newCompletion returns the command completion, which prints a shell's completion script.
func newCompletion(e env) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print a completion script for bash, zsh, fish or powershell",
		Long: "Print a completion script for commands, flags and their values, article names, and files. " +
			"SHELL is bash, zsh, fish or powershell. The packages install it; otherwise have your shell load it at start-up.\n\n" +
			"In bash it requires the package bash-completion; in zsh, compinit before it.",
		Example: "  source <(etal completion bash)   in ~/.bashrc\n" +
			"  source <(etal completion zsh)    in ~/.zshrc\n" +
			"  etal completion fish >~/.config/fish/completions/etal.fish\n" +
			"  etal completion powershell | Out-String | Invoke-Expression   in $PROFILE",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("completion: no shell named (%s)", strings.Join(shells, ", "))}
			}
			return oneOf("completion:", args[0], shells...)
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return shells, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			switch args[0] {
			case "bash":
				return cmd.Root().GenBashCompletionV2(e.stdout, true)
			case "zsh":
				return cmd.Root().GenZshCompletion(e.stdout)
			case "fish":
				return cmd.Root().GenFishCompletion(e.stdout, true)
			}
			return cmd.Root().GenPowerShellCompletionWithDesc(e.stdout)
		},
	}
}

// completeNames completes article names, with their titles, followed by files. If no article
// name has the prefix typed, it leaves files to the shell, which knows home folders, variables
// and quotes.
func completeNames(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	l, err := library.New(obtain.Client{})
	if err != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	names := slices.DeleteFunc(articleNames(l, typed), func(name string) bool {
		name, _, _ = strings.Cut(name, "\t")
		return slices.ContainsFunc(cmd.Commands(), func(c *cobra.Command) bool { return c.Name() == name }) // cobra completes it
	})
	if len(names) == 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return append(names, filesWithPrefix(typed)...), cobra.ShellCompDirectiveKeepOrder
}

// articleNames returns the article names with a prefix, each with its title.
func articleNames(l *library.Library, prefix string) []string {
	var names []string
	for _, entry := range l.Entries() {
		name := entry.ID.String()
		if !strings.HasPrefix(name, prefix) {
			continue
		}
		if a, err := entry.Read(); err == nil {
			name = cobra.CompletionWithDesc(name, a.Title.String())
		}
		names = append(names, name)
	}
	return names
}

// filesWithPrefix returns the names in the working directory with a prefix, but not hidden ones.
func filesWithPrefix(prefix string) []string {
	entries, err := os.ReadDir(".")
	if err != nil {
		return nil
	}
	var names []string
	for _, f := range entries {
		name := f.Name()
		if strings.HasPrefix(name, ".") || !strings.HasPrefix(name, prefix) || strings.ContainsFunc(name, unicode.IsControl) {
			continue
		}
		if f.IsDir() {
			name += string(filepath.Separator)
		}
		names = append(names, name)
	}
	return names
}

// completeFiles registers the extensions of the files that shells complete a flag with.
func completeFiles(cmd *cobra.Command, flag string, extensions ...string) {
	// The flag was defined a line above, so this cannot fail.
	_ = cmd.MarkFlagFilename(flag, extensions...)
}
