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
	Etal    string `json:"etal"` // what the file is: "places"
	Version int    `json:"version"`
	Size    int    `json:"size"` // of the file when it was written anew, in bytes, this line left out
}

const (
	kind    = "places"
	version = 1
	// maxHeader bounds the first line, in bytes.
	maxHeader = 128
	// maxRecord bounds a line that is put: two hundred letters and more, in bytes.
	maxRecord = 64 << 10
	// maxSize bounds a file, in bytes: 100,000 articles and more.
	maxSize = 64 << 20
)

// Why a file is not read, or not all of it.
var (
	errForeign  = errors.New("it is no file of etal's places")
	errTooLarge = errors.New("it is too large")
	errCut      = errors.New("its end is missing")
	errSpoilt   = errors.New("not all of it can be read")
)

// parseHeader returns the header of a file, given at least its first maxHeader bytes, and
// how long the header is with its line feed.
func parseHeader(text string) (h header, length int, err error) {
	line, _, ok := strings.Cut(text[:min(len(text), maxHeader)], "\n")
	switch {
	case !ok || json.Unmarshal([]byte(line), &h) != nil || h.Etal != kind || h.Size < 0:
		return header{}, 0, errForeign
	case h.Version != version:
		return header{}, 0, fmt.Errorf("it is of version %d, and this etal reads %d", h.Version, version)
	}
	return h, len(line) + 1, nil
}

// add adds the records of a file. The error says that not all of it can be read; what can
// be is added. A last line without its line feed is no error: whoever wrote it was ended
// before it was kept.
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

// text returns a file that holds the last marks and nothing older.
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

// prefix is what every record begins with, so that its article can be told without
// decoding it.
const prefix = `{"article":`

// articleOf returns the article of a record, if the line has the shape of one.
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

// encode returns a mark as a line with its line feed.
func encode(m Mark) (string, error) {
	m.Article = strings.ToValidUTF8(m.Article, "\uFFFD")
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

// share returns s within 0 to 1, to a hundredth of a percent.
func share(s float64) float64 {
	if math.IsNaN(s) {
		return 0
	}
	return math.Round(min(max(s, 0), 1)*1e4) / 1e4
}
