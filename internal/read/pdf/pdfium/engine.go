// Package pdfium parses PDF with PDFium, which runs as WebAssembly: in a sandbox without network or
// clock, whose only file is a font of ours, with a limit to its memory and its time, so that a hostile
// file can touch nothing.
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
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"
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
	kept    func() bool // reads the compiled code that is kept, and reports whether there is some

	runtime  wazero.Runtime
	compiled wazero.CompiledModule
	ready    atomic.Pointer[instance] // the first, with which the compiled code was tried
	open     atomic.Pointer[Document] // that was opened and not read
}

// New returns an engine that keeps its compiled code in a folder; in none if its name is empty.
// It calls prepare, unless that is nil, before it compiles the code, which takes seconds, and done
// after it. If the code can be kept, that is once for all runs.
func New(cache string, prepare func(kept bool) (done func())) *Engine {
	e := &Engine{cache: cache, prepare: prepare}
	e.start = sync.OnceValue(e.load)
	e.kept = sync.OnceValue(e.loadKept)
	return e
}

// Warm reads the compiled code, if it is kept, so that the first file opens faster.
func (e *Engine) Warm() { e.kept() }

// compiling returns the context for compiling code.
func compiling() context.Context {
	return experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0))
}

// load reads the compiled code, or compiles it.
func (e *Engine) load() error {
	if e.kept() {
		return nil
	}
	ctx := compiling()
	work := e.workFolder()
	defer os.RemoveAll(work)
	if e.prepare != nil {
		defer e.prepare(work != "")()
	}
	wasm, err := unzipped()
	if err != nil {
		return err
	}
	if work == "" {
		return e.compile(ctx, wasm, "")
	}
	if err := e.compile(ctx, wasm, filepath.Join(work, codeFolder)); err != nil {
		return err
	}
	if e.keep(ctx, wasm, work) == nil {
		e.removeOld()
	}
	return nil
}

// compile compiles code, which keeps it in a folder unless that has no name, or finds it there.
func (e *Engine) compile(ctx context.Context, wasm []byte, folder string) (err error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryLimit)
	if folder != "" {
		if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	e.runtime = wazero.NewRuntimeWithConfig(ctx, config)
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, e.runtime); err != nil {
		return err
	}
	if e.compiled, err = e.runtime.CompileModule(ctx, wasm); err != nil {
		return err
	}
	return e.defineCallbacks(ctx)
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

// checkTime is the function that PDFium calls again and again in its loops. See .ci/pdfium.
const checkTime = "check_time"

// defineCallbacks defines the functions that PDFium calls: that which stops it when its time is up, and those by
// which it would ask for more of a file, for forms and for the time. Of these none is ever needed, and each returns
// nothing.
func (e *Engine) defineCallbacks(ctx context.Context) error {
	host := e.runtime.NewHostModuleBuilder("env")
	for _, f := range e.compiled.ImportedFunctions() {
		module, name, _ := f.Import()
		if module != "env" {
			continue
		}
		results := f.ResultTypes()
		call := func(_ context.Context, stack []uint64) { clear(stack[:len(results)]) }
		if name == checkTime {
			call = stopIfDone
		}
		host.NewFunctionBuilder().WithGoFunction(api.GoFunc(call), f.ParamTypes(), results).Export(name)
	}
	_, err := host.Instantiate(ctx)
	return err
}

// stopIfDone stops the call of a function if its context is done.
func stopIfDone(ctx context.Context, _ []uint64) {
	if ctx.Err() != nil {
		panic(sys.NewExitError(sys.ExitCodeContextCanceled))
	}
}

// unused is the age from which on the compiled code of another version is taken for unused. Two versions that are
// both in use would otherwise remove each other's.
const unused = 30 * 24 * time.Hour

// removeOld removes the compiled code of other versions that is old, and what a program left that was killed while
// it compiled. What cannot be removed stays.
func (e *Engine) removeOld() {
	others, _ := filepath.Glob(filepath.Join(e.cache, "pdfium-*"))
	left, _ := filepath.Glob(filepath.Join(e.folder(), workPattern))
	for _, folder := range append(others, left...) {
		info, err := os.Stat(folder)
		if err == nil && folder != e.folder() && time.Since(info.ModTime()) > unused {
			_ = os.RemoveAll(folder)
		}
	}
}
