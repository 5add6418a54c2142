package pdfium

import "context"

// ParseTooLate parses a page when the time for it is up, and returns the error; pages count from 0.
func (d *Document) ParseTooLate(number int) error {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d.in.ctx = ctx
	d.parse(number)
	return d.in.err
}
