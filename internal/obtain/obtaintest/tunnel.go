package obtaintest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"sync"
	"time"
)

// An authority vouches for every host.
type authority struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

func newAuthority() (*authority, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "tests"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	certificate, err := x509.ParseCertificate(der)
	return &authority{certificate, key}, err
}

// vouch returns a certificate of a host.
func (a *authority) vouch(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	template := &x509.Certificate{
		SerialNumber: big.NewInt(2), DNSNames: []string{hello.ServerName}, NotBefore: a.certificate.NotBefore, NotAfter: a.certificate.NotAfter,
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, a.certificate, &a.key.PublicKey, a.key)
	return &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: a.key}, err
}

// Encrypt lets encrypted connections lead to the world, too. It returns the certificate, in PEM, by which a program is
// to believe them, and the URL of the proxy.
func (w *World) Encrypt() (roots []byte, proxy string, err error) {
	if w.ca, err = newAuthority(); err != nil {
		return nil, "", err
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: w.ca.certificate.Raw}), w.server.URL, nil
}

// tunnel serves an encrypted connection to any host.
func (w *World) tunnel(out http.ResponseWriter) {
	if w.ca == nil {
		http.Error(out, "no encryption", http.StatusBadGateway)
		return
	}
	connection, _, err := out.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer connection.Close()
	if _, err := connection.Write([]byte("HTTP/1.1 200 OK\r\n\r\n")); err != nil {
		return
	}
	l := &single{connection: tls.Server(connection, &tls.Config{GetCertificate: w.ca.vouch}), done: make(chan struct{})}
	s := &http.Server{Handler: http.HandlerFunc(w.serve), ReadHeaderTimeout: time.Minute, ConnState: func(_ net.Conn, state http.ConnState) {
		if state == http.StateClosed || state == http.StateHijacked {
			l.Close()
		}
	}}
	_ = s.Serve(l) // it ends with the connection
}

// A single is a listener that has one connection.
type single struct {
	connection net.Conn
	once       sync.Once
	done       chan struct{}
	taken      bool
}

func (l *single) Accept() (net.Conn, error) {
	if !l.taken {
		l.taken = true
		return l.connection, nil
	}
	<-l.done
	return nil, net.ErrClosed
}

func (l *single) Close() error {
	l.once.Do(func() { close(l.done) })
	return nil
}

func (l *single) Addr() net.Addr { return l.connection.LocalAddr() }
