package read

import (
	"bytes"
	"compress/gzip"
	"errors"
	"path/filepath"
	"strings"

	"etal/internal/file"
)

const gzipMagic = "\x1f\x8b"

var errDamaged = errors.New("damaged gzip file")

// isCompressed reports whether data is compressed by gzip.
func isCompressed(data []byte) bool { return bytes.HasPrefix(data, []byte(gzipMagic)) }

// decompress returns what data holds if it is compressed by gzip, else data, and the name without
// the extension of such a file. It reads no more than MaxSource.
func decompress(name string, data []byte) (string, []byte, error) {
	if !isCompressed(data) {
		return name, data, nil
	}
	if ext := filepath.Ext(name); strings.EqualFold(ext, ".gz") {
		name = strings.TrimSuffix(name, ext)
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return name, nil, errDamaged
	}
	if data, err = file.ReadAll(z, MaxSource); err != nil {
		return name, nil, errDamaged
	}
	return name, data, nil
}
