package read

import (
	"fmt"

	"etal/internal/bib"
	"etal/internal/bib/formats"
	"etal/internal/safe"
)

// ReadBibliography reads a bibliography in BibTeX, RIS or CSL-JSON. Name decides the format where
// the bytes leave a doubt. The notices are about parts that could not be read, a line each.
func ReadBibliography(name string, data []byte) (works []bib.Item, notices []safe.Text, err error) {
	name, data, err = decompress(name, data)
	if err != nil {
		return nil, nil, err
	}
	from, err := decode(data, "", "")
	if err != nil {
		return nil, nil, err
	}
	works, problems, err := formats.Read(name, safe.New(from.text).String())
	if from.notice != "" {
		problems = append(problems, from.notice)
	}
	return works, bibliographyNotices(name, problems), err
}

// maxNoticed is how many problems of a bibliography are reported one by one.
const maxNoticed = 10

// bibliographyNotices returns the notices of problems in a bibliography.
func bibliographyNotices(name string, problems []string) []safe.Text {
	var notices []safe.Text
	for i, p := range problems {
		if i == maxNoticed {
			return append(notices, safe.Line(fmt.Sprintf("bibliography %s: and %d more", name, len(problems)-i)))
		}
		notices = append(notices, safe.Line(fmt.Sprintf("bibliography %s: %s", name, p)))
	}
	return notices
}

// bibliography returns a function that reads a bibliography beside the article, or nil if the
// article has no folder.
func (r Reader) bibliography() func(name string) ([]bib.Item, []safe.Text, error) {
	if r.Open == nil {
		return nil
	}
	return func(name string) ([]bib.Item, []safe.Text, error) {
		data, err := r.Open(name)
		if err != nil {
			return nil, nil, err
		}
		return ReadBibliography(name, data)
	}
}
