package cli

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"etal/internal/manual"
)

// said returns what etal prints when it is called so.
func outputOf(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	variables := map[string]string{"SOURCE_DATE_EPOCH": "1767225600"}
	e := env{stdout: bufio.NewWriter(&out), stderr: &errs, getenv: func(name string) string { return variables[name] }, config: &configuration{}}
	if err := run(e, args); err != nil {
		t.Fatalf("etal %v: %v", args, err)
	}
	e.stdout.Flush()
	return out.String()
}

// All help fits into 80 columns, and every command has an example.
func TestHelpWidth(t *testing.T) {
	calls := [][]string{{"--help"}}
	for _, c := range newRoot(env{getenv: func(string) string { return "" }, config: &configuration{}}).Commands() {
		if c.Name() == "help" {
			continue
		}
		calls = append(calls, []string{c.Name(), "--help"})
		if c.Runnable() && !c.HasExample() && !c.Hidden {
			t.Errorf("etal %s --help has no example", c.Name())
		}
	}
	for _, name := range topicNames() {
		calls = append(calls, []string{"help", name})
	}
	for _, args := range calls {
		for line := range strings.Lines(outputOf(t, args...)) {
			line = strings.TrimSuffix(line, "\n")
			if w := ansi.StringWidth(line); w > manual.Width || strings.TrimRight(line, " ") != line {
				t.Errorf("etal %v: %d columns: %q", args, w, line)
			}
		}
	}
}

// undocumented are variables that describe where etal runs and are not for users to set.
const undocumented = "HOME UserProfile AppData LocalAppData SystemRoot TERM_PROGRAM TERM_PROGRAM_VERSION VTE_VERSION KONSOLE_VERSION TMUX STY SSH_TTY SSH_CONNECTION WAYLAND_DISPLAY DISPLAY SOURCE_DATE_EPOCH"

// Help names every environment variable that the program reads.
func TestEnvironment(t *testing.T) {
	help := outputOf(t, "help", "environment")
	for _, folder := range []string{".", "../terminal"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, asked := range regexp.MustCompile(`[gG]etenv\("(\w+)"\)`).FindAllStringSubmatch(string(source), -1) {
				name := asked[1]
				if !strings.HasSuffix(file, "_test.go") && !slices.Contains(strings.Fields(undocumented), name) && !strings.Contains(help, strings.ToUpper(name)) {
					t.Errorf("%s reads %s, which etal help environment does not mention", file, name)
				}
			}
		}
	}
}

// groff and mandoc, where installed, print the man page without a warning.
func TestMan(t *testing.T) {
	page := outputOf(t, "man")
	for _, want := range []string{".TH ETAL 1 \"2026-01-01\"", ".SS etal refs ARTICLE...\n", "\\fB\\-\\-bibliography FILE\\fR", `Backspace H Alt+\[u2190]`, `\(ha3,4\(ha`} {
		if !strings.Contains(page, want) {
			t.Errorf("the man page lacks %s", want)
		}
	}
	for _, reader := range [][]string{{"groff", "-man", "-ww", "-Tutf8"}, {"mandoc", "-Tlint", "-Wwarning"}} {
		if _, err := exec.LookPath(reader[0]); err != nil {
			t.Logf("%s is not installed", reader[0])
			continue
		}
		cmd := exec.Command(reader[0], reader[1:]...)
		cmd.Stdin = strings.NewReader(page)
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		if err := cmd.Run(); err != nil || errs.Len() > 0 || reader[0] == "mandoc" && out.Len() > 0 {
			t.Errorf("%v: %v\n%s%s", reader, err, errs.String(), out.String())
		}
	}
}

func TestDescribe(t *testing.T) {
	built := func(version string, settings ...string) *debug.BuildInfo {
		info := &debug.BuildInfo{GoVersion: "go1.26.8"}
		info.Main.Version = version
		for i := 0; i < len(settings); i += 2 {
			info.Settings = append(info.Settings, debug.BuildSetting{Key: settings[i], Value: settings[i+1]})
		}
		return info
	}
	const revision = "dbec9fabf1bcdbba8aac1a0b39a7ba40f2677073"
	for _, c := range []struct {
		info             *debug.BuildInfo
		released, commit string
		want             string
	}{
		{built("(devel)"), "", "", "devel (go1.26.8)"},
		{built("v1.2.3", "vcs.revision", revision, "vcs.modified", "false"), "", "", "1.2.3 (commit dbec9fa, go1.26.8)"},
		{built("v1.2.3+dirty", "vcs.revision", revision, "vcs.modified", "true"), "", "", "1.2.3 (commit dbec9fa, modified, go1.26.8)"},
		{built("v0.0.0-20261123141303-dbec9fabf1bc", "vcs.revision", revision), "", "", "devel (commit dbec9fa, go1.26.8)"},
		{built("(devel)"), "1.2.3", revision, "1.2.3 (commit dbec9fa, go1.26.8)"},
		{&debug.BuildInfo{}, "", "", "devel (unknown Go)"},
	} {
		if got := describe(c.info, c.released, c.commit); got != c.want {
			t.Errorf("describe(%q, %q) = %q, not %q", c.info.Main.Version, c.released, got, c.want)
		}
	}
}
