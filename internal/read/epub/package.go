package epub

import (
	"errors"
	"path"
	"slices"
	"strings"

	"etal/internal/doc"
	"etal/internal/read/html/dom"
	"etal/internal/xmltree"
)

// A book is an archive and what its package document says of it.
type book struct {
	*archive
	decode Decoder
	meta   doc.Meta

	items    map[string]item // of the manifest, by ID
	spine    []item          // in the order in which they are read, those out of the sequence last
	contents string          // path of the table of contents as a page, or ""
	ncx      string          // path of that of EPUB 2, or ""
	extra    map[string]bool // paths of pages that only repeat the contents

	hasPictures bool // instead of pages
}

// An item is a file of a book.
type item struct {
	path, kind, fallback string
}

var errEncrypted = errors.New("encrypted EPUB: only the programs of its vendor can read it")

func open(data []byte, decode Decoder) (*book, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	b := &book{archive: a, decode: decode, items: map[string]item{}, extra: map[string]bool{}}
	if a.damaged {
		b.meta.Notify("damaged EPUB: its zip archive is incomplete")
	}
	opf := b.packagePath()
	root := b.parse(opf)
	if root == nil || root.Find("package") == nil {
		if !b.spineFromFiles() {
			return nil, errNotEPUB
		}
		return b, b.checkEncryption()
	}
	b.readManifest(opf, root.Find("manifest"))
	b.readSpine(root.Find("spine"))
	b.readGuide(opf, root.Find("guide"))
	b.readMeta(root.Find("metadata"))
	return b, b.checkEncryption()
}

// parse returns the tree of a file in XML, or nil.
func (b *book) parse(name string) *xmltree.Node {
	data, _ := b.archive.read(name) // damaged, it may still say enough
	text, err := b.decode(data)
	if err != nil {
		return nil
	}
	root, _, _ := xmltree.Parse(text)
	return root
}

// packagePath returns the path of the package document: the one that the container names, or one that is
// called so, or "".
func (b *book) packagePath() string {
	if root := b.parse(containerPath); root != nil {
		found := ""
		root.Walk(func(n *xmltree.Node) bool {
			if name := clean(n.Attrs["full-path"]); n.Is("rootfile") && found == "" && b.has(name) {
				found = name
			}
			return true
		})
		if found != "" {
			return found
		}
	}
	for _, name := range b.order {
		if strings.EqualFold(path.Ext(name), ".opf") {
			return name
		}
	}
	return ""
}

func (b *book) has(name string) bool { _, ok := b.files[name]; return ok }

// checkEncryption returns an error if a chapter is encrypted. Fonts may be obfuscated.
func (b *book) checkEncryption() error {
	if !b.has("META-INF/encryption.xml") {
		return nil
	}
	root := b.parse("META-INF/encryption.xml")
	if root == nil {
		return nil
	}
	encrypted := false
	root.Walk(func(n *xmltree.Node) bool {
		if n.Is("CipherReference") {
			name, _, _ := resolve("", n.Attrs["URI"])
			encrypted = encrypted || slices.ContainsFunc(b.spine, func(i item) bool { return i.path == name })
		}
		return true
	})
	if encrypted {
		return errEncrypted
	}
	return nil
}

// readManifest reads the list of the book's files.
func (b *book) readManifest(opf string, manifest *xmltree.Node) {
	if manifest == nil {
		return
	}
	for _, n := range manifest.All("item") {
		name, _, ok := resolve(opf, n.Attrs["href"])
		if _, known := b.items[n.Attrs["id"]]; !ok || known {
			continue
		}
		b.items[n.Attrs["id"]] = item{name, strings.ToLower(n.Attrs["media-type"]), n.Attrs["fallback"]}
		switch properties := dom.SetOf(n.Attrs["properties"]); {
		case properties["nav"]:
			b.contents = name
			b.extra[name] = true
		case n.Attrs["media-type"] == "application/x-dtbncx+xml":
			b.ncx = name
		}
	}
}

// maxFallbacks bounds the files that are tried instead of one that is no page.
const maxFallbacks = 8

// page returns the page that an item of the manifest is, or that stands for it, and reports whether there is one.
func (b *book) page(id string) (item, bool) {
	for range maxFallbacks {
		i, ok := b.items[id]
		if !ok || i.isPage() {
			return i, ok
		}
		id = i.fallback
	}
	return item{}, false
}

// isPage reports whether an item is text or a drawing with text.
func (i item) isPage() bool {
	switch i.kind {
	case "application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/x-dtbook+xml", svgType:
		return true
	}
	return false
}

const svgType = "image/svg+xml"

// readSpine reads the order of the pages. Those that are out of the sequence come last.
func (b *book) readSpine(spine *xmltree.Node) {
	if spine == nil {
		b.spineFromFiles()
		return
	}
	if ncx, ok := b.items[spine.Attrs["toc"]]; ok {
		b.ncx = ncx.path
	}
	var apart []item
	seen := map[string]bool{}
	for _, n := range spine.All("itemref") {
		if kind := b.items[n.Attrs["idref"]].kind; strings.HasPrefix(kind, "image/") && kind != svgType {
			b.hasPictures = true
		}
		i, ok := b.page(n.Attrs["idref"])
		switch {
		case !ok || seen[i.path]:
		case n.Attrs["linear"] == "no":
			apart = append(apart, i)
		default:
			b.spine = append(b.spine, i)
		}
		seen[i.path] = ok
	}
	b.spine = append(b.spine, apart...)
}

// spineFromFiles makes the pages in the archive the spine of a book that lacks one, and reports whether
// there are any.
func (b *book) spineFromFiles() bool {
	for _, name := range b.order {
		switch strings.ToLower(path.Ext(name)) {
		case ".xhtml", ".html", ".htm":
			b.spine = append(b.spine, item{path: name, kind: "application/xhtml+xml"})
		}
	}
	if len(b.spine) > 0 {
		b.meta.Notify("damaged EPUB: chapters are in the order of its archive")
	}
	return len(b.spine) > 0
}

// readGuide reads which page of a book in EPUB 2 is its table of contents.
func (b *book) readGuide(opf string, guide *xmltree.Node) {
	if guide == nil {
		return
	}
	for _, n := range guide.All("reference") {
		if name, _, ok := resolve(opf, n.Attrs["href"]); ok && n.Attrs["type"] == "toc" {
			b.extra[name] = true
		}
	}
}
