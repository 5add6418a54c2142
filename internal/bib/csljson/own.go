package csljson

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"etal/internal/bib"
	"etal/internal/names"
	"etal/internal/safe"
)

// format is the name of the format in [bib.Own].
const format = "csl-json"

// own returns those fields that the item does not have as they stand: custom ones, texts with
// markup, dates of a season. It is nil if there are none.
func (f cslFields) own(item *bib.Item) *bib.Own {
	var differing []string
	for name, raw := range f {
		if name != "id" && name != "type" && differs(item, name, raw) {
			differing = append(differing, name)
		}
	}
	if len(differing) == 0 {
		return nil
	}
	slices.Sort(differing)
	own := &bib.Own{Format: format, Kind: item.Type}
	for _, name := range differing {
		if value, ok := clean(f[name]); ok {
			own.Fields.Add(safe.Line(name).String(), value)
		}
	}
	return own
}

// texts are the texts of an item that are fields of it.
var texts = map[string]func(*bib.Item) string{
	"year-suffix": func(i *bib.Item) string { return i.YearSuffix }, "title": func(i *bib.Item) string { return i.Title },
	"container-title": func(i *bib.Item) string { return i.ContainerTitle }, "volume": func(i *bib.Item) string { return i.Volume },
	"issue": func(i *bib.Item) string { return i.Issue }, "page": func(i *bib.Item) string { return i.Page }, "number": func(i *bib.Item) string { return i.Number },
	"number-of-pages": func(i *bib.Item) string { return i.NumberOfPages }, "edition": func(i *bib.Item) string { return i.Edition },
	"publisher": func(i *bib.Item) string { return i.Publisher }, "publisher-place": func(i *bib.Item) string { return i.PublisherPlace },
	"collection-title": func(i *bib.Item) string { return i.Collection }, "genre": func(i *bib.Item) string { return i.Genre }, "ISBN": func(i *bib.Item) string { return i.ISBN },
	"PMID": func(i *bib.Item) string { return i.PMID }, "PMCID": func(i *bib.Item) string { return i.PMCID }, "DOI": func(i *bib.Item) string { return i.DOI },
	"URL": func(i *bib.Item) string { return i.URL },
}

// differs reports whether a field is written otherwise than it stands.
func differs(item *bib.Item, name string, raw json.RawMessage) bool {
	var value any
	text, isText := texts[name]
	switch {
	case isText:
		return !saysText(raw, text(item))
	case item.Texts.Has(name):
		return !saysText(raw, item.Texts.Get(name))
	case item.Persons.Has(name):
		value = item.Persons.Get(name)
	case item.Dates.Has(name):
		value = item.Dates.Get(name)
	case name == "author":
		value = item.Author
	case name == "editor":
		value = item.Editor
	case name == "translator":
		value = item.Translator
	case name == "issued":
		value = item.Issued
	default:
		return true
	}
	written, err := marshal(value)
	var compact bytes.Buffer
	return err != nil || json.Compact(&compact, raw) != nil || !saysSame(compact.Bytes(), written)
}

// saysText reports whether a value in JSON is a text.
func saysText(raw json.RawMessage, text string) bool {
	if len(raw) == len(text)+2 && raw[0] == '"' && string(raw[1:len(raw)-1]) == text && !strings.Contains(text, `\`) {
		return true
	}
	var s string
	return json.Unmarshal(raw, &s) == nil && s == text
}

// saysSame reports whether two values in JSON are the same, in whatever order their fields are.
func saysSame(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	var x, y any
	return json.Unmarshal(a, &x) == nil && json.Unmarshal(b, &y) == nil && reflect.DeepEqual(x, y)
}

// marshal writes a value as JSON, with < and & as they are.
func marshal(value any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(value)
	return bytes.TrimSpace(b.Bytes()), err
}

// clean returns a value in JSON with its texts printable, for JSON may have any character as an
// escape.
func clean(raw json.RawMessage) (string, bool) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var value any
	if d.Decode(&value) != nil {
		return "", false
	}
	out, err := marshal(printable(value))
	return string(out), err == nil
}

// printable returns a value of JSON with its texts made printable, and nobody named "et al.".
func printable(value any) any {
	switch v := value.(type) {
	case string:
		return safe.New(v).String()
	case []any:
		for i := range v {
			v[i] = printable(v[i])
		}
	case map[string]any:
		clean := make(map[string]any, len(v))
		for name, inner := range v {
			clean[safe.Line(name).String()] = printable(inner)
		}
		if literal, _ := clean["literal"].(string); names.IsEtAl(literal) {
			clean["literal"] = bib.AndOthers
		}
		return clean
	}
	return value
}
