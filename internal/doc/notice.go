package doc

import (
	"fmt"
	"slices"

	"etal/internal/safe"
)

// Notices that a limit has changed how an article looks. Each is given once, however often the
// limit was met.
var (
	// NoticeFlat is given where a block is shown as it stands.
	NoticeFlat = "blocks too deep or too long to parse are shown as plain text"
	// NoticeNested is given where quotes and lists are nested deeper than is shown.
	NoticeNested = fmt.Sprintf("quotes and lists that are nested deeper than %d levels are shown at that depth", maxNested)
	// NoticeCitations is given where citations are left out, or were not compared with every work.
	NoticeCitations = "citations that name very many references, or authors of very many works, were not followed to all of them"
	// NoticeTable is given where a part of a table is left out.
	NoticeTable = fmt.Sprintf("tables are cut after %d columns or %d cells", MaxColumns, MaxCells)
	// NoticeLaidOut is given where a table is shown as lines.
	NoticeLaidOut = fmt.Sprintf("tables with more than %d cells are shown as lines", maxLaidOut)
)

// Notify adds a notice that is not there yet.
func (m *Meta) Notify(notice string) {
	if text := safe.Line(notice); !slices.Contains(m.Notices, text) {
		m.Notices = append(m.Notices, text)
	}
}
