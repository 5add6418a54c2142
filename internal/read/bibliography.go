package read

import (
	"fmt"

	"etal/internal/bib"
	"etal/internal/bib/formats"
	"etal/internal/safe"
)

// ReadBibliography reads a bibliography. Name decides the format if the bytes leave a doubt. The
// notices are about parts that could not be read and keys that several entries have, a line each.
func ReadBibliography(name string, data []byte) (works []bib.Item, notices []safe.Text, err error) {
	name, data, err = decompress(name, data)
	if err != nil {
		return nil, nil, err
	}
	from, err := decode(data, "", "")
	if err != nil {
		return nil, nil, err
	}
	works, problems, err := formats.Read("", name, safe.New(from.text).String())
	for _, d := range bib.Duplicates(works) {
		problems = append(problems, duplicate(works[d.First], works[d.Again]))
	}
	if from.notice != "" {
		problems = append(problems, from.notice)
	}
	return works, bibliographyNotices(name, problems), err
}

// duplicate reports a key that two works have.
func duplicate(first, again bib.Item) string {
	if first.Own == nil || again.Own == nil || first.Own.Line == 0 {
		return fmt.Sprintf("key %s: two entries have it", again.ID)
	}
	return fmt.Sprintf("line %d: key %s: also that of the entry in line %d", again.Own.Line, again.ID, first.Own.Line)
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
