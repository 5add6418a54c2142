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

// A Destination is an address that may be opened: of the web or of a mailbox, and without
// a byte that a program could take for anything but the address.
type Destination struct{ url string }

// NewDestination checks an address. Only http, https and mailto lead anywhere; a host in
// other letters than ASCII is turned into punycode, so that it is the same that is shown
// and opened.
func NewDestination(address string) (Destination, error) {
	refuse := func(why string) (Destination, error) {
		return Destination{}, fmt.Errorf("%s, not opened: %s", why, shorten(address))
	}
	if len(address) > safe.MaxURL {
		return refuse("address too long")
	}
	if strings.ContainsFunc(address, isControl) {
		return refuse("address with a control character")
	}
	u, err := url.Parse(address)
	if err != nil {
		return refuse("no address")
	}
	switch u.Scheme {
	case "http", "https":
		host, err := idna.Lookup.ToASCII(u.Hostname())
		if strings.Contains(u.Hostname(), ":") { // IPv6
			host, err = "["+u.Hostname()+"]", nil
		}
		if err != nil || host == "" {
			return refuse("no name of a host")
		}
		if port := u.Port(); port != "" {
			host += ":" + port
		}
		u.Host = host
	case "mailto":
		if u.Opaque == "" {
			return refuse("no mailbox")
		}
		kept := url.Values{} // what else a mailer may obey, as attach, is not the article's to say
		for key, values := range u.Query() {
			switch strings.ToLower(key) {
			case "subject", "body", "cc":
				kept[key] = values
			}
		}
		u.RawQuery = strings.ReplaceAll(kept.Encode(), "+", "%20")
	default:
		return refuse("neither a web nor a mail address")
	}
	d := Destination{asciiOnly(u.String())}
	if len(d.url) > safe.MaxURL {
		return refuse("address too long")
	}
	return d, nil
}

// isControl reports whether r is a control character or what package safe shows for one.
func isControl(r rune) bool {
	return unicode.IsControl(r) || r == unicode.ReplacementChar || r >= 0x2400 && r <= 0x2426
}

// asciiOnly percent-encodes what an address may not hold as it is.
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

// shownAddress is how many letters of an address are shown where it only has to be told
// from others.
const shownAddress = 200

func shorten(address string) safe.Text {
	letters := 0
	for i := range address {
		if letters++; letters > shownAddress {
			return safe.Line(address[:i] + "…")
		}
	}
	return safe.Line(address)
}

// String returns the address as it is handed to the browser.
func (d Destination) String() string { return d.url }

// Shown returns what the reader is shown before the address is opened: all of it up to
// 200 letters, and the host first where a name before an @ could be taken for it.
func (d Destination) Shown() safe.Text {
	if u, err := url.Parse(d.url); err == nil && u.User != nil {
		return safe.Line(u.Host + ": " + shorten(d.url).String())
	}
	return shorten(d.url)
}

// errNoBrowser says that there is no program to open an address with.
var errNoBrowser = errors.New("no browser found; set $BROWSER")

// Open starts the reader's browser, the first of $BROWSER that can be started or else the
// system's own, and does not wait for it. What the browser prints is not seen, and it
// outlives the program.
func (d Destination) Open() error {
	if d.url == "" {
		return errors.New("no address to open")
	}
	commands, err := browsers(os.Getenv("BROWSER"), d.url, runtime.GOOS)
	if err != nil {
		return fmt.Errorf("$BROWSER: %w; the address is %s", err, d.url)
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
		Go(func() { _ = cmd.Wait() }, func(error) {}) // so that no zombie stays
		return nil
	}
	return fmt.Errorf("%w; the address is %s", cause, d.url)
}

// browsers returns the commands that open an address, the first choice first. $BROWSER is
// a list as of paths; a %s in a command stands for the address, which else comes last.
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
