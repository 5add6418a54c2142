package cli

import (
	"cmp"
	"runtime/debug"
	"strings"
)

// Version and commit of a release, set by the linker: -X etal/internal/cli.released=1.2.3.
// Other builds have what Go recorded.
var released, commit string

// version returns the version of the build with its commit and Go version.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return describe(info, released, commit)
}

// release returns the version number alone.
func release() string {
	number, _, _ := strings.Cut(version(), " ")
	return number
}

// describe formats what is known about a build.
func describe(info *debug.BuildInfo, released, commit string) string {
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	number, _, _ := strings.Cut(strings.TrimPrefix(info.Main.Version, "v"), "+dirty")
	if number == "" || number == "(devel)" || strings.HasPrefix(number, "0.0.0-") { // not a tagged release
		number = "devel"
	}
	text := cmp.Or(released, number) + " ("
	if commit = cmp.Or(commit, settings["vcs.revision"]); commit != "" {
		text += "commit " + commit[:min(len(commit), 7)]
		if released == "" && settings["vcs.modified"] == "true" {
			text += ", modified"
		}
		text += ", "
	}
	return text + cmp.Or(info.GoVersion, "unknown Go") + ")"
}
