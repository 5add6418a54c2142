package terminal

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"unicode"

	"golang.org/x/net/idna"

	"etal/internal/safe"
)

// A Destination is a URL that is safe to open: http, https or mailto, and without a byte that
// a browser's command line could take for anything but a URL.
type Destination struct{ url string }

// NewDestination checks a URL. Its scheme must be http, https or mailto. A host name that is
// not ASCII becomes punycode, so that the host shown is the host opened.
func NewDestination(address string) (Destination, error) {
	refuse := func(why string) (Destination, error) {
		return Destination{}, fmt.Errorf("not opened: %s: %s", why, shorten(address))
	}
	if len(address) > safe.MaxURL {
		return refuse("URL too long")
	}
	if strings.ContainsFunc(address, isControl) {
		return refuse("URL with a control character")
	}
	u, err := url.Parse(address)
	if err != nil {
		return refuse("malformed URL")
	}
	switch u.Scheme {
	case "http", "https":
		host, err := idna.Lookup.ToASCII(u.Hostname())
		if strings.Contains(u.Hostname(), ":") { // IPv6
			host, err = "["+u.Hostname()+"]", nil
		}
		if err != nil || host == "" {
			return refuse("URL without a valid host")
		}
		if port := u.Port(); port != "" {
			host += ":" + port
		}
		u.Host = host
	case "mailto":
		if u.Opaque == "" {
			return refuse("URL without a mailbox")
		}
		kept := url.Values{} // an article must not set other fields, such as attach
		for key, values := range u.Query() {
			switch strings.ToLower(key) {
			case "subject", "body", "cc":
				kept[key] = values
			}
		}
		u.RawQuery = strings.ReplaceAll(kept.Encode(), "+", "%20")
	default:
		return refuse("neither a web nor a mail URL")
	}
	d := Destination{asciiOnly(u.String())}
	if len(d.url) > safe.MaxURL {
		return refuse("URL too long")
	}
	return d, nil
}

// isControl reports whether r is a control character or the stand-in of package safe for one.
func isControl(r rune) bool {
	return unicode.IsControl(r) || r == unicode.ReplacementChar || r >= 0x2400 && r <= 0x2426
}

// asciiOnly percent-encodes the bytes that a URL must not contain.
func asciiOnly(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"'<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// shownLength is the number of characters of a URL that messages show: enough to recognise it.
const shownLength = 200

func shorten(address string) safe.Text {
	letters := 0
	for i := range address {
		if letters++; letters > shownLength {
			return safe.Line(address[:i] + "…")
		}
	}
	return safe.Line(address)
}

// String returns the URL as it is passed to the browser.
func (d Destination) String() string { return d.url }

// Shown returns the URL as the reader should see it before it is opened: up to shownLength
// characters, after the host if a user name before an @ could be mistaken for it.
func (d Destination) Shown() safe.Text {
	if u, err := url.Parse(d.url); err == nil && u.User != nil {
		return safe.Line(u.Host + ": " + shorten(d.url).String())
	}
	return shorten(d.url)
}

// errNoBrowser is the error of a system without a program that opens URLs.
var errNoBrowser = errors.New("no browser found; set $BROWSER")

// Open starts the first browser of $BROWSER that exists, or the system's own, without waiting
// for it. The browser has no output and outlives the program.
func (d Destination) Open() error {
	if d.url == "" {
		return errors.New("no URL to open")
	}
	commands, err := browsers(os.Getenv("BROWSER"), d.url, runtime.GOOS)
	if err != nil {
		return fmt.Errorf("$BROWSER: %w; the URL is %s", err, d.url)
	}
	cause := errNoBrowser
	for _, words := range commands {
		path, err := exec.LookPath(words[0])
		if err != nil {
			continue
		}
		cmd := exec.Command(path, words[1:]...)
		detach(cmd)
		if err := cmd.Start(); err != nil {
			cause = err
			continue
		}
		Go(func() { _ = cmd.Wait() }, func(error) {}) // reaps the process
		return nil
	}
	return fmt.Errorf("%w; the URL is %s", cause, d.url)
}

// browsers returns the commands that open a URL, in order of preference. $BROWSER is a list
// like PATH; a %s in a command stands for the URL, which otherwise comes last.
func browsers(variable, address, system string) ([][]string, error) {
	var commands [][]string
	separator := ":"
	if system == "windows" {
		separator = ";"
	}
	for _, command := range strings.Split(variable, separator) {
		words, err := splitCommand(command, system == "windows")
		if err != nil {
			return nil, err
		}
		if len(words) == 0 {
			continue
		}
		placed := false
		for i, w := range words[1:] {
			if strings.Contains(w, "%s") {
				placed = true
			}
			words[i+1] = strings.NewReplacer("%s", address, "%%", "%").Replace(w)
		}
		if !placed {
			words = append(words, address)
		}
		commands = append(commands, words)
	}
	switch system {
	case "darwin":
		return append(commands, []string{"/usr/bin/open", address}), nil
	case "windows":
		rundll := filepath.Join(os.Getenv("SystemRoot"), "System32", "rundll32.exe")
		return append(commands, []string{rundll, "url.dll,FileProtocolHandler", address}), nil
	}
	return append(commands, []string{"xdg-open", address}, []string{"gio", "open", address}, []string{"wslview", address}), nil
}
