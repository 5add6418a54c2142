package terminal

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"etal/internal/safe"
)

// helperFile names, in the environment of a test helper, the file that it writes its
// arguments to.
const helperFile = "ETAL_TEST_ARGUMENTS"

// TestMain is also the program that the tests start as browser or clipboard: it writes its arguments, if the
// environment names a file for them.
func TestMain(m *testing.M) {
	name := os.Getenv(helperFile)
	if name == "" {
		os.Exit(m.Run())
	}
	out, _ := json.Marshal(os.Args[1:])
	os.Stdout.WriteString("noise on the screen")
	if err := os.WriteFile(name+".part", out, 0o600); err != nil {
		os.Exit(1)
	}
	os.Rename(name+".part", name)
}

// hang is how long a test waits for what is sure to come, however busy the machine is: only a
// test that fails takes so long.
const hang = 5 * time.Minute

// opened opens an address by the helper, and returns the arguments that it was given.
func opened(t *testing.T, browser, address string) []string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "arguments")
	t.Setenv(helperFile, file)
	t.Setenv("BROWSER", strings.ReplaceAll(browser, "HELPER", `"`+os.Args[0]+`"`))
	d, err := NewDestination(address)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(hang); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if out, err := os.ReadFile(file); err == nil {
			var arguments []string
			if err := json.Unmarshal(out, &arguments); err != nil {
				t.Fatal(err)
			}
			return arguments
		}
	}
	t.Fatal("the browser was not started")
	return nil
}

func TestOpen(t *testing.T) {
	const address = "https://example.org/a;touch%20x?q=$(id)&r=`id`"
	const clean = "https://example.org/a;touch%20x?q=$(id)&r=%60id%60"
	for _, c := range []struct {
		browser string
		want    []string
	}{
		{"HELPER", []string{clean}},
		{"no-such-browser:HELPER", []string{clean}},
		{"HELPER --new 'one word' %s", []string{"--new", "one word", clean}},
		{"HELPER --url=%s 100%%", []string{"--url=" + clean, "100%"}},
		{"HELPER $(id)", []string{"$(id)", clean}},
	} {
		if runtime.GOOS == "windows" { // where paths have colons, and a quotation no other marks
			c.browser = strings.NewReplacer(":HELPER", ";HELPER", "'", `"`).Replace(c.browser)
		}
		if got := opened(t, c.browser, address); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, want %q", c.browser, got, c.want)
		}
	}
}

func TestDestination(t *testing.T) {
	long := "https://example.org/" + strings.Repeat("a", 300)
	for _, c := range []struct{ address, handed, shown string }{
		{"https://example.org/a b", "https://example.org/a%20b", ""},
		{"HTTPS://EXAMPLE.org", "https://example.org", ""},
		{"http://example.org:8080/ä", "http://example.org:8080/%C3%A4", ""},
		{"http://[::1]:80/", "http://[::1]:80/", ""},
		{"https://аррle.com/", "https://xn--le-6kc8da.com/", ""}, // Cyrillic а, р, р
		{"https://bücher.example/", "https://xn--bcher-kva.example/", ""},
		{"https://bank.example@evil.example/", "https://bank.example@evil.example/", "evil.example: https://bank.example@evil.example/"},
		{long, long, long[:200] + "…"},
		{"mailto:a@example.org?subject=One%20word&attach=/etc/passwd", "mailto:a@example.org?subject=One%20word", ""},
		{"--renderer-cmd-prefix=x", "", ""},
		{"-https://example.org", "", ""},
		{" https://example.org", "", ""},
		{"https://example.org/\x1b]52;c;x\a", "", ""},
		{"https://example.org/\nx", "", ""},
		{safe.New("https://example.org/\x1b").String(), "", ""},
		{"https://", "", ""},
		{"https:example.org", "", ""},
		{"mailto:", "", ""},
		{"javascript:alert(1)", "", ""},
		{"java\tscript:alert(1)", "", ""},
		{"file:///etc/passwd", "", ""},
		{"data:text/html,x", "", ""},
		{"ssh://-oProxyCommand=x/", "", ""},
		{"example.org", "", ""},
		{"", "", ""},
		{"https://example.org/" + strings.Repeat("a", safe.MaxURL), "", ""},
	} {
		d, err := NewDestination(c.address)
		if (err == nil) != (c.handed != "") || d.String() != c.handed {
			t.Errorf("%q: %q, %v, want %q", c.address, d, err, c.handed)
			continue
		}
		if c.shown == "" {
			c.shown = c.handed
		}
		if err == nil && d.Shown().String() != c.shown {
			t.Errorf("%q: shown as %q, want %q", c.address, d.Shown(), c.shown)
		}
		if err != nil && err.Error() != safe.New(err.Error()).String() {
			t.Errorf("%q: the error cannot be shown: %q", c.address, err)
		}
	}
}

func TestBrowsers(t *testing.T) {
	for _, c := range []struct {
		variable, system string
		want             []string // of the first choice
	}{
		{"", "linux", []string{"xdg-open", "URL"}},
		{"", "darwin", []string{"/usr/bin/open", "URL"}},
		{"firefox:lynx", "linux", []string{"firefox", "URL"}},
		{`"C:\Program Files\b.exe" %s;x`, "windows", []string{`C:\Program Files\b.exe`, "URL"}},
		{" : lynx", "linux", []string{"lynx", "URL"}},
	} {
		got, err := browsers(c.variable, "URL", c.system)
		if err != nil || !reflect.DeepEqual(got[0], c.want) {
			t.Errorf("%s on %s: %q, %v", c.variable, c.system, got, err)
		}
	}
	if _, err := browsers(`firefox "x`, "URL", "linux"); err == nil {
		t.Error("no error for a quotation without end")
	}
}

func TestSplitCommand(t *testing.T) {
	for _, c := range []struct {
		command string
		want    []string
	}{
		{"", nil},
		{"  vim  -R ", []string{"vim", "-R"}},
		{`code --wait "a b" 'c "d"'`, []string{"code", "--wait", "a b", `c "d"`}},
		{`a\ b "c\"d\e" ''`, []string{"a b", `c"d\e`, ""}},
		{"a $HOME `id` | x; y", []string{"a", "$HOME", "`id`", "|", "x;", "y"}},
	} {
		if got, err := splitCommand(c.command, false); err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, %v, want %q", c.command, got, err, c.want)
		}
	}
	for _, broken := range []string{`"a`, `'a`, `a\`} {
		if _, err := splitCommand(broken, false); err == nil {
			t.Errorf("%s: no error", broken)
		}
	}
}

func TestEditor(t *testing.T) {
	for _, c := range []struct {
		editor, path string
		windows      bool
		want         []string
	}{
		{"", "a.md", false, []string{"vi", "+7", "a.md"}},
		{"", "a.md", true, []string{"notepad", "a.md"}},
		{"/usr/bin/nvim -R", "a b.md", false, []string{"/usr/bin/nvim", "-R", "+7", "a b.md"}},
		{"emacsclient -t", "a.md", false, []string{"emacsclient", "-t", "+7", "a.md"}},
		{"code --wait", "a.md", false, []string{"code", "--wait", "-g", "a.md:7"}},
		{`"C:\Code\Code.exe" --wait`, `C:\a.md`, true, []string{`C:\Code\Code.exe`, "--wait", "-g", `C:\a.md:7`}},
		{"hx", "a.md", false, []string{"hx", "a.md:7"}},
		{"ed", "a.md", false, []string{"ed", "a.md"}},
		{"vim", "-c!id", false, []string{"vim", "+7", "." + string(filepath.Separator) + "-c!id"}},
		{"vim", "+!id", false, []string{"vim", "+7", "." + string(filepath.Separator) + "+!id"}},
	} {
		got, err := editorWords(c.editor, c.path, 7, c.windows)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s of %s: %q, %v, want %q", c.editor, c.path, got, err, c.want)
		}
	}
	for _, broken := range []string{`vim "`, `""`} {
		if _, err := editorWords(broken, "a.md", 1, false); err == nil {
			t.Errorf("%s: no error", broken)
		}
	}
	t.Setenv("VISUAL", "nano")
	t.Setenv("EDITOR", "ed")
	cmd, err := Editor("a.md", 0)
	if err != nil || !reflect.DeepEqual(cmd.Args, []string{"nano", "+1", "a.md"}) {
		t.Errorf("%q, %v", cmd.Args, err)
	}
}

// FuzzDestination holds that what is handed to a browser begins with a scheme that may be
// opened, is ASCII without a blank or a sign of quotation, and stays as it is when it is
// checked again.
func FuzzDestination(f *testing.F) {
	for _, seed := range []string{"https://example.org/a b", "http://ä.example/%zz?q#f", "mailto:a@b?attach=x&body=y%0Az", "https://[::1%25en0]/", "-x", "https://a\u202eb/"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		d, err := NewDestination(address)
		if err != nil {
			return
		}
		s := d.String()
		if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "mailto:") {
			t.Errorf("%q", s)
		}
		for _, c := range []byte(s) {
			if c <= ' ' || c >= 0x7f || strings.IndexByte("\"'`\\", c) >= 0 {
				t.Errorf("%q holds %q", s, c)
			}
		}
		if again, err := NewDestination(s); err != nil || len(s) < safe.MaxURL/4 && again != d {
			t.Errorf("%q becomes %q, %v", s, again, err)
		}
	})
}
