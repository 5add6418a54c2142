package library

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"etal/internal/obtain"
	"etal/internal/read"
)

func newLibrary(t *testing.T) *Library {
	t.Helper()
	l, err := New(obtain.Client{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// An argument names an article of the library, a file, a folder or a URL.
func TestOpen(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"tides.md": "# Tides", "ketamine": "# A file", "reading.md": "# Another", "papers/a.txt": "A", "papers/b.html": "<p>B", "papers/c.png": "C", "none/d.png": "D"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct{ arg, want string }{
		{"ketamine", "ketamine"},
		{"ketamine.md", "ketamine"}, // there is no such file
		{"reading.md", "reading at reading.md"},
		{"reading", "reading"},
		{"." + string(filepath.Separator) + "ketamine", "ketamine at .SEPketamine"},
		{"tides.md", "tides at tides.md"},
		{"papers", "a at papersSEPa.txt, b at papersSEPb.html"},
		{"https://a.example/papers/tides.html?x=1#y", "tides at https://a.example/papers/tides.html?x=1 on a.example"},
		{"HTTP://A.example", "A.example at http://A.example on A.example"},
		{"http://127.0.0.1:8000/", "127.0.0.1 at http://127.0.0.1:8000/ on 127.0.0.1:8000"},
		{"ketamin", `open ketamin: no such article or file; did you mean "ketamine"?`},
		{"nothing-like-it.md", "open nothing-like-it.md: no such file or directory"},
		{"papers/none.md", "open papers/none.md: no such file or directory"},
		{"none", "open none: no articles in this folder"},
		{"https://", "open https://: URL without a host"},
	}
	for _, tt := range tests {
		t.Run(tt.arg, func(t *testing.T) {
			entries, err := newLibrary(t).Open(tt.arg, read.Reader{})
			var got []string
			for _, e := range entries {
				line := e.ID.String()
				if name := e.Name().String(); !strings.HasPrefix(e.Key, "etal:") {
					line += " at " + name
				}
				if host := e.Host().String(); host != "" {
					line += " on " + host
				}
				got = append(got, line)
			}
			if err != nil {
				got = []string{err.Error()}
			}
			if want := strings.ReplaceAll(tt.want, "SEP", string(filepath.Separator)); strings.Join(got, ", ") != want {
				t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
			}
		})
	}
}

func TestNearest(t *testing.T) {
	names := []string{"ketamine", "reading", "sketches"}
	for name, want := range map[string]string{"ketamin": "ketamine", "ktaemine": "ketamine", "KETA": "ketamine", "reding": "reading", "x": "", "completely": "", strings.Repeat("k", 300): ""} {
		if got, ok := Nearest(name, names); got != want || ok != (want != "") {
			t.Errorf("%.20s: got %q, %t, want %q", name, got, ok, want)
		}
	}
}

// Added articles come first, with unique names.
func TestAdd(t *testing.T) {
	l := newLibrary(t)
	n := len(l.Entries())
	l.Add(FromBytes("ketamine.md", []byte("# A")), FromBytes("ketamine.txt", []byte("B")))
	var got []string
	for _, e := range l.Entries()[:3] {
		got = append(got, e.ID.String())
	}
	if len(l.Entries()) != n+2 || strings.Join(got[:2], " ") != "ketamine-3 ketamine-2" {
		t.Errorf("%d articles, %q", len(l.Entries()), got)
	}
}
