package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"etal/internal/article"
	"etal/internal/cli/network"
	"etal/internal/file"
	"etal/internal/lazyregexp"
	"etal/internal/read"
	"etal/internal/safe"
)

// readFlags are the flags of every command that reads articles.
type readFlags struct {
	bibliographies []string
	from           string // a format, empty to detect it
	encoding       string // empty to detect it
	network        network.Options
}

func (o *readFlags) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.from, "from", "", "read articles as `FORMAT`: "+alternatives(formats())+" (default detected)")
	complete(cmd, "from", formats()...)
	cmd.Flags().StringVar(&o.encoding, "encoding", "", "decode articles by the encoding with this `NAME`, such as windows-1251 (default detected)")
	complete(cmd, "encoding", read.Encodings()...)
	cmd.Flags().StringArrayVar(&o.bibliographies, "bibliography", nil, "look up citations such as [@key] in a `FILE` of BibTeX, RIS, CSL-JSON or others; repeatable")
	cmd.Flags().StringVar(&o.network.Email, "email", "", "ask Unpaywall for open copies of works, and tell it your `EMAIL` (default not asked)")
	complete(cmd, "email")
	cmd.Flags().BoolVar(&o.network.NoCache, "no-cache", false, "fetch works again, and keep none")
	completeFiles(cmd, "bibliography", "bib", "ris", "json", "nbib", "enw", "xml", "ciw", "cff")
}

// formats returns the values of --from.
func formats() []string {
	var names []string
	for _, f := range read.Formats() {
		names = append(names, string(f))
	}
	return names
}

// check returns a usage error for an unknown format or encoding, or an e-mail address that cannot be one.
func (o readFlags) check() error {
	if o.network.Email != "" && !email.MatchString(o.network.Email) {
		return usageError{fmt.Errorf("--email %q: must be name@host", o.network.Email)}
	}
	if o.encoding != "" && !read.IsEncoding(o.encoding) {
		return oneOf("--encoding", o.encoding, read.Encodings()...)
	}
	if o.from == "" {
		return nil
	}
	return oneOf("--from", o.from, formats()...)
}

// email matches what can be an e-mail address.
var email = lazyregexp.New(`^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$`)

// reader returns the reader that the flags describe.
func (o readFlags) reader(e env) (read.Reader, error) {
	r := read.Reader{Format: article.Format(o.from), Encoding: o.encoding, PDF: e.pdf}
	if e.passwords != nil {
		r.Password = e.passwords.Ask
	}
	for _, name := range o.bibliographies {
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
