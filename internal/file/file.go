// Package file reads files up to a limit and says why one cannot be read.
//
// All of its errors are short: neither the operation nor the path is in them, since the
// caller's message has both. The package must not know what a file is read for.
package file

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
)

// ErrIrregular is the error of a file whose reading might not end: a folder, a device or a
// named pipe.
var ErrIrregular = errors.New("not a file")

// missingError says the same on every system of a file that does not exist.
type missingError struct{}

func (missingError) Error() string        { return "no such file or directory" }
func (missingError) Is(target error) bool { return target == fs.ErrNotExist }

// Cause returns why an operation on a file failed, without the operation and the path. For a
// file that does not exist that is an [fs.ErrNotExist].
func Cause(err error) error {
	var of *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return missingError{}
	case errors.As(err, &of):
		return of.Err
	}
	return err
}

// ReadAll reads r to its end or, if that is further, one byte beyond limit, by which the
// caller sees that there is more.
func ReadAll(r io.Reader, limit int64) ([]byte, error) {
	size := int64(0)
	if f, ok := r.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			size = min(info.Size(), limit)
		}
	}
	data := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead)) // of the file's size, not by doubling
	_, err := data.ReadFrom(io.LimitReader(r, limit+1))
	return data.Bytes(), Cause(err)
}

// Read reads a file of any kind, as [ReadAll] does. From a named pipe, which is what a shell
// makes of <(command), it reads what the command prints.
func Read(path string, limit int64) ([]byte, error) { return read(os.Open, path, limit) }

// ReadRegular reads a file as [ReadAll] does. Anything but a regular file is [ErrIrregular].
func ReadRegular(path string, limit int64) ([]byte, error) {
	if err := CheckRegular(path); err != nil {
		return nil, err
	}
	return Read(path, limit)
}

// ReadBeside reads a regular file of a folder as [ReadAll] does. The name may not lead out of
// the folder, nor may a symbolic link.
func ReadBeside(folder, name string, limit int64) ([]byte, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, Cause(err)
	}
	defer root.Close()
	if err := regular(root.Stat(name)); err != nil {
		return nil, err
	}
	return read(root.Open, name, limit)
}

// CheckRegular returns why a path does not name a regular file, nil if it does.
func CheckRegular(path string) error { return regular(os.Stat(path)) }

func regular(info fs.FileInfo, err error) error {
	if err == nil && !info.Mode().IsRegular() {
		return ErrIrregular
	}
	return Cause(err)
}

func read(open func(name string) (*os.File, error), name string, limit int64) ([]byte, error) {
	f, err := open(name)
	if err != nil {
		return nil, Cause(err)
	}
	defer f.Close()
	return ReadAll(f, limit)
}

// In returns what a folder holds, at most so many files and folders and in no order, as far as it can be read.
// os.ReadDir would read all of a folder of millions.
func In(folder string, most int) []fs.DirEntry {
	f, err := os.Open(folder)
	if err != nil {
		return nil
	}
	defer f.Close()
	found, _ := f.ReadDir(most)
	return found
}
