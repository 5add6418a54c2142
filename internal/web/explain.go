package web

import (
	"errors"
	"io"
	"net"
	"net/url"
	"strings"
)

// explain returns why a fetch failed, in a few words and without quoting the server, as Go's
// own errors about malformed responses do.
func explain(err error) error {
	var request *url.Error
	if errors.As(err, &request) {
		err = request.Err
	}
	var operation *net.OpError
	if errors.As(err, &operation) && operation.Op == "proxyconnect" {
		return proxyError{explain(operation.Err)}
	}
	var refused refusedError
	var proxy proxyError
	var pause PauseError
	var host *net.DNSError
	var timeout net.Error
	text := err.Error()
	switch {
	case errors.As(err, &refused):
		return refused
	case errors.As(err, &proxy):
		return proxy
	case errors.As(err, &pause):
		return pause
	case errors.As(err, &host) && host.IsNotFound:
		return errors.New("no such host")
	case errors.As(err, &host):
		return errors.New("host name lookup failed")
	case errors.Is(err, errRefused):
		return errors.New("connection refused")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, errReset):
		return errors.New("connection closed before the end of the article")
	case errors.As(err, &timeout) && timeout.Timeout():
		return errors.New("no response within " + responseTime.String())
	case strings.Contains(text, "headers exceeded"):
		return errors.New("response headers too long")
	case strings.Contains(text, "Location header"):
		return errors.New("redirected to an unsupported URL")
	case strings.Contains(text, "malformed"), strings.Contains(text, "transport connection broken"):
		return errors.New("malformed response")
	}
	if operation != nil && operation.Err != nil {
		return operation.Err
	}
	return err
}

// A proxyError is a failure of the proxy, not of the site.
type proxyError struct{ error }

func (e proxyError) Error() string { return "proxy: " + e.error.Error() }
