package pdfium

import "context"

// ParseAhead is [parseAhead].
var ParseAhead = parseAhead

// ParseTooLate parses a page when the time for it is up, and returns the error; pages count from 0.
func (d *Document) ParseTooLate(number int) error {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d.in.ctx = ctx
	d.parse(number)
	return d.in.err
}

// IsOpenTwice reports whether a document is opened once more for its pages up to one.
func (d *Document) IsOpenTwice(last int) bool {
	other := d.another(last)
	if other != nil {
		other.Close()
	}
	return other != nil
}
