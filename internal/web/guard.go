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

// A guard decides which addresses are connected to. A page may redirect to what only the
// reader can reach, a machine of their own network or their own machine; and a name may lead
// there too. So the address is looked at when it is connected to, not the name.
type guard struct {
	typed   *url.URL // what the reader gave
	proxies map[string]bool
}

func newGuard(typed *url.URL) *guard { return &guard{typed: typed, proxies: map[string]bool{}} }

// A reach is how near an address may be.
type reach int

const (
	public   reach = iota // of the whole internet
	private               // also of a network such as that of a house or a company
	anywhere              // also of this machine
)

// A refusedError says that an address is not one to connect to.
type refusedError struct{ host string }

func (e refusedError) Error() string {
	return "not fetched from " + e.host + ", an address of your own machine or network"
}

// dial connects to a host and port.
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

// reach returns how near the address of a host and port may be. What the reader typed leads
// where they said; a name that they typed does not lead to their own machine unless it says
// so.
func (g *guard) reach(to string) reach {
	switch {
	case g.proxies[to]:
		return anywhere
	case to != hostPort(g.typed) && to != hostPort(secured(g.typed)):
		return public
	case isOwn(g.typed.Hostname()):
		return anywhere
	}
	return private
}

// behind notes a proxy, which is connected to wherever it is, for an address that it will
// connect to in our place, out of our sight. Where there is no proxy for an address, that may
// not lead to one either.
func (g *guard) behind(proxy, address *url.URL) error {
	if proxy == nil {
		delete(g.proxies, hostPort(address))
		return nil
	}
	g.proxies[hostPort(proxy)] = true
	near := g.reach(hostPort(address))
	host := address.Hostname()
	if ip, err := netip.ParseAddr(host); err == nil && !within(ip, near) || isOwn(host) && err != nil && near != anywhere {
		return refusedError{address.Host}
	}
	return nil
}

// isOwn reports whether a host says itself that it may be this machine: localhost, or an
// address instead of a name.
func isOwn(host string) bool {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}

// hostPort returns the host and port that an address is connected to by, as net/http has
// them.
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

// secured returns the address by https where it is by http and no port was named: where most
// hosts redirect to.
func secured(u *url.URL) *url.URL {
	if u.Scheme != "http" || u.Port() != "" {
		return u
	}
	s := *u
	s.Scheme = "https"
	return &s
}

// special are the addresses that are nobody's on the internet, beside those that netip knows
// (IANA's registries of special-purpose addresses).
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
	shared    = netip.MustParsePrefix("100.64.0.0/10") // of a provider's network, or a private one over others
	nat64     = netip.MustParsePrefix("64:ff9b::/96")
	sixToFour = netip.MustParsePrefix("2002::/16")
)

// within reports whether an address is no nearer than allowed.
func within(ip netip.Addr, near reach) bool {
	if near == anywhere {
		return true
	}
	ip = ip.Unmap().WithZone("")
	b := ip.As16()
	switch {
	case nat64.Contains(ip): // which holds an address of IPv4
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
