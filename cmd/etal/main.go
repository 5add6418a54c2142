// Command etal is a reader for articles in a terminal, in which citations work.
package main

import (
	"os"

	"etal/internal/cli"
)

func main() { os.Exit(cli.Main()) }
