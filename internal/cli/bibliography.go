package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"etal/internal/file"
	"etal/internal/ingest"
	"etal/internal/safe"
)

// bibliographies are the files that were named to look keys up in.
type bibliographies struct{ files []string }

func (b *bibliographies) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&b.files, "bibliography", nil, "`FILE` of BibTeX, RIS or CSL-JSON that citations such as [@key] are looked up in; may be repeated")
	completeFiles(cmd, "bibliography", "bib", "ris", "json")
}

// reader returns the reader of articles that may cite from the files.
func (b bibliographies) reader(e env) (ingest.Reader, error) {
	var r ingest.Reader
	for _, name := range b.files {
		data, err := file.Read(name, ingest.MaxSource)
		if err != nil {
			return r, fmt.Errorf("bibliography %s: %w", name, err)
		}
		works, notices, err := ingest.ReadBibliography(name, data)
		if err != nil {
			return r, fmt.Errorf("bibliography %s: %w", name, err)
		}
		for _, n := range notices {
			notice(e, n.String())
		}
		r.Bibliography = append(r.Bibliography, works...)
	}
	return r, nil
}

// notice says on standard error what is wrong and yet stops nothing.
func notice(e env, what string) { fmt.Fprintln(e.stderr, "etal: "+safe.Line(what).String()) }
