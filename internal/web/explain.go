package web

import (
	"errors"
	"io"
	"net"
	"net/url"
	"strings"
	"syscall"
)

// explain returns why nothing came, in a few words and in none of the server's: what Go says
// of a broken answer quotes it.
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
	var host *net.DNSError
	var timeout net.Error
	text := err.Error()
	switch {
	case errors.As(err, &refused):
		return refused
	case errors.As(err, &proxy):
		return proxy
	case errors.As(err, &host) && host.IsNotFound:
		return errors.New("no such host")
	case errors.As(err, &host):
		return errors.New("the host's name could not be looked up")
	case errors.Is(err, syscall.ECONNREFUSED):
		return errors.New("connection refused")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return errors.New("the connection ended before the article did")
	case errors.As(err, &timeout) && timeout.Timeout():
		return errors.New("no answer in " + answerTime.String())
	case strings.Contains(text, "headers exceeded"):
		return errors.New("the answer's headers are too long")
	case strings.Contains(text, "Location header"):
		return errors.New("redirected to what is no address of the web")
	case strings.Contains(text, "malformed"), strings.Contains(text, "transport connection broken"):
		return errors.New("no answer that a web server gives")
	}
	if operation != nil && operation.Err != nil {
		return operation.Err
	}
	return err
}

// A proxyError says why the proxy was of no help.
type proxyError struct{ error }

func (e proxyError) Error() string { return "no way through the proxy: " + e.error.Error() }
