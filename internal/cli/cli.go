// Package cli is etal's command line: one file a command, and the only place that
// asks the environment, prints, and decides on the exit code.
//
// [Main] is the program. Below this package, colour, theme, width and streams are
// parameters. It must not know how an article is read or laid out.
package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"etal/internal/cli/console"
	"etal/internal/cli/folders"
	"etal/internal/read/pdf/pdfium"
	"etal/internal/safe"
	"etal/internal/terminal"
	_ "etal/internal/terminal/early" // before Bubble Tea asks the terminal
)

// An env is the process's environment: its streams, terminals, variables and configuration.
type env struct {
	stdin       *os.File
	input       io.Reader // what is left of stdin
	stdout      *bufio.Writer
	allowStyles func() // lets styles through to stdout
	stderr      io.Writer
	tty         *os.File // stdout if that is a terminal, else nil
	errTTY      *os.File // stderr if that is a terminal, else nil
	getenv      func(string) string
	config      *configuration       // read before a command runs
	pdf         *pdfium.Engine       // nil for one for each PDF
	preparation *console.Preparation // of pdf
	passwords   *console.Passwords   // nil to ask for none

	// unwatch stops ending the program on signals, for a command that handles them itself.
	unwatch func()
}

// Main runs the command that the command line names and returns the exit code. All output
// goes through a safe.Writer.
func Main() int {
	boundHeap()
	out := safe.NewWriter(os.Stdout)
	e := env{
		stdin: os.Stdin, input: os.Stdin, stdout: bufio.NewWriterSize(output{out}, 64<<10), allowStyles: func() { out.Styled = true }, stderr: safe.NewWriter(os.Stderr),
		tty: ifTerminal(os.Stdout), errTTY: ifTerminal(os.Stderr), getenv: os.Getenv, config: &configuration{},
	}
	e.preparation = &console.Preparation{Line: console.Line{TTY: e.errTTY}, Folder: folders.Cache(e.getenv), Warn: func(message string) { warn(e, message) }}
	e.pdf = pdfium.New(e.preparation.Folder, e.preparation.Begin)
	console.Warm(os.Args[1:], e.pdf.Warm)
	e.passwords = console.NewPasswords(e.stdin, e.tty, e.errTTY)
	// On SIGQUIT, too, the program just ends; Go would print every goroutine's stack.
	e.unwatch = terminal.Watch(terminal.Handlers{Leave: func(sig os.Signal) {
		e.passwords.Restore()
		os.Exit(terminal.ExitBy(sig))
	}}).Stop
	err := run(e, os.Args[1:])
	if flushed := errors.Join(e.stdout.Flush(), out.Close()); flushed != nil && (err == nil || errors.Is(err, errProblems)) {
		err = writeError{flushed}
	}
	return report(e.stderr, err)
}

// ifTerminal returns f if it is a terminal that obeys escape sequences, else nil.
func ifTerminal(f *os.File) *os.File {
	if terminal.IsScreen(f) {
		return f
	}
	return nil
}

func run(e env, args []string) error {
	root := newRoot(e)
	root.SetArgs(args)
	return root.Execute()
}

// newRoot returns the command line: etal itself and its commands.
func newRoot(e env) *cobra.Command {
	cobra.MousetrapHelpText = "" // lets a double click on Windows open the program
	root := newReader(e)
	addGroup(root, "Articles", newCat(e), newList(e), newTour(e))
	addGroup(root, "Citations", newRefs(e), newCheck(e))
	root.AddCommand(newConfig(e), newCompletion(e), newMan(e))
	root.SetOut(e.stdout)
	root.SetErr(e.stderr)
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return e.config.apply(e, cmd) }
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		message, _, _ := strings.Cut(err.Error(), ": strconv.")
		return usageError{errors.New(message)}
	})
	root.SetHelpCommand(newHelp(e))
	root.InitDefaultHelpCmd()
	root.SetHelpFunc(helpOf(e))
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.Flags().BoolP("help", "h", false, "show help; works with every command")
	for _, cmd := range root.Commands() {
		cmd.Flags().BoolP("help", "h", false, "")
		cmd.Flags().Lookup("help").Hidden = true // the root's help mentions it for all
	}
	root.Flags().BoolP("version", "v", false, "show version")
	return root
}

// addGroup adds commands that the help lists under one title.
func addGroup(root *cobra.Command, title string, commands ...*cobra.Command) {
	root.AddGroup(&cobra.Group{ID: title, Title: title})
	for _, cmd := range commands {
		cmd.GroupID = title
		root.AddCommand(cmd)
	}
}

// noArgs returns a usage error for any argument.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%s: takes no arguments", cmd.Name())}
	}
	return nil
}
