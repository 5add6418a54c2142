package pdfium

import (
	"strings"
	"sync"

	"etal/internal/read/pdf/page"
)

// The flags of a font (ISO 32000-1, table 123).
const (
	fontFixed  = 1 << 0
	fontItalic = 1 << 6
	fontForced = 1 << 18 // bold
)

// boldest is the weight from which on a font is bold.
const boldest = 600

// fonts are those of a file that have names. They are known by the same pointers to all instances that parse the file; one
// without a name only to the instance that has its handle.
type fonts struct {
	mutex sync.Mutex
	named map[page.Font]*page.Font
}

// same returns the pointer to a font.
func (s *fonts) same(f page.Font) *page.Font {
	if f.Name == "" {
		return &f
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.named[f] == nil {
		if s.named == nil {
			s.named = map[page.Font]*page.Font{}
		}
		s.named[f] = &f
	}
	return s.named[f]
}

// font returns the font that PDFium knows by a handle.
func (p *parser) font(handle uint64) *page.Font {
	if f, ok := p.handles[handle]; ok {
		return f
	}
	in, f := p.in, page.Font{}
	if handle != 0 {
		f.Name = in.utf8("FPDFFont_GetBaseFontName", handle)
		if tag, name, ok := strings.Cut(f.Name, "+"); ok && len(tag) == 6 {
			f.Name = name
		}
		flags := max(0, int32(in.call("FPDFFont_GetFlags", handle)))
		weight := int32(in.call("FPDFFont_GetWeight", handle))
		f.Bold = isBold(f.Name) || !namesStyle(f.Name) && (flags&fontForced != 0 || weight >= boldest)
		f.Italic = flags&fontItalic != 0 || isItalic(f.Name)
		f.Fixed = flags&fontFixed != 0 || isFixed(f.Name)
	}
	p.handles[handle] = p.fonts.same(f)
	return p.handles[handle]
}
