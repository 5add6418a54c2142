package pdfium

const (
	longestLabel = 12     // bytes
	maxLabels    = 10_000 // a file may claim to have any number of pages
)

// Labels returns what a document calls its pages, or the first of them unless limit is 0, such as iv or
// 217; empty where it does not say.
func (d *Document) Labels(limit int) []string {
	n := min(d.pages, maxLabels)
	if limit > 0 {
		n = min(n, limit)
	}
	var labels []string
	_, _ = d.in.within(openLimit, func() {
		for i := 0; i < n && d.in.err == nil; i++ {
			label := d.in.utf16("FPDF_GetPageLabel", d.handle, uint64(i))
			if len(label) > longestLabel {
				label = ""
			}
			labels = append(labels, label)
		}
	})
	return labels
}
