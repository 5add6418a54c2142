package terminal

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// Editor returns the command that opens a file at a line, from 1, in $VISUAL, else $EDITOR,
// else the system's editor. It passes the line only to editors whose syntax for that is known.
// The caller connects the command's input and output.
func Editor(path string, line int) (*exec.Cmd, error) {
	command := os.Getenv("VISUAL")
	if strings.TrimSpace(command) == "" {
		command = os.Getenv("EDITOR")
	}
	words, err := editorWords(command, path, line, runtime.GOOS == "windows")
	if err != nil {
		return nil, err
	}
	return exec.Command(words[0], words[1:]...), nil
}

func editorWords(command, path string, line int, windows bool) ([]string, error) {
	if path == "" {
		return nil, errors.New("no file to edit")
	}
	if strings.TrimSpace(command) == "" {
		command = "vi"
		if windows {
			command = "notepad"
		}
	}
	words, err := splitCommand(command, windows)
	if err != nil {
		return nil, fmt.Errorf("editor %s: %w", shorten(command), err)
	}
	if len(words) == 0 || words[0] == "" {
		return nil, fmt.Errorf("editor %s: no program named", shorten(command))
	}
	if strings.HasPrefix(path, "-") || strings.HasPrefix(path, "+") { // not an option
		path = "." + string(filepath.Separator) + path
	}
	return append(words, atLine(words[0], path, max(line, 1))...), nil
}

// atLine returns an editor's arguments to open a file at a line.
func atLine(editor, path string, line int) []string {
	at := strconv.Itoa(line)
	switch editorName(editor) {
	case "vi", "vim", "nvim", "gvim", "view", "vis", "ex", "nano", "pico", "rnano", "emacs", "emacsclient", "micro", "kak", "joe", "jmacs", "jed", "mg", "ne", "mcedit", "gedit":
		return []string{"+" + at, path}
	case "code", "code-insiders", "codium", "vscodium", "cursor", "windsurf":
		return []string{"-g", path + ":" + at}
	case "subl", "sublime_text", "hx", "helix", "zed", "zeditor":
		return []string{path + ":" + at}
	}
	return []string{path}
}

// editorName returns the name of a program without its folder and ".exe".
func editorName(program string) string {
	name := strings.ToLower(program[strings.LastIndexAny(program, `/\`)+1:])
	for _, end := range []string{".exe", ".cmd", ".bat"} {
		name = strings.TrimSuffix(name, end)
	}
	return name
}
