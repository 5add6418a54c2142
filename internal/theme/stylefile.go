package theme

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"github.com/charmbracelet/glamour/ansi"
	"github.com/muesli/termenv"

	"etal/internal/safe"
)

// MaxStyle is the size of the largest style file, in bytes. Glamour's own have 5,000.
const MaxStyle = 256 << 10

// errStyle says that a file is JSON, but no style.
var errStyle = errors.New("not a Glamour style: it sets nothing that Glamour knows")

// ReadStyle returns the theme that a Glamour style file describes. Of the file counts
// how text looks, and the signs before headings; where text stands, and what is written
// around it, is ours. The styles that Glamour does not know of, such as a citation's,
// are made from those that it does. The theme's name is that given. Glamour keeps the
// colours of code of the first file for as long as the program runs.
func ReadStyle(name string, data []byte, profile termenv.Profile) (Theme, error) {
	if len(data) > MaxStyle {
		return Theme{}, fmt.Errorf("larger than %d bytes", MaxStyle)
	}
	var c ansi.StyleConfig
	if err := json.Unmarshal(data, &c); err != nil {
		return Theme{}, atLine(data, err)
	}
	if reflect.ValueOf(c).IsZero() {
		return Theme{}, errStyle
	}
	s := styleReader{}
	s.read(reflect.ValueOf(&c).Elem(), "")
	if s.err != nil {
		return Theme{}, s.err
	}
	if profile == termenv.Ascii {
		return Colourless(), nil
	}
	return newTheme(name, paletteOf(c), c, profile), nil
}

// atLine says on which line a JSON text is wrong.
func atLine(data []byte, err error) error {
	var syntax *json.SyntaxError
	var mistyped *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("line %d: not JSON: %w", lineAt(data, syntax.Offset), err)
	case errors.As(err, &mistyped):
		return fmt.Errorf("line %d: %s is a %s", lineAt(data, mistyped.Offset), safe.Line(strings.ReplaceAll(mistyped.Field, "StylePrimitive.", "")), mistyped.Value)
	}
	return err
}

func lineAt(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n"))
}

// A styleReader checks the styles of a file and takes out what says more than how text
// looks.
type styleReader struct {
	code bool  // inside the styles of code
	err  error // the first mistake
}

var (
	primitive = reflect.TypeFor[ansi.StylePrimitive]()
	chroma    = reflect.TypeFor[ansi.Chroma]()
)

// read goes through v, a style or a struct of them, under its name in the file.
func (s *styleReader) read(v reflect.Value, name string) {
	switch {
	case v.Kind() == reflect.Pointer && !v.IsNil():
		s.read(v.Elem(), name)
	case v.Kind() != reflect.Struct:
	case v.Type() == primitive:
		s.primitive(v.Addr().Interface().(*ansi.StylePrimitive), name)
	default:
		s.code = v.Type() == chroma
		for i := range v.NumField() {
			field, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			s.read(v.Field(i), cmp.Or(field, name)) // what is embedded has its struct's name
		}
		s.code = false
	}
}

// Chroma, which colours code, takes hexadecimal colours only; it panics at others.
var (
	hexColour = regexp.MustCompile(`^#(?:[0-9a-fA-F]{3}){1,2}$`)
	number    = regexp.MustCompile(`^(?:[01]?\d?\d|2[0-4]\d|25[0-5])$`)
)

func (s *styleReader) primitive(p *ansi.StylePrimitive, name string) {
	for _, c := range []*string{p.Color, p.BackgroundColor} {
		switch {
		case c == nil || s.err != nil || hexColour.MatchString(*c):
		case s.code:
			s.err = fmt.Errorf("%s: %s is no colour for code: must be #rrggbb", name, safe.Line(*c))
		case !number.MatchString(*c):
			s.err = fmt.Errorf("%s: %s is no colour: must be 0 to 255 or #rrggbb", name, safe.Line(*c))
		}
	}
	prefix := ""
	if len(name) == 2 && name[0] == 'h' && name != "hr" {
		prefix = safe.Line(p.Prefix).String()
		if prefix != "" {
			prefix += " "
		}
	}
	*p = ansi.StylePrimitive{
		Prefix: prefix,
		Color:  p.Color, BackgroundColor: p.BackgroundColor,
		Bold: p.Bold, Faint: p.Faint, Italic: p.Italic, Underline: p.Underline,
		Overlined: p.Overlined, CrossedOut: p.CrossedOut, Inverse: p.Inverse,
	}
}

// paletteOf derives a palette from a style sheet. A colour that has a background of its
// own is not taken: it need not be read on the terminal's.
func paletteOf(c ansi.StyleConfig) Palette {
	code := ansi.Chroma{}
	if c.CodeBlock.Chroma != nil {
		code = *c.CodeBlock.Chroma
	}
	heading := ground(c.Heading.StylePrimitive)
	link := cmp.Or(ground(c.Link), ground(c.LinkText))
	strong := cmp.Or(ground(c.Strong), ground(c.Enumeration), heading)
	dim := cmp.Or(ground(code.Comment), ground(c.HorizontalRule))
	return Palette{
		Title:     cmp.Or(ground(c.H1.StylePrimitive), heading),
		Section:   cmp.Or(ground(c.H2.StylePrimitive), heading),
		Heading:   cmp.Or(ground(c.H3.StylePrimitive), heading),
		Code:      ground(c.Code.StylePrimitive),
		Link:      cmp.Or(ground(c.LinkText), link),
		Quote:     ground(c.BlockQuote.StylePrimitive),
		Mark:      link,
		Ambiguous: strong,
		Missing:   cmp.Or(ground(code.GenericDeleted), ground(code.NameException)),
		Visited:   cmp.Or(ground(c.ImageText), dim),
		Note:      strong,
		Dim:       dim,
		Rule:      cmp.Or(ground(c.HorizontalRule), dim),
	}
}

// ground returns the colour of a style that stands on the terminal's background.
func ground(p ansi.StylePrimitive) string {
	if p.Color == nil || p.BackgroundColor != nil {
		return ""
	}
	return *p.Color
}
