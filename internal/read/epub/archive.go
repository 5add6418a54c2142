package epub

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"net/url"
	"path"
	"strings"
)

// Limits of an archive, far above what books have.
const (
	maxFiles = 20_000   // in it: long series in one volume have some 5,000
	maxFile  = 16 << 20 // bytes of one file, unpacked
	maxText  = 48 << 20 // bytes of all that is read, unpacked: the Mahabharata has 36 MB
)

var (
	errNotZip   = errors.New("not an EPUB: no zip archive")
	errNotEPUB  = errors.New("zip archive, not an EPUB")
	errTooMany  = errors.New("EPUB with more than 20,000 files")
	errTooLarge = errors.New("too large")
	errMissing  = errors.New("missing")
)

// signature begins a file in a zip archive, and directory its entry at the archive's end.
const (
	signature = "PK\x03\x04"
	directory = "PK\x01\x02"
)

const (
	mediaType     = "application/epub+zip"
	containerPath = "META-INF/container.xml"
	// sniffed is how many bytes of an archive have its first file, which names the media type.
	sniffed = 128
)

// Sniff reports whether bytes are a book: a zip archive that says so at its beginning, or that has
// the file in which a book names its parts.
func Sniff(data []byte) bool {
	return IsZip(data) && (bytes.Contains(data[:min(sniffed, len(data))], []byte(mediaType)) || bytes.Contains(data, []byte(containerPath)))
}

// IsZip reports whether bytes are a zip archive.
func IsZip(data []byte) bool { return bytes.HasPrefix(data, []byte(signature)) }

// An archive is the files of a book by their paths.
type archive struct {
	files   map[string]file
	order   []string // their paths as they stand in it
	left    int64    // bytes that may still be unpacked
	damaged bool
}

// A file of an archive is packed.
type file struct {
	size uint64 // that it says to have, unpacked
	open func() (io.ReadCloser, error)
}

// openArchive opens an archive. One without its directory, as a download that broke off, has the
// files that are there.
func openArchive(data []byte) (*archive, error) {
	switch {
	case !IsZip(data):
		return nil, errNotZip
	case bytes.Count(data, []byte(directory)) > maxFiles:
		return nil, errTooMany
	}
	a := &archive{files: map[string]file{}, left: maxText}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		a.damaged = true
		a.salvage(data)
		return a, nil
	}
	for _, f := range r.File {
		a.add(f.Name, file{f.UncompressedSize64, f.Open})
	}
	return a, nil
}

func (a *archive) add(name string, f file) {
	name = clean(name)
	if _, known := a.files[name]; !known {
		a.files[name] = f
		a.order = append(a.order, name)
	}
}

// localHeader is the length of what stands before the name of a file in an archive.
const localHeader = 30

// salvage adds the files that begin somewhere in a damaged archive.
func (a *archive) salvage(data []byte) {
	for len(a.order) < maxFiles {
		at := bytes.Index(data, []byte(signature))
		if at < 0 || len(data)-at < localHeader {
			return
		}
		header := data[at : at+localHeader]
		number := func(i int) int { return int(binary.LittleEndian.Uint16(header[i:])) }
		name := at + localHeader
		content := name + number(26) + number(28)
		if content > len(data) {
			return
		}
		packed, size := data[content:], binary.LittleEndian.Uint32(header[22:])
		f := file{uint64(size), func() (io.ReadCloser, error) { return flate.NewReader(bytes.NewReader(packed)), nil }}
		if number(8) == int(zip.Store) {
			packed = packed[:min(int64(size), int64(len(packed)))]
			f.open = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(packed)), nil }
		}
		a.add(string(data[name:name+number(26)]), f)
		data = data[name:]
	}
}

// clean returns a path as it is looked up: from the root of the archive, which it cannot leave.
func clean(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

// resolve returns the path and the fragment that a reference in a file leads to, and reports whether
// it leads into the archive.
func resolve(from, reference string) (name, fragment string, ok bool) {
	u, err := url.Parse(strings.TrimSpace(reference))
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" {
		return "", "", false
	}
	if u.Path == "" {
		return from, u.Fragment, true
	}
	return clean(path.Join("/", path.Dir(from), u.Path)), u.Fragment, true
}

// read returns the bytes of a file. With an error it returns those that can be read of one that is damaged.
func (a *archive) read(name string) ([]byte, error) {
	f, ok := a.files[name]
	limit := min(maxFile, a.left)
	switch {
	case !ok:
		return nil, errMissing
	case f.size > uint64(limit):
		return nil, errTooLarge
	}
	r, err := f.open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit))
	a.left -= int64(len(data))
	return data, err
}
