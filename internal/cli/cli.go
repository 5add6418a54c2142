// Package cli is etal's command line: one file a command, and the only place that
// asks the environment, prints, and decides on the exit code.
//
// [Main] is the program. Below this package, colour, theme, width and streams are
// parameters. It must not know how an article is read or laid out.
package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"etal/internal/safe"
	"etal/internal/terminal"
	_ "etal/internal/terminal/early" // before Bubble Tea asks the terminal
)

// An env is what the program is given by whoever started it.
type env struct {
	stdin  *os.File
	stdout *bufio.Writer
	styles func() // has styles pass to stdout
	stderr io.Writer
	tty    *os.File // the terminal that stdout is, nil where it is none
	errTTY *os.File // the terminal that stderr is, nil where it is none
	getenv func(string) string
	config *configuration // in force once a command runs

	// unwatch leaves the signals that end a program to somebody else.
	unwatch func()
}

// Main runs etal as the command line says and returns its exit code. Whatever it prints goes
// through a safe.Writer.
func Main() int {
	out := safe.NewWriter(os.Stdout)
	e := env{
		stdin: os.Stdin, stdout: bufio.NewWriterSize(output{out}, 64<<10), styles: func() { out.Styled = true }, stderr: safe.NewWriter(os.Stderr),
		tty: ifTerminal(os.Stdout), errTTY: ifTerminal(os.Stderr), getenv: os.Getenv, config: &configuration{},
	}
	// Of QUIT, too, a reader wants no more than the end; Go would print what it was doing.
	watched, unwatch := context.WithCancel(context.Background())
	terminal.Watch(watched, terminal.Handlers{Leave: func(sig os.Signal) { os.Exit(terminal.ExitBy(sig)) }})
	e.unwatch = unwatch
	err := run(e, os.Args[1:])
	if flushed := errors.Join(e.stdout.Flush(), out.Close()); err == nil && flushed != nil {
		err = writeError{flushed}
	}
	return report(e.stderr, err)
}

// ifTerminal returns a file if it is a terminal that can be drawn on, and else nil.
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
	cobra.MousetrapHelpText = "" // on Windows the program may be opened by a double click
	root := newRead(e)
	addGroup(root, "Articles", newCat(e), newList(e))
	addGroup(root, "Citations", newRefs(e), newCheck(e))
	root.AddCommand(newConfig(e), newCompletion(e), newMan(e))
	root.SetOut(e.stdout)
	root.SetErr(e.stderr)
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return e.config.apply(e, cmd) }
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		what, _, _ := strings.Cut(err.Error(), ": strconv.")
		return usageError{errors.New(what)}
	})
	root.SetHelpCommand(newHelp(e))
	root.InitDefaultHelpCmd()
	root.SetHelpFunc(helpOf(e))
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.Flags().BoolP("help", "h", false, "say what it does; each command has it")
	for _, cmd := range root.Commands() {
		cmd.Flags().BoolP("help", "h", false, "")
		cmd.Flags().Lookup("help").Hidden = true // it does not say more of any
	}
	root.Flags().BoolP("version", "v", false, "say which version it is")
	return root
}

// addGroup adds commands that help lists together.
func addGroup(root *cobra.Command, title string, commands ...*cobra.Command) {
	root.AddGroup(&cobra.Group{ID: title, Title: title})
	for _, cmd := range commands {
		cmd.GroupID = title
		root.AddCommand(cmd)
	}
}

// noArgs refuses arguments of a command that takes none.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%s: takes no arguments", cmd.Name())}
	}
	return nil
}
