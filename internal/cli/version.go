package cli

import (
	"cmp"
	"runtime/debug"
	"strings"
)

// What a release says of itself, set by the linker: -X etal/internal/cli.released=1.2.3.
// Where it is not set, Go has recorded it, unless it was built without the repository.
var released, commit string

// version returns the version of the build, its commit and the Go that it was built by.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return describe(info, released, commit)
}

// release returns the number of the version alone.
func release() string {
	number, _, _ := strings.Cut(version(), " ")
	return number
}

// describe says what is known of a build.
func describe(info *debug.BuildInfo, released, commit string) string {
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	number, _, _ := strings.Cut(strings.TrimPrefix(info.Main.Version, "v"), "+dirty")
	if number == "" || number == "(devel)" || strings.HasPrefix(number, "0.0.0-") { // no release was tagged
		number = "devel"
	}
	text := cmp.Or(released, number) + " ("
	if commit = cmp.Or(commit, settings["vcs.revision"]); commit != "" {
		text += "commit " + commit[:min(len(commit), 7)]
		if released == "" && settings["vcs.modified"] == "true" {
			text += " and changes"
		}
		text += ", "
	}
	return text + cmp.Or(info.GoVersion, "unknown Go") + ")"
}
