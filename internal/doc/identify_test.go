package doc

import (
	"fmt"
	"testing"

	"etal/internal/identify"
)

func TestIdentify(t *testing.T) {
	for _, tt := range []struct {
		kind   identify.Kind
		values []string
		want   string
	}{
		{"doi", []string{"10.5555/a"}, "[doi:10.5555/a]"},
		{"doi", []string{"https://doi.org/10.5555/A", "doi:10.5555/a", "10.5555/a."}, "[doi:10.5555/A]"},
		{"doi", []string{"10.48550/arXiv.1706.03762"}, "[arxiv:1706.03762]"},
		{"doi", []string{"ISSN 1234-5678", " ", "10.5555/a"}, "[doi:10.5555/a]"},
		{"doi", []string{"10.5555/a", "10.5555/b"}, "[]"},
		{"doi", []string{"tides"}, "[]"},
		{"doi", nil, "[]"},
		{"arxiv", []string{"1706.03762v5", "https://arxiv.org/abs/1706.03762"}, "[arxiv:1706.03762v5]"},
		{"pmcid", []string{"123"}, "[PMC123]"},
		{"pmid", []string{"123"}, "[pmid:123]"},
		{"pmid", []string{"PMC123"}, "[]"},
	} {
		var m Meta
		m.Identify(tt.kind, tt.values...)
		if got := fmt.Sprint(m.IDs); got != tt.want {
			t.Errorf("%s %q: %s, want %s", tt.kind, tt.values, got, tt.want)
		}
	}
	var m Meta
	m.Identify("doi", "10.5555/a")
	m.Identify("doi", "10.5555/b")
	m.IdentifyByURL("https://doi.org/10.5555/c")
	m.IdentifyByURL("https://a.example/10.5555/c")
	m.IdentifyByURL("https://arxiv.org/abs/1706.03762v2")
	if got := fmt.Sprint(m.IDs); got != "[doi:10.5555/a arxiv:1706.03762v2]" {
		t.Errorf("one after the other: %s", got)
	}
}
