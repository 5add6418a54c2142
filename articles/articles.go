// Package articles holds the articles that come with etal, as the files they are.
package articles

import "embed"

// Files holds every article of this folder, NAME.md being what the reader calls NAME.
//
//go:embed *.md
var Files embed.FS
