package terminal

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"etal/internal/safe"
)

type brokenTerminal struct{}

func (brokenTerminal) Write([]byte) (int, error) { return 0, errors.New("gone") }

// The program is a shell script under the name that Linux has for it.
func TestCopy(t *testing.T) {
	folder := t.TempDir()
	for name, value := range map[string]string{"PATH": folder, "DISPLAY": ":0", "WAYLAND_DISPLAY": "", "SSH_TTY": "", "SSH_CONNECTION": "", "TMUX": "", "TERM": "xterm"} {
		t.Setenv(name, value)
	}
	var out strings.Builder
	ways, err := copyWithin(hang, &out, safe.New("a text"))
	if err != nil || !reflect.DeepEqual(ways, []CopyWay{ByTerminal}) {
		t.Errorf("without a program: %v, %v", ways, err)
	}
	if _, err := copyWithin(hang, brokenTerminal{}, safe.New("a text")); err == nil {
		t.Error("no error where there is no way")
	}
	script := "#!/bin/sh\n/bin/cat >" + filepath.Join(folder, "copied") + "\n"
	if err := os.WriteFile(filepath.Join(folder, "xsel"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	ways, err = copyWithin(hang, brokenTerminal{}, safe.New("a\ntext\x1b"))
	copied, _ := os.ReadFile(filepath.Join(folder, "copied"))
	if err != nil || !reflect.DeepEqual(ways, []CopyWay{ByProgram}) || string(copied) != "a\ntext␛" {
		t.Errorf("with a program: %v, %v, %q", ways, err, copied)
	}
	t.Setenv("SSH_TTY", "/dev/pts/1")
	if ways, err = copyWithin(hang, &out, safe.New("b")); err != nil || !reflect.DeepEqual(ways, []CopyWay{ByTerminal}) {
		t.Errorf("over ssh: %v, %v", ways, err)
	}
}
