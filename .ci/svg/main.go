// Command svg draws screens of a terminal as one moving picture.
//
//	svg COLUMNS SCREEN:SECONDS... >picture.svg
//
// A SCREEN is a file of what tmux captured with capture-pane -e: text, with SGR.
package main

import (
	"fmt"
	"html"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Sizes of a cell and of the frame around the screen, in pixels.
const (
	cellWidth  = 8.4
	cellHeight = 18.0
	border     = 16.0
	bar        = 28.0
)

// The colours of a dark terminal: the defaults, and the first sixteen.
const (
	foreground = "#d4d4d4"
	background = "#1b1d23"
)

var sixteen = [16]string{
	"#1b1d23", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#abb2bf",
	"#5c6370", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#ffffff",
}

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "svg:", err)
		os.Exit(1)
	}
}

// A screen is a captured screen and how long it is shown.
type screen struct {
	lines   []string
	seconds float64
}

func run(args []string, w io.Writer) error {
	if len(args) < 2 {
		return fmt.Errorf("usage: svg COLUMNS SCREEN:SECONDS")
	}
	columns, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	var screens []screen
	total := 0.0
	for _, arg := range args[1:] {
		path, seconds, _ := strings.Cut(arg, ":")
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		s := screen{lines: strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")}
		if s.seconds, err = strconv.ParseFloat(seconds, 64); err != nil {
			return err
		}
		total += s.seconds
		screens = append(screens, s)
	}
	return draw(w, columns, screens, total)
}

func draw(w io.Writer, columns int, screens []screen, total float64) error {
	rows := len(screens[0].lines)
	width, height := float64(columns)*cellWidth+2*border, float64(rows)*cellHeight+bar+border
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f" width="%.0f" font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14">`+"\n", width, height, width)
	b.WriteString("<style>.s{visibility:hidden;animation-duration:" + fmt.Sprintf("%gs", total) + ";animation-iteration-count:infinite;animation-timing-function:step-end}\n")
	at := 0.0
	for i, s := range screens {
		from, to := 100*at/total, 100*(at+s.seconds)/total
		fmt.Fprintf(&b, "@keyframes k%d{0%%{visibility:hidden}%.3f%%{visibility:visible}%.3f%%{visibility:hidden}100%%{visibility:hidden}}#s%d{animation-name:k%d}\n", i, from, to, i, i)
		at += s.seconds
	}
	// Viewers without animation, or asked for none, show the second screen.
	fmt.Fprintf(&b, "@media (prefers-reduced-motion:reduce){.s{animation:none}}#s%d{visibility:visible}</style>\n", min(1, len(screens)-1))
	fmt.Fprintf(&b, `<rect width="%.1f" height="%.1f" rx="10" fill="%s"/>`+"\n", width, height, background)
	for i, colour := range []string{"#ff5f57", "#febc2e", "#28c840"} {
		fmt.Fprintf(&b, `<circle cx="%.0f" cy="15" r="5" fill="%s"/>`, border+float64(i)*18, colour)
	}
	b.WriteByte('\n')
	for i, s := range screens {
		fmt.Fprintf(&b, `<g class="s" id="s%d">`+"\n", i)
		style := look{}
		for row, line := range s.lines {
			style = drawLine(&b, line, bar+float64(row)*cellHeight, style)
		}
		b.WriteString("</g>\n")
	}
	b.WriteString("</svg>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// A look is the state of SGR.
type look struct {
	fg, bg                            string
	bold, dim, italic, under, reverse bool
}

// drawLine draws a line of text and SGR, and returns the look in which it ends.
func drawLine(b *strings.Builder, line string, y float64, l look) look {
	column := 0
	for line != "" {
		if rest, found := strings.CutPrefix(line, "\x1b["); found {
			codes, after, _ := strings.Cut(rest, "m")
			l, line = l.set(strings.Split(codes, ";")), after
			continue
		}
		end := strings.Index(line, "\x1b[")
		if end < 0 {
			end = len(line)
		}
		drawText(b, line[:end], float64(column)*cellWidth+border, y, l)
		column += utf8.RuneCountInString(line[:end])
		line = line[end:]
	}
	return l
}

func drawText(b *strings.Builder, text string, x, y float64, l look) {
	fg, bg := l.fg, l.bg
	if fg == "" {
		fg = foreground
	}
	if l.reverse {
		fg, bg = bg, fg
		if fg == "" {
			fg = background
		}
	}
	width := float64(utf8.RuneCountInString(text)) * cellWidth
	if bg != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`, x, y, width, cellHeight, bg)
	}
	bare := strings.TrimLeft(text, " ")
	x += float64(len(text)-len(bare)) * cellWidth
	bare = strings.TrimRight(bare, " ")
	if bare == "" {
		return
	}
	width = float64(utf8.RuneCountInString(bare)) * cellWidth
	bare = strings.ReplaceAll(bare, " ", "\u00a0") // consecutive blanks would collapse
	style := ""
	if l.bold {
		style += ` font-weight="bold"`
	}
	if l.italic {
		style += ` font-style="italic"`
	}
	if l.under {
		style += ` text-decoration="underline"`
	}
	if l.dim {
		style += ` opacity="0.6"`
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" textLength="%.1f" fill="%s"%s>%s</text>`+"\n", x, y+13.5, width, fg, style, html.EscapeString(bare))
}

// set returns the look after SGR codes.
func (l look) set(codes []string) look {
	for len(codes) > 0 {
		n, _ := strconv.Atoi(codes[0]) // empty is 0
		codes = codes[1:]
		switch {
		case n == 0:
			l = look{}
		case n == 1:
			l.bold = true
		case n == 2:
			l.dim = true
		case n == 3:
			l.italic = true
		case n == 4:
			l.under = true
		case n == 7:
			l.reverse = true
		case n == 22:
			l.bold, l.dim = false, false
		case n == 23:
			l.italic = false
		case n == 24:
			l.under = false
		case n == 27:
			l.reverse = false
		case n >= 30 && n <= 37:
			l.fg = sixteen[n-30]
		case n >= 90 && n <= 97:
			l.fg = sixteen[n-90+8]
		case n >= 40 && n <= 47:
			l.bg = sixteen[n-40]
		case n == 39:
			l.fg = ""
		case n == 49:
			l.bg = ""
		case n == 38 || n == 48:
			var colour string
			if colour, codes = extended(codes); n == 38 {
				l.fg = colour
			} else {
				l.bg = colour
			}
		}
	}
	return l
}

// extended parses a colour of the palette of 256, or red, green and blue.
func extended(codes []string) (colour string, rest []string) {
	number := func(i int) int { n, _ := strconv.Atoi(codes[i]); return n }
	switch {
	case len(codes) >= 2 && codes[0] == "5":
		n := number(1)
		switch {
		case n < 16:
			colour = sixteen[max(n, 0)]
		case n < 232:
			level := func(i int) int { return []int{0, 95, 135, 175, 215, 255}[i%6] }
			colour = fmt.Sprintf("#%02x%02x%02x", level((n-16)/36), level((n-16)/6), level(n-16))
		default:
			grey := 8 + 10*(n-232)
			colour = fmt.Sprintf("#%02x%02x%02x", grey, grey, grey)
		}
		return colour, codes[2:]
	case len(codes) >= 4 && codes[0] == "2":
		return fmt.Sprintf("#%02x%02x%02x", number(1), number(2), number(3)), codes[4:]
	}
	return "", nil
}
