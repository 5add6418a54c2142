package cli

import (
	"path/filepath"
	"runtime"
)

// configFile returns the path of the configuration file, by the XDG Base Directory
// Specification or in %AppData% on Windows; empty if the environment names no home directory.
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

// stateFolder returns the folder for reading positions, by the XDG Base Directory Specification
// or the conventions of macOS and Windows; empty if the environment names no home directory.
func stateFolder(e env) string {
	if folder := e.getenv("XDG_STATE_HOME"); filepath.IsAbs(folder) {
		return filepath.Join(folder, "etal")
	}
	home, subfolder := homeFolder(e), filepath.Join(".local", "state")
	switch runtime.GOOS {
	case "darwin":
		subfolder = filepath.Join("Library", "Application Support")
	case "windows":
		home, subfolder = e.getenv("LocalAppData"), ""
	}
	if !filepath.IsAbs(home) {
		return ""
	}
	return filepath.Join(home, subfolder, "etal")
}
