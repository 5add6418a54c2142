package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"etal/internal/library"
	"etal/internal/web"
)

// shells are those that completions are written for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

// newCompletion returns the command that prints what makes a shell complete etal's
// commands, flags, and articles.
func newCompletion(e env) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the completions of a shell: bash, zsh, fish or powershell",
		Long: "Print what makes a shell complete commands, flags and their values, the names of articles, and files. " +
			"SHELL is bash, zsh, fish or powershell. The packages of etal bring it along; else have the shell read it as it starts.\n\n" +
			"In bash it needs the package bash-completion; in zsh, compinit before it.",
		Example: "  source <(etal completion bash)   in ~/.bashrc\n" +
			"  source <(etal completion zsh)    in ~/.zshrc\n" +
			"  etal completion fish >~/.config/fish/completions/etal.fish\n" +
			"  etal completion powershell | Out-String | Invoke-Expression   in $PROFILE",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("completion: of which shell? (%s)", strings.Join(shells, ", "))}
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

// completeNames lets a shell complete the names of articles, with their titles, and after
// them files. Where no name begins as what was typed does, files are left to the shell, which
// knows more of them: of home folders, variables and quotes.
func completeNames(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	l, err := library.New(web.Client{})
	if err != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	names := articleNames(l, typed)
	if len(names) == 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return append(names, filesBeginning(typed)...), cobra.ShellCompDirectiveKeepOrder
}

// articleNames returns the names that begin so, each with its title.
func articleNames(l *library.Library, beginning string) []string {
	var names []string
	for _, entry := range l.Entries() {
		name := entry.ID.String()
		if !strings.HasPrefix(name, beginning) {
			continue
		}
		if a, err := entry.Read(); err == nil {
			name = cobra.CompletionWithDesc(name, a.Title.String())
		}
		names = append(names, name)
	}
	return names
}

// filesBeginning returns the files and folders of the folder that etal runs in whose names
// begin so, but for those that are hidden.
func filesBeginning(beginning string) []string {
	entries, err := os.ReadDir(".")
	if err != nil {
		return nil
	}
	var names []string
	for _, f := range entries {
		name := f.Name()
		if strings.HasPrefix(name, ".") || !strings.HasPrefix(name, beginning) || strings.ContainsFunc(name, unicode.IsControl) {
			continue
		}
		if f.IsDir() {
			name += string(filepath.Separator)
		}
		names = append(names, name)
	}
	return names
}

// completeFiles lets a shell complete the value of a flag with files that end so.
func completeFiles(cmd *cobra.Command, flag string, extensions ...string) {
	// The flag was defined a line above, so this cannot fail.
	_ = cmd.MarkFlagFilename(flag, extensions...)
}
