// Package articles embeds the articles that come with etal. It must not know how they are read.
package articles

import "embed"

// Files holds the Markdown files of this folder; the article NAME is NAME.md.
//
//go:embed *.md
var Files embed.FS
