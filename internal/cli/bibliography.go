package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"etal/internal/ingest"
	"etal/internal/safe"
)

// bibliographies are the files that were named to look keys up in.
type bibliographies struct{ files []string }

func (b *bibliographies) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&b.files, "bibliography", nil, "`FILE` of BibTeX, RIS or CSL-JSON that citations such as [@key] are looked up in; may be repeated")
}

// reader returns the reader of articles that may cite from the files.
func (b bibliographies) reader(e env) (ingest.Reader, error) {
	var r ingest.Reader
	for _, name := range b.files {
		data, err := readFile(os.Open, name)
		if err != nil {
			return r, fmt.Errorf("bibliography %s: %w", name, cause(err))
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

// beside returns how an article opens the files that lie in its folder. A root keeps
// symbolic links, too, from leading out of it.
func beside(path string) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		root, err := os.OpenRoot(filepath.Dir(path))
		if err != nil {
			return nil, cause(err)
		}
		defer root.Close()
		info, err := root.Stat(name)
		if err == nil && !info.Mode().IsRegular() {
			return nil, errNoFile
		}
		data, err := readFile(root.Open, name)
		if err != nil {
			return nil, cause(err)
		}
		return data, nil
	}
}

var errNoFile = errors.New("not a file")

// readFile reads a file to its end or, where it is larger than any article, far enough to
// tell.
func readFile(open func(name string) (*os.File, error), name string) ([]byte, error) {
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, ingest.MaxSource+1))
}
