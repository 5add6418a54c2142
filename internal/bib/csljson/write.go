package csljson

import (
	"bytes"
	"encoding/json"
	"io"

	"etal/internal/bib"
)

// Write writes the items as an array in CSL-JSON, each with the key of [bib.Keys] as its id.
func Write(w io.Writer, items []bib.Item) error {
	out := make([]any, len(items))
	for i, key := range bib.Keys(items) {
		item := items[i]
		item.ID = key
		out[i] = item
		if own := item.OwnOf(format); own != nil {
			out[i] = withOwn{item, own}
		}
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

// withOwn is an item with the fields that it was read with.
type withOwn struct {
	item bib.Item
	own  *bib.Own
}

// MarshalJSON returns the item in CSL-JSON, its own fields in place of what was made of them.
func (w withOwn) MarshalJSON() ([]byte, error) {
	made, err := w.item.MarshalJSON()
	if err != nil {
		return nil, err
	}
	fields, err := fieldsOf(made)
	if err != nil {
		return nil, err
	}
	out := []byte{'{'}
	add := func(name, value string) {
		if len(out) > 1 {
			out = append(out, ',')
		}
		quoted, _ := json.Marshal(name) // a string always can be
		out = append(append(append(out, quoted...), ':'), value...)
	}
	for _, f := range fields {
		if w.own.Fields.Has(f.Name) {
			f.Value = w.own.Fields.Get(f.Name)
		}
		add(f.Name, f.Value)
	}
	for _, f := range w.own.Fields {
		if !fields.Has(f.Name) {
			add(f.Name, f.Value)
		}
	}
	return append(out, '}'), nil
}

// fieldsOf returns the fields of an object in their order.
func fieldsOf(object []byte) (fields bib.Variables[string], err error) {
	d := json.NewDecoder(bytes.NewReader(object))
	if _, err := d.Token(); err != nil { // the brace
		return nil, err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, err
		}
		fields.Add(name.(string), string(value))
	}
	return fields, nil
}
