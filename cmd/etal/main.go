// Command etal is a reader for articles in a terminal, in which citations work. It must not
// know more than that package cli is the program.
package main

import (
	"os"

	"etal/internal/cli"
)

func main() { os.Exit(cli.Main()) }
