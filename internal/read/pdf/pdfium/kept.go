package pdfium

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Compiled code is kept under a name that is a hash of what was compiled. To find it there, all of PDFium would have
// to be unpacked, parsed and checked, which takes longer than the first page. So it is kept under the name of
// PDFium's declarations: the same module, in which every function only stops the program.

const (
	workPattern      = "*.tmp" // of the names of work folders
	declarationsFile = "declarations.wasm"
	codeFolder       = "code"  // of a work folder: with the compiled code of PDFium
	namesFolder      = "names" // and with that of the declarations
)

// folder returns where the compiled code is kept.
func (e *Engine) folder() string {
	return filepath.Join(e.cache, fmt.Sprintf("pdfium-%d-2", len(code)))
}

// workFolder makes a folder for compiling, and returns its name, which is empty if nothing can be kept.
func (e *Engine) workFolder() string {
	if e.cache == "" || os.MkdirAll(e.folder(), 0o700) != nil {
		return ""
	}
	work, err := os.MkdirTemp(e.folder(), workPattern)
	if err != nil {
		return ""
	}
	return work
}

// loadKept reads the compiled code that is kept, and reports whether it runs: it does not if it is damaged, or if
// the declarations themselves were compiled because it is for another machine.
func (e *Engine) loadKept() bool {
	if e.cache == "" {
		return false
	}
	ctx := compiling()
	declared, err := os.ReadFile(filepath.Join(e.folder(), declarationsFile))
	if err != nil || e.compile(ctx, declared, e.folder()) != nil {
		return false
	}
	in, err := e.newInstance()
	if err != nil {
		_ = e.runtime.Close(ctx)
		return false
	}
	e.ready.Store(in)
	return true
}

// keep keeps the compiled code of a module that is in a work folder.
func (e *Engine) keep(ctx context.Context, wasm []byte, work string) error {
	declared, err := declarations(wasm)
	if err != nil {
		return err
	}
	kept := filepath.Join(work, declarationsFile)
	if err := os.WriteFile(kept, declared, 0o600); err != nil {
		return err
	}
	names := filepath.Join(work, namesFolder)
	var named Engine
	if err := named.compile(ctx, declared, names); err != nil {
		return err
	}
	_ = named.runtime.Close(ctx)
	from, err := onlyFile(filepath.Join(work, codeFolder))
	if err != nil {
		return err
	}
	name, err := onlyFile(names)
	if err != nil {
		return err
	}
	name, err = filepath.Rel(names, name)
	if err != nil {
		return err
	}
	to := filepath.Join(e.folder(), name)
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return err
	}
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return os.Rename(kept, filepath.Join(e.folder(), declarationsFile))
}

// onlyFile returns the path of the first file in a folder, at any depth.
func onlyFile(folder string) (path string, err error) {
	err = filepath.WalkDir(folder, func(p string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			path = p
			return fs.SkipAll
		}
		return err
	})
	if path == "" && err == nil {
		err = fs.ErrNotExist
	}
	return path, err
}

// The bytes of a WebAssembly module that are told apart (WebAssembly Core Specification 2.0, 5.5).
const (
	preamble    = 8  // bytes before the first section
	codeSection = 10 // its ID
)

// trap is the body of a function that stops the program: its length, no local variables, unreachable, end.
var trap = []byte{3, 0, 0x00, 0x0b}

var errModule = errors.New("malformed WebAssembly")

// declarations returns a module without its code: every function of it stops the program.
func declarations(wasm []byte) ([]byte, error) {
	if len(wasm) < preamble {
		return nil, errModule
	}
	declared := append([]byte(nil), wasm[:preamble]...)
	for rest := wasm[preamble:]; len(rest) > 0; {
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || uint64(len(rest)-1-n) < size {
			return nil, errModule
		}
		start, end := 1+n, 1+n+int(size)
		section := rest[:end]
		if section[0] == codeSection {
			functions, n := binary.Uvarint(section[start:])
			if n <= 0 || functions > size {
				return nil, errModule
			}
			traps := bytes.Repeat(trap, int(functions))
			section = binary.AppendUvarint([]byte{codeSection}, uint64(n+len(traps)))
			section = append(append(section, rest[start:start+n]...), traps...)
		}
		declared = append(declared, section...)
		rest = rest[end:]
	}
	return declared, nil
}
