// Package pdfium parses PDF with PDFium, which runs as WebAssembly: in a sandbox without files,
// network or clock, with a limit to its memory and its time, so that a hostile file can touch
// nothing.
//
// Starting it takes seconds once, for its code is compiled for the machine; the compiled code
// is kept. Nothing of it is loaded before a file is opened. The package must not know what
// the glyphs of a page mean.
package pdfium

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed" // the code
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// code is PDFium's, without what draws and writes. See LICENSE and .ci/pdfium.
//
//go:embed pdfium.wasm.gz
var code []byte

// memoryLimit is how much memory PDFium may take, in pages of 64 KiB: the largest source and a half. The
// program takes twice as much while it grows.
const memoryLimit = 96 << 20 / 65536

// An Engine is PDFium's code, ready to run. It starts when the first file is opened and may be
// used by several goroutines at once.
type Engine struct {
	cache   string
	prepare func(kept bool) (done func())
	start   func() error

	runtime  wazero.Runtime
	compiled wazero.CompiledModule
}

// New returns an engine that keeps its compiled code in a folder; in none if its name is empty.
// It calls prepare, unless that is nil, before it compiles the code, which takes seconds, and done
// after it. If the code can be kept, that is once for all runs.
func New(cache string, prepare func(kept bool) (done func())) *Engine {
	e := &Engine{cache: cache, prepare: prepare}
	e.start = sync.OnceValue(e.load)
	return e
}

// load compiles the code, or reads it compiled.
func (e *Engine) load() error {
	wasm, err := unzipped()
	if err != nil {
		return err
	}
	ctx := experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0))
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryLimit).
		WithCloseOnContextDone(true)
	folder, keeps := e.folder()
	if keeps {
		if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	fresh := !keeps || !holdsFile(folder)
	if fresh && e.prepare != nil {
		defer e.prepare(keeps)()
	}
	r := wazero.NewRuntimeWithConfig(ctx, config)
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, r); err != nil {
		return err
	}
	if e.compiled, err = r.CompileModule(ctx, wasm); err != nil && keeps {
		removeFiles(folder) // one may be damaged
		e.compiled, err = r.CompileModule(ctx, wasm)
	}
	if err != nil {
		return err
	}
	e.runtime = r
	if fresh && keeps {
		e.removeOthers()
	}
	return e.refuseCallbacks(ctx)
}

// unzipped returns the code. How long it is, its last bytes tell, as those of every gzip do: a buffer that
// grows would cost more time than all else of it.
func unzipped() ([]byte, error) {
	unzip, err := gzip.NewReader(bytes.NewReader(code))
	if err != nil {
		return nil, err
	}
	wasm := make([]byte, binary.LittleEndian.Uint32(code[len(code)-4:]))
	_, err = io.ReadFull(unzip, wasm)
	return wasm, err
}

// refuseCallbacks defines the functions by which PDFium would ask for more of a file, for forms
// and for the time. None is ever needed, and each returns nothing.
func (e *Engine) refuseCallbacks(ctx context.Context) error {
	host := e.runtime.NewHostModuleBuilder("env")
	for _, f := range e.compiled.ImportedFunctions() {
		if module, name, _ := f.Import(); module == "env" {
			results := f.ResultTypes()
			host.NewFunctionBuilder().WithGoFunction(api.GoFunc(func(_ context.Context, stack []uint64) {
				clear(stack[:len(results)])
			}), f.ParamTypes(), results).Export(name)
		}
	}
	_, err := host.Instantiate(ctx)
	return err
}

// version names the code, in the name of its folder.
func version() string { return fmt.Sprintf("pdfium-%d", len(code)) }

// folder returns where the compiled code is kept, and reports whether it can be kept there.
func (e *Engine) folder() (folder string, keeps bool) {
	if e.cache == "" {
		return "", false
	}
	folder = filepath.Join(e.cache, version())
	if holdsFile(folder) {
		return folder, true
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return folder, false
	}
	probe, err := os.CreateTemp(folder, "*.tmp")
	if err != nil {
		return folder, false
	}
	_ = probe.Close()
	return folder, os.Remove(probe.Name()) == nil
}

// removeFiles removes the files in a folder, at any depth.
func removeFiles(folder string) {
	_ = filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			_ = os.Remove(path)
		}
		return nil
	})
}

// holdsFile reports whether a folder holds a file, at any depth.
func holdsFile(folder string) bool {
	found := errors.New("found")
	return filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() && !strings.HasSuffix(path, ".tmp") {
			return found
		}
		return err
	}) == found
}

// unused is the age from which on the compiled code of another version is taken for unused. Two versions that are
// both in use would otherwise remove each other's.
const unused = 30 * 24 * time.Hour

// removeOthers removes the compiled code of other versions that is old. What cannot be removed stays.
func (e *Engine) removeOthers() {
	others, err := filepath.Glob(filepath.Join(e.cache, "pdfium-*"))
	if err != nil {
		return
	}
	for _, other := range others {
		info, err := os.Stat(other)
		if err == nil && filepath.Base(other) != version() && time.Since(info.ModTime()) > unused {
			_ = os.RemoveAll(other)
		}
	}
}
