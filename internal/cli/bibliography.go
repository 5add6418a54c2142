package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"etal/internal/file"
	"etal/internal/read"
	"etal/internal/safe"
)

// bibliographies are the files of --bibliography.
type bibliographies struct{ files []string }

func (b *bibliographies) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&b.files, "bibliography", nil, "look up citations such as [@key] in a `FILE` of BibTeX, RIS or CSL-JSON; repeatable")
	completeFiles(cmd, "bibliography", "bib", "ris", "json")
}

// reader returns a reader that looks citation keys up in the files.
func (b bibliographies) reader(e env) (read.Reader, error) {
	var r read.Reader
	for _, name := range b.files {
		data, err := file.Read(name, read.MaxSource)
		if err != nil {
			return r, fmt.Errorf("bibliography %s: %w", name, err)
		}
		works, notices, err := read.ReadBibliography(name, data)
		if err != nil {
			return r, fmt.Errorf("bibliography %s: %w", name, err)
		}
		for _, n := range notices {
			warn(e, n.String())
		}
		r.Bibliography = append(r.Bibliography, works...)
	}
	return r, nil
}

// warn prints a problem that does not end the command.
func warn(e env, message string) { fmt.Fprintln(e.stderr, "etal: "+safe.Line(message).String()) }
