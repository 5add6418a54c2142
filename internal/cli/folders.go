package cli

import (
	"path/filepath"
	"runtime"
)

// configFile returns the path of the configuration file: where XDG's Base Directory
// Specification has it, and on Windows in the system's own such folder; empty where the
// environment names no home.
func configFile(e env) string {
	folder := e.getenv("XDG_CONFIG_HOME")
	switch {
	case filepath.IsAbs(folder):
	case runtime.GOOS == "windows":
		folder = e.getenv("AppData")
	default:
		folder = filepath.Join(homeFolder(e), ".config")
	}
	if !filepath.IsAbs(folder) {
		return ""
	}
	return filepath.Join(folder, "etal", "config.toml")
}

func homeFolder(e env) string {
	if runtime.GOOS == "windows" {
		return e.getenv("UserProfile")
	}
	return e.getenv("HOME")
}

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
