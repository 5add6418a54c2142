package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/util"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// An Address is a URL or an email address in text that becomes a link without any markup.
type Address struct {
	article.Span
	URL      string // with its scheme
	Followed bool   // by signs of the sentence that Markdown takes along, unless there is a backslash before them
}

var (
	// These are goldmark's, which follow https://github.github.com/gfm/#autolinks-extension-.
	webAddress = lazyregexp.New(`^(?:http|https|ftp)://[-a-zA-Z0-9@:%._\+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=\(\);,'">\^{}\[\]` + "`" + `]*)?`)
	wwwAddress = lazyregexp.New(`^www\.[-a-zA-Z0-9@:%._\+~#=]{1,256}\.[a-z]+(?:[/#?][-a-zA-Z0-9@:%_\+.~#!?&/=\(\);,'">\^{}\[\]` + "`" + `]*)?`)
)

// Addresses returns the addresses in text that is to be written as Markdown. Before is the byte
// before it, 0 at the start of a line; open is the number of open brackets, in which there are no
// such links, and is updated.
func Addresses(text string, before byte, open *int) []Address {
	if !strings.ContainsAny(text, "[]") && !strings.Contains(text, "://") && !strings.Contains(text, "www.") && !strings.Contains(text, "@") {
		return nil
	}
	var found []Address
	for i := 0; i < len(text); i++ {
		if i > 0 {
			before = text[i-1]
		}
		switch c := text[i]; {
		case c == '[' && before != '!' && !strings.HasPrefix(text[i:], "[^"):
			*open++
		case c == ']':
			*open = max(*open-1, 0)
		case *open == 0 && (before == 0 || strings.IndexByte(" \t\n*_~(", before) >= 0):
			if n, url := addressAt(text[i:]); url != "" {
				bare := trimAddress(text[i:i+n], true)
				found = append(found, Address{article.Span{Start: i, End: i + bare}, url[:len(url)-n+bare], bare < n})
				i += bare - 1
			}
		}
	}
	return found
}

// addressAt returns the length of the address that text begins with, and its URL, or "" if there
// is none.
func addressAt(text string) (n int, url string) {
	scheme := ""
	switch {
	case strings.HasPrefix(text, "http:"), strings.HasPrefix(text, "https:"), strings.HasPrefix(text, "ftp:"):
		n = len(webAddress.FindString(text))
	case strings.HasPrefix(text, "www."):
		scheme = "http://"
		n = len(wwwAddress.FindString(text))
	default:
		if at := strings.IndexByte(text[:min(len(text), maxLocalPart+1)], '@'); at <= 0 {
			return 0, ""
		}
	}
	if n == 0 {
		n, scheme = mailboxAt(text), "mailto:"
	}
	if n <= 0 {
		return 0, ""
	}
	n = trimAddress(text[:n], false)
	return n, scheme + text[:n]
}

// maxLocalPart is the limit in bytes of the part of an email address before the @: RFC 5321, 4.5.3.1.
const maxLocalPart = 64

// mailboxAt returns the length of the email address that text begins with, or 0.
func mailboxAt(text string) int {
	line := []byte(text[:min(len(text), maxLocalPart+1+256)])
	if len(line) == 0 || util.IsPunct(line[0]) {
		return 0
	}
	mailbox := bytes.TrimSuffix(line[:max(util.FindEmailIndex(line), 0)], []byte("."))
	if _, host, _ := bytes.Cut(mailbox, []byte("@")); !bytes.ContainsRune(host, '.') {
		return 0
	}
	n := len(mailbox)
	if n < len(text) && (text[n] == '-' || text[n] == '_') {
		return 0
	}
	return n
}

// trimAddress returns the length of an address without the punctuation of the sentence around it, of which Markdown
// does not know the semicolons.
func trimAddress(s string, semicolons bool) int {
	unopened := strings.Count(s, ")") - strings.Count(s, "(")
	for n := len(s); n > 1; n-- {
		switch c := s[n-1]; {
		case strings.IndexByte("?!.,:*_~", c) >= 0:
		case c == ')' && unopened > 0:
			unopened--
		case c == ';' && entityBefore(s[:n-1]) > 0:
			n -= entityBefore(s[:n-1])
		case c == ';' && semicolons:
		default:
			return n
		}
	}
	return 1
}

// entityBefore returns the length of the character reference, but for its semicolon, at the end of s, or 0.
func entityBefore(s string) int {
	name := len(s)
	for name > 0 && util.IsAlphaNumeric(s[name-1]) {
		name--
	}
	if name == len(s) || name == 0 || s[name-1] != '&' {
		return 0
	}
	return len(s) - name + 1
}
