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

// MaxStyle is the size limit of a style file, in bytes. Glamour's own have 5,000.
const MaxStyle = 256 << 10

// maxMargin is the largest margin or indentation that a style file may have, in columns. None is
// used.
const maxMargin = 1000

// errNoStyle means that a file is JSON, but not a style.
var errNoStyle = errors.New("not a Glamour style: it sets nothing that Glamour knows")

// ReadStyle returns the theme of a Glamour style file, under the name given. It takes colours,
// attributes and the prefixes of headings; margins and all other text are ignored. Styles that
// Glamour lacks, such as a citation's, are derived from those it has. Glamour keeps the code
// colours of the first file until the program ends.
func ReadStyle(name string, data []byte, profile termenv.Profile) (Theme, error) {
	if len(data) > MaxStyle {
		return Theme{}, fmt.Errorf("larger than %d bytes", MaxStyle)
	}
	var c ansi.StyleConfig
	if err := json.Unmarshal(data, &c); err != nil {
		return Theme{}, withLine(data, err)
	}
	if reflect.ValueOf(c).IsZero() {
		return Theme{}, errNoStyle
	}
	s := styleChecker{}
	s.check(reflect.ValueOf(&c).Elem(), "")
	if s.err != nil {
		return Theme{}, s.err
	}
	if profile == termenv.Ascii {
		return Colourless(), nil
	}
	return newTheme(name, paletteOf(c), c, profile), nil
}

// withLine returns an error of a JSON text with its line.
func withLine(data []byte, err error) error {
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

// A styleChecker checks the styles of a file and removes all but colours, attributes and the
// prefixes of headings.
type styleChecker struct {
	code bool  // whether the style is one of code
	err  error // the first one
}

var (
	primitive = reflect.TypeFor[ansi.StylePrimitive]()
	chroma    = reflect.TypeFor[ansi.Chroma]()
)

// check checks v, a style or a struct of styles, which has the name in the file.
func (s *styleChecker) check(v reflect.Value, name string) {
	switch {
	case v.Kind() == reflect.Pointer && !v.IsNil():
		s.check(v.Elem(), name)
	case v.Kind() == reflect.Uint:
		if v.Uint() > maxMargin && s.err == nil {
			s.err = fmt.Errorf("%s: %d is too large: must be 0 to %d", name, v.Uint(), maxMargin)
		}
		v.SetUint(0)
	case v.Kind() != reflect.Struct:
	case v.Type() == primitive:
		s.primitive(v.Addr().Interface().(*ansi.StylePrimitive), name)
	default:
		s.code = v.Type() == chroma
		for i := range v.NumField() {
			field, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			s.check(v.Field(i), cmp.Or(field, name)) // an embedded field has the name of its struct
		}
		s.code = false
	}
}

// Chroma, which colours code, panics at colours that are not hexadecimal.
var (
	hexColour = regexp.MustCompile(`^#(?:[0-9a-fA-F]{3}){1,2}$`)
	number    = regexp.MustCompile(`^(?:[01]?\d?\d|2[0-4]\d|25[0-5])$`)
)

func (s *styleChecker) primitive(p *ansi.StylePrimitive, name string) {
	for _, c := range []*string{p.Color, p.BackgroundColor} {
		switch {
		case c == nil || s.err != nil || hexColour.MatchString(*c):
		case s.code:
			s.err = fmt.Errorf("%s: %s is not a colour for code: must be #rrggbb", name, safe.Line(*c))
		case !number.MatchString(*c):
			s.err = fmt.Errorf("%s: %s is not a colour: must be 0 to 255 or #rrggbb", name, safe.Line(*c))
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

// paletteOf derives a palette from a style sheet, without the colours that have a background of
// their own, which may be illegible on the terminal's.
func paletteOf(c ansi.StyleConfig) Palette {
	code := ansi.Chroma{}
	if c.CodeBlock.Chroma != nil {
		code = *c.CodeBlock.Chroma
	}
	heading := onBackground(c.Heading.StylePrimitive)
	link := cmp.Or(onBackground(c.Link), onBackground(c.LinkText))
	strong := cmp.Or(onBackground(c.Strong), onBackground(c.Enumeration), heading)
	dim := cmp.Or(onBackground(code.Comment), onBackground(c.HorizontalRule))
	return Palette{
		Title:     cmp.Or(onBackground(c.H1.StylePrimitive), heading),
		Section:   cmp.Or(onBackground(c.H2.StylePrimitive), heading),
		Heading:   cmp.Or(onBackground(c.H3.StylePrimitive), heading),
		Code:      onBackground(c.Code.StylePrimitive),
		Link:      cmp.Or(onBackground(c.LinkText), link),
		Quote:     onBackground(c.BlockQuote.StylePrimitive),
		Mark:      link,
		Ambiguous: strong,
		Missing:   cmp.Or(onBackground(code.GenericDeleted), onBackground(code.NameException)),
		Visited:   cmp.Or(onBackground(c.ImageText), dim),
		Note:      strong,
		Dim:       dim,
		Rule:      cmp.Or(onBackground(c.HorizontalRule), dim),
	}
}

// onBackground returns the text colour of a style without a background of its own, or "".
func onBackground(p ansi.StylePrimitive) string {
	if p.Color == nil || p.BackgroundColor != nil {
		return ""
	}
	return *p.Color
}
