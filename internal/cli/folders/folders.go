// Package folders is where the program keeps its files: by the XDG Base Directory Specification, or
// the conventions of macOS and Windows.
//
// Each function takes the function that returns an environment variable, and returns an empty name if
// the environment names no home directory. The package must not know what the files hold.
package folders

import (
	"path/filepath"
	"runtime"
)

// ConfigFile returns the path of the configuration file, in %AppData% on Windows.
func ConfigFile(getenv func(string) string) string {
	folder := getenv("XDG_CONFIG_HOME")
	switch {
	case filepath.IsAbs(folder):
	case runtime.GOOS == "windows":
		folder = getenv("AppData")
	default:
		folder = filepath.Join(Home(getenv), ".config")
	}
	if !filepath.IsAbs(folder) {
		return ""
	}
	return filepath.Join(folder, "etal", "config.toml")
}

// Home returns the user's own folder.
func Home(getenv func(string) string) string {
	if runtime.GOOS == "windows" {
		return getenv("UserProfile")
	}
	return getenv("HOME")
}

// State returns the folder for reading positions.
func State(getenv func(string) string) string {
	return folder(getenv, "XDG_STATE_HOME", filepath.Join(".local", "state"), filepath.Join("Library", "Application Support"))
}

// Cache returns the folder for what can be made again.
func Cache(getenv func(string) string) string {
	return folder(getenv, "XDG_CACHE_HOME", ".cache", filepath.Join("Library", "Caches"))
}

// Works returns the folder of works that were fetched.
func Works(getenv func(string) string) string {
	cache := Cache(getenv)
	if cache == "" {
		return ""
	}
	return filepath.Join(cache, "works")
}

// folder returns the program's folder in that of a variable or else in one of the home directory, on
// Windows in %LocalAppData%.
func folder(getenv func(string) string, variable, subfolder, onMac string) string {
	if folder := getenv(variable); filepath.IsAbs(folder) {
		return filepath.Join(folder, "etal")
	}
	home := Home(getenv)
	switch runtime.GOOS {
	case "darwin":
		subfolder = onMac
	case "windows":
		home, subfolder = getenv("LocalAppData"), ""
	}
	if !filepath.IsAbs(home) {
		return ""
	}
	return filepath.Join(home, subfolder, "etal")
}
