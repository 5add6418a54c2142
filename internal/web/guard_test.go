package web

import (
	"net/netip"
	"net/url"
	"testing"
)

func TestWithin(t *testing.T) {
	tests := []struct {
		address string
		near    reach // the least of those that allow it
	}{
		{"93.184.216.34", public},
		{"2606:2800:220:1::1", public},
		{"::ffff:93.184.216.34", public},
		{"64:ff9b::5db8:d822", public}, // 93.184.216.34 over NAT64
		{"10.1.2.3", private},
		{"172.16.0.1", private},
		{"192.168.1.1", private},
		{"100.100.1.1", private},
		{"fd00::1", private},
		{"::ffff:10.0.0.1", private},
		{"64:ff9b::a00:1", private}, // 10.0.0.1 over NAT64
		{"127.0.0.1", anywhere},
		{"127.9.9.9", anywhere},
		{"::1", anywhere},
		{"::", anywhere},
		{"::7f00:1", anywhere}, // 127.0.0.1 as IPv6 once had it
		{"0.0.0.0", anywhere},
		{"0.1.2.3", anywhere},
		{"169.254.169.254", anywhere},
		{"fe80::1%eth0", anywhere},
		{"::ffff:127.0.0.1", anywhere},
		{"64:ff9b::7f00:1", anywhere}, // 127.0.0.1 over NAT64
		{"2002:7f00:1::", anywhere},   // 127.0.0.1 over 6to4
		{"224.0.0.1", anywhere},
		{"ff02::1", anywhere},
		{"240.0.0.1", anywhere},
		{"255.255.255.255", anywhere},
		{"198.18.0.1", anywhere},
		{"2001:db8::1", anywhere},
	}
	for _, tt := range tests {
		for _, near := range []reach{public, private, anywhere} {
			if got, want := within(netip.MustParseAddr(tt.address), near), near >= tt.near; got != want {
				t.Errorf("%s within %d: got %v, want %v", tt.address, near, got, want)
			}
		}
	}
}

func TestReach(t *testing.T) {
	tests := []struct {
		typed, to string
		want      reach
	}{
		{"https://example.org/a", "example.org:443", private},
		{"http://example.org/a", "example.org:80", private},
		{"http://example.org/a", "example.org:443", private},
		{"http://EXAMPLE.org/a", "example.org:80", private},
		{"http://bücher.example/", "xn--bcher-kva.example:80", private},
		{"http://localhost:8000/", "localhost:8000", anywhere},
		{"http://a.localhost/", "a.localhost:80", anywhere},
		{"http://127.0.0.1:8000/", "127.0.0.1:8000", anywhere},
		{"http://[::1]/", "[::1]:80", anywhere},
		// redirects elsewhere
		{"http://example.org/", "example.org:22", public},
		{"https://example.org/", "example.org:80", public},
		{"http://example.org:8000/", "example.org:443", public},
		{"https://example.org/", "www.example.org:443", public},
		{"http://localhost:8000/", "localhost:22", public},
		{"http://127.0.0.1:8000/", "169.254.169.254:80", public},
	}
	for _, tt := range tests {
		typed, err := url.Parse(tt.typed)
		if err != nil {
			t.Fatal(err)
		}
		if got := newGuard(Request{URL: typed}).reach(tt.to); got != tt.want {
			t.Errorf("%s, then %s: got %d, want %d", tt.typed, tt.to, got, tt.want)
		}
	}
}
