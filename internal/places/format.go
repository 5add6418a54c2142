package places

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
)

// A header is the first line of the file.
type header struct {
	Etal    string `json:"etal"` // the kind of file: "places"
	Version int    `json:"version"`
	Size    int    `json:"size"` // in bytes, of the records when the file was last rewritten
}

const (
	kind    = "places"
	version = 1
	// maxHeader is the length of the longest header line, in bytes.
	maxHeader = 128
	// maxRecord is the length of the longest record, in bytes: more than two hundred letters.
	maxRecord = 64 << 10
	// maxTitle is how much is kept of a title, in bytes.
	maxTitle = 400
	// maxSize is the size of the largest file, in bytes: more than 100,000 articles.
	maxSize = 64 << 20
)

// Reasons for not reading a file, or not all of it.
var (
	errForeign  = errors.New("not written by etal")
	errTooLarge = errors.New("too large")
	errCut      = errors.New("truncated")
	errSpoilt   = errors.New("partly unreadable")
)

// parseHeader returns the header of a file and its length in bytes, line feed included. Text
// must hold at least the file's first maxHeader bytes.
func parseHeader(text string) (h header, length int, err error) {
	line, _, ok := strings.Cut(text[:min(len(text), maxHeader)], "\n")
	switch {
	case !ok || json.Unmarshal([]byte(line), &h) != nil || h.Etal != kind || h.Size < 0:
		return header{}, 0, errForeign
	case h.Version != version:
		return header{}, 0, fmt.Errorf("version %d, but this etal reads version %d", h.Version, version)
	}
	return h, len(line) + 1, nil
}

// add adds the records of a file. With an error it adds those that can be read. A last line
// without a line feed is not an error: it was being written when the program was killed.
func (h *history) add(text string) error {
	head, length, err := parseHeader(text)
	if err != nil {
		return err
	}
	if len(text) < length+head.Size {
		err = errCut
	}
	text = text[length:]
	for {
		line, rest, ended := strings.Cut(text, "\n")
		if !ended {
			return err
		}
		if article, ok := articleOf(line); ok {
			h.put(article, line)
		} else {
			err = errSpoilt
		}
		text = rest
	}
}

// whole reports whether every record can be decoded.
func (h history) whole() bool {
	for _, record := range h.records {
		if _, err := decode(record.line); err != nil {
			return false
		}
	}
	return true
}

// text returns the text of a file that holds only the last marks.
func (h history) text() (string, error) {
	var lines strings.Builder
	for mark := range h.all() {
		line, err := encode(mark)
		if err != nil {
			return "", err
		}
		lines.WriteString(line)
	}
	if lines.Len() > maxSize-maxHeader {
		return "", errTooLarge
	}
	first, err := json.Marshal(header{kind, version, lines.Len()})
	return string(first) + "\n" + lines.String(), err
}

// prefix is the beginning of every record, so that its article is known without decoding it.
const prefix = `{"article":`

// articleOf returns the article of a record, and reports whether the line looks like a record.
func articleOf(line string) (article string, ok bool) {
	rest, ok := strings.CutPrefix(line, prefix+`"`)
	if !ok || !strings.HasSuffix(line, "}") {
		return "", false
	}
	end := strings.IndexAny(rest, `"\`)
	if end >= 0 && rest[end] == '"' {
		return strings.ToValidUTF8(rest[:end], "\uFFFD"), end > 0
	}
	d := json.NewDecoder(strings.NewReader(line[len(prefix):]))
	return article, d.Decode(&article) == nil && article != ""
}

// encode returns a mark as a record with its line feed.
func encode(m Mark) (string, error) {
	m.Article = strings.ToValidUTF8(m.Article, "\uFFFD")
	m.Title = strings.ToValidUTF8(m.Title[:min(len(m.Title), maxTitle)], "")
	m.Share = share(m.Share)
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false) // would escape the & of a path
	err := e.Encode(m)
	return line.String(), err
}

func decode(line string) (Mark, error) {
	var m Mark
	err := json.Unmarshal([]byte(line), &m)
	m.Share = share(m.Share)
	return m, err
}

// share clamps s to [0, 1] and rounds it to a hundredth of a percent.
func share(s float64) float64 {
	if math.IsNaN(s) {
		return 0
	}
	return math.Round(min(max(s, 0), 1)*1e4) / 1e4
}
