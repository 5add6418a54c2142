package web

import (
	"context"
	"net"
	"net/netip"
	"net/url"
	"strings"
	"syscall"

	"golang.org/x/net/idna"
)

// A guard decides which IP addresses may be connected to. A page may redirect to a machine
// that only the reader can reach, on their own network or their own machine, and a host name
// may resolve to one. So the guard checks the IP address as it is connected to, not the name.
type guard struct {
	typed   *url.URL        // the URL that the reader gave; nil if they gave none
	proxies map[string]bool // by host and port
}

func newGuard(r Request) *guard {
	g := &guard{proxies: map[string]bool{}}
	if !r.Linked {
		g.typed = r.URL
	}
	return g
}

// A reach is the set of IP addresses that may be connected to.
type reach int

const (
	public   reach = iota // the internet
	private               // and private networks, such as a home's or a company's
	anywhere              // and this machine
)

// A refusedError is the error for a host that the guard does not connect to.
type refusedError struct{ host string }

func (e refusedError) Error() string {
	return "not fetched: " + e.host + " is on your own machine or network"
}

// dial connects to a host and port within its reach.
func (g *guard) dial(ctx context.Context, network, to string) (net.Conn, error) {
	near := g.reach(strings.ToLower(to))
	dialer := net.Dialer{Timeout: dialTime, ControlContext: func(_ context.Context, _, at string, _ syscall.RawConn) error {
		address, err := netip.ParseAddrPort(at)
		if err != nil || !within(address.Addr(), near) {
			return refusedError{to}
		}
		return nil
	}}
	return dialer.DialContext(ctx, network, to)
}

// reach returns where a host and port may lead. The URL that the reader typed may lead into
// their network, and to their own machine if its host says so.
func (g *guard) reach(to string) reach {
	switch {
	case g.proxies[to]:
		return anywhere
	case g.typed == nil, to != hostPort(g.typed) && to != hostPort(secured(g.typed)):
		return public
	case isOwn(g.typed.Hostname()):
		return anywhere
	}
	return private
}

// behind allows connections to a proxy, wherever that is, and checks the host of the URL that
// the proxy is going to connect to: there the guard sees no IP address. A URL that is fetched
// without a proxy may not lead to one.
func (g *guard) behind(proxy, to *url.URL) error {
	if proxy == nil {
		delete(g.proxies, hostPort(to))
		return nil
	}
	g.proxies[hostPort(proxy)] = true
	near := g.reach(hostPort(to))
	host := to.Hostname()
	if ip, err := netip.ParseAddr(host); err == nil && !within(ip, near) || isOwn(host) && err != nil && near != anywhere {
		return refusedError{to.Host}
	}
	return nil
}

// isOwn reports whether a host may openly be this machine: localhost, or an IP address.
func isOwn(host string) bool {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}

// hostPort returns the host and port of a URL in the form in which net/http dials them.
func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443", "socks5": "1080", "socks5h": "1080"}[u.Scheme]
	}
	host := u.Hostname()
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	return strings.ToLower(net.JoinHostPort(host, port))
}

// secured returns the https form of an http URL without a port, to which most hosts redirect.
func secured(u *url.URL) *url.URL {
	if u.Scheme != "http" || u.Port() != "" {
		return u
	}
	s := *u
	s.Scheme = "https"
	return &s
}

// special are the prefixes of IANA's special-purpose address registries that netip does not
// know: not reachable on the internet.
var special = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("fec0::/10"),
}

var (
	shared    = netip.MustParsePrefix("100.64.0.0/10") // carrier-grade NAT and overlay networks
	nat64     = netip.MustParsePrefix("64:ff9b::/96")
	sixToFour = netip.MustParsePrefix("2002::/16")
)

// within reports whether an IP address is within reach.
func within(ip netip.Addr, near reach) bool {
	if near == anywhere {
		return true
	}
	ip = ip.Unmap().WithZone("")
	b := ip.As16()
	switch {
	case nat64.Contains(ip): // which embeds an IPv4 address
		ip = netip.AddrFrom4([4]byte(b[12:]))
	case sixToFour.Contains(ip):
		ip = netip.AddrFrom4([4]byte(b[2:6]))
	}
	if ip.IsPrivate() || shared.Contains(ip) {
		return near == private
	}
	for _, p := range special {
		if p.Contains(ip) {
			return false
		}
	}
	return ip.IsGlobalUnicast()
}
