package cli

import (
	"path/filepath"
	"runtime"
)

// stateFolder returns the folder in which the program keeps what it remembers between two
// runs: where XDG's Base Directory Specification has it, and the system's own such folder on
// macOS and Windows; empty where the environment names no home.
func stateFolder(e env) string {
	if folder := e.getenv("XDG_STATE_HOME"); filepath.IsAbs(folder) {
		return filepath.Join(folder, "etal")
	}
	home, under := homeFolder(e), filepath.Join(".local", "state")
	switch runtime.GOOS {
	case "darwin":
		under = filepath.Join("Library", "Application Support")
	case "windows":
		home, under = e.getenv("LocalAppData"), ""
	}
	if !filepath.IsAbs(home) {
		return ""
	}
	return filepath.Join(home, under, "etal")
}
