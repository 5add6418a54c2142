package network

import (
	"fmt"
	"net/url"
	"testing"

	"golang.org/x/net/http/httpproxy"
)

func TestProxyFunc(t *testing.T) {
	const proxy = "http://proxy.example:3128"
	tests := []struct {
		set     httpproxy.Config
		address string
		want    string
	}{
		{httpproxy.Config{}, "http://a.example/", "<nil> <nil>"},
		{httpproxy.Config{HTTPProxy: proxy}, "http://a.example/", proxy + " <nil>"},
		{httpproxy.Config{HTTPProxy: "proxy.example:3128"}, "http://a.example/", proxy + " <nil>"},
		{httpproxy.Config{HTTPProxy: proxy}, "https://a.example/", "<nil> <nil>"},
		{httpproxy.Config{HTTPProxy: proxy}, "http://localhost/", "<nil> <nil>"},
		{httpproxy.Config{HTTPProxy: proxy, NoProxy: ".example"}, "http://a.example/", "<nil> <nil>"},
		{httpproxy.Config{HTTPProxy: "::::"}, "http://a.example/", "<nil> $http_proxy is not a valid proxy URL"},
		{httpproxy.Config{HTTPProxy: "::::"}, "https://a.example/", "<nil> <nil>"},
		{httpproxy.Config{HTTPSProxy: proxy + "\r"}, "https://a.example/", "<nil> $https_proxy is not a valid proxy URL"},
	}
	for _, tt := range tests {
		address, err := url.Parse(tt.address)
		if err != nil {
			t.Fatal(err)
		}
		found, err := proxyFunc(tt.set)(address)
		if got := fmt.Sprint(found, " ", err); got != tt.want {
			t.Errorf("%+v, %s: got %s, want %s", tt.set, tt.address, got, tt.want)
		}
	}
}
