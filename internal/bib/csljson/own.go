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
func (f cslFields) own(item bib.Item) *bib.Own {
	var differing []string
	known := f.known(item)
	for name, raw := range f {
		if name != "id" && name != "type" && !saysThe(raw, known[name]) {
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
			own.Fields.Add(safe.Line(name).String(), strings.TrimSpace(value))
		}
	}
	return own
}

// known returns the fields of the item as they are written.
func (f cslFields) known(item bib.Item) map[string]json.RawMessage {
	item.Own = nil
	written := map[string]json.RawMessage{}
	if out, err := item.MarshalJSON(); err == nil {
		_ = json.Unmarshal(out, &written) // it was written so
	}
	return written
}

// saysThe reports whether two values in JSON are the same, in whatever order their fields are.
func saysThe(raw, same json.RawMessage) bool {
	if bytes.Equal(raw, same) {
		return true
	}
	if len(same) == 0 || raw[0] != same[0] {
		return false
	}
	var a, b any
	return json.Unmarshal(raw, &a) == nil && json.Unmarshal(same, &b) == nil && reflect.DeepEqual(a, b)
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
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(printable(value)) != nil {
		return "", false
	}
	return b.String(), true
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
