package linemode

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/txtar"

	"etal/internal/bib"
	"etal/internal/library"
	"etal/internal/obtain"
	"etal/internal/obtain/obtaintest"
	"etal/internal/read"
	"etal/internal/web"
)

var update = flag.Bool("update", false, "rewrite the transcripts in testdata")

// TestTranscripts plays the conversations in testdata: in a transcript, the lines that begin
// with "> " are typed and all others are answers. The archive's other files are the
// articles; one named open.md is open from the start. Those in world/ are what the web answers.
func TestTranscripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatal("no transcripts", err)
	}
	for _, script := range scripts {
		archive, err := txtar.ParseFile(script)
		if err != nil {
			t.Fatal(err)
		}
		o, world := Options{Width: 80}, map[string]string{}
		var want *txtar.File
		for i := range archive.Files {
			f := &archive.Files[i]
			if f.Name == "transcript" {
				want = f
				continue
			}
			if name, ok := strings.CutPrefix(f.Name, "world/"); ok {
				world[name] = string(f.Data)
				continue
			}
			e := library.FromBytes(f.Name, f.Data)
			o.Entries = append(o.Entries, e)
			if f.Name == "open.md" {
				o.Open = e
			}
		}
		if len(world) > 0 {
			o.Cited = serve(t, world)
		}
		var typed []string
		for _, line := range strings.Split(string(want.Data), "\n") {
			if line == ">" || strings.HasPrefix(line, "> ") {
				typed = append(typed, strings.TrimPrefix(line, "> ")+"\n")
			}
		}
		out := echo{lines: typed}
		if err := Run(&out, &out, o); err != nil {
			t.Fatal(err)
		}
		got := out.transcript.String()
		if i := strings.IndexFunc(got, isDrawn); i >= 0 {
			t.Errorf("%s: %q is nothing to be read aloud", script, got[i:min(i+20, len(got))])
		}
		if *update {
			want.Data = []byte(got)
			if err := os.WriteFile(script, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if got != string(want.Data) {
			t.Errorf("%s: the transcript is\n%s", script, got)
		}
	}
}

// serve starts a world that has works, and returns how to open them.
func serve(t *testing.T, files map[string]string) func(bib.Item) (*library.Entry, error) {
	w := obtaintest.New(obtaintest.OfFiles(files))
	t.Cleanup(w.Close)
	l, err := library.New(obtain.Client{Web: web.Client{Proxy: w.Proxy}, Directory: obtaintest.Directory("")})
	if err != nil {
		t.Fatal(err)
	}
	return func(item bib.Item) (*library.Entry, error) { return l.Cited(item, read.Reader{}) }
}

// isDrawn reports whether a sign moves the cursor, begins an escape sequence or draws boxes.
func isDrawn(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || r >= 0x2500 && r <= 0x259f
}

// TestLongLine holds that a line which is too long is answered once, by its beginning.
func TestLongLine(t *testing.T) {
	e := library.FromBytes("a.md", []byte("# Wheels\n\nThey turn.\n"))
	typed := "find " + strings.Repeat("a", maxLine) + strings.Repeat("b", 10*maxLine) + "\nwhere\n"
	var out bytes.Buffer
	if err := Run(strings.NewReader(typed), &out, Options{Entries: []*library.Entry{e}, Open: e, Width: 80}); err != nil {
		t.Fatal(err)
	}
	got := out.String()
	if strings.Count(got, "Not found:") != 1 || strings.Contains(got, "bb") || !strings.Contains(got, "percent") {
		t.Errorf("a long line is answered by %.300q", got)
	}
}

// An echo is a terminal at which lines are typed: what is typed stands in the transcript, as
// a terminal shows it.
type echo struct {
	lines      []string
	transcript bytes.Buffer
}

func (e *echo) Read(p []byte) (int, error) {
	if len(e.lines) == 0 {
		return 0, io.EOF
	}
	n := copy(p, e.lines[0])
	e.transcript.Write(p[:n])
	e.lines = e.lines[1:]
	return n, nil
}

func (e *echo) Write(p []byte) (int, error) { return e.transcript.Write(p) }
