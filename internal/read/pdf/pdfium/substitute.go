package pdfium

import (
	"embed"

	"github.com/tetratelabs/wazero"
)

// PDFium gives no letter of a text that has no width: where a font of Chinese, Japanese or Korean is not in the file,
// and none on the machine, every letter that the file places alone is lost, as all are on many scans. So PDFium finds
// one font, which shows each letter as a box; what the letter is, the file's encoding tells. See TestSubstitute, which
// makes it.
//
//go:embed fonts/substitute.ttf
var substitute embed.FS

// files returns what PDFium finds in the only folder that it can read: where Linux keeps its fonts.
func files() wazero.FSConfig {
	return wazero.NewFSConfig().WithFSMount(substitute, "/usr/share")
}
