package main

import (
	"os/exec"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
)

// The build uses versions without known faults: x/net's HTML parser takes quadratic time before
// 0.45.0 (CVE-2025-47911, CVE-2025-58190), and Glamour alone requires only an older one.
func TestReleases(t *testing.T) {
	least := map[string]string{"go": "1.26.0", "golang.org/x/net": "0.45.0"}
	got := map[string]string{}
	if info, ok := debug.ReadBuildInfo(); ok {
		got["go"] = info.GoVersion
		for _, d := range info.Deps {
			got[d.Path] = d.Version
		}
	}
	if got["golang.org/x/net"] == "" { // a test binary has no module information
		out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", "golang.org/x/net").Output()
		if err != nil {
			t.Fatal(err)
		}
		got["golang.org/x/net"] = strings.TrimSpace(string(out))
	}
	for name, want := range least {
		if older(got[name], want) {
			t.Errorf("%s is %q, want %s or later", name, got[name], want)
		}
	}
	for _, tt := range []struct {
		a, b  string
		older bool
	}{
		{"v0.38.0", "0.45.0", true}, {"v0.45.0", "0.45.0", false}, {"v0.62.0", "0.45.0", false}, {"v1.0.0", "0.45.0", false},
		{"go1.25.9", "1.26.0", true}, {"go1.26", "1.26.0", false}, {"go1.26.8 X:nocoverageredesign", "1.26.0", false}, {"", "0.45.0", true},
	} {
		if older(tt.a, tt.b) != tt.older {
			t.Errorf("older(%q, %q) is %v", tt.a, tt.b, !tt.older)
		}
	}
}

// older reports whether version a precedes b.
func older(a, b string) bool {
	a, _, _ = strings.Cut(strings.TrimPrefix(strings.TrimPrefix(a, "go"), "v"), " ")
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	for i, s := range bs {
		x := 0
		if i < len(as) {
			x, _ = strconv.Atoi(strings.TrimRight(as[i], "-abcdefghijklmnopqrstuvwxyz"))
		}
		if y, _ := strconv.Atoi(s); x != y {
			return x < y
		}
	}
	return false
}
