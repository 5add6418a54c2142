package pdfium

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
	"time"
	"unicode/utf16"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/sys"
)

// scratchSize is the size of the memory for results, in bytes: that of the longest string that is read.
const scratchSize = 16 << 10

// An instance is a run of PDFium with a memory of its own. After an error, which it keeps, it
// does nothing more, and every call returns 0.
type instance struct {
	ctx       context.Context // of the calls, with a limit to their time
	module    api.Module
	functions map[string]api.Function
	stack     [8]uint64
	scratch   uint32 // memory for results
	err       error
}

func (e *Engine) instance() (*instance, error) {
	if err := e.start(); err != nil {
		return nil, err
	}
	if in := e.ready.Swap(nil); in != nil {
		return in, nil
	}
	return e.newInstance()
}

func (e *Engine) newInstance() (*instance, error) {
	module, err := e.runtime.InstantiateModule(withMemory(context.Background()), e.compiled,
		wazero.NewModuleConfig().WithName("").WithStartFunctions("_initialize").WithFSConfig(files()))
	if err != nil {
		return nil, err
	}
	in := &instance{ctx: context.Background(), module: module, functions: map[string]api.Function{}}
	in.call("FPDF_InitLibrary")
	in.scratch = uint32(in.call("malloc", scratchSize))
	return in, in.err
}

func (in *instance) close() { _ = in.module.Close(context.Background()) }

// within runs calls with a limit to their time, and returns what they took and the error of the first that
// failed. A call that is stopped ends the instance.
func (in *instance) within(limit time.Duration, calls func()) (time.Duration, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	w := startWatch()
	defer w.stopAt(limit, cancel).Stop()
	in.ctx = ctx
	calls()
	in.ctx = context.Background()
	err := in.err
	if ctx.Err() != nil && err == nil {
		in.err = ErrTime // it may be stopped behind the last call
	}
	return w.spent(), err
}

// nearLimit is the memory, in bytes, from which on PDFium stops because it gets no more.
const nearLimit = memoryLimit * 65536 / 2

// call calls a function of PDFium.
func (in *instance) call(name string, args ...uint64) uint64 {
	if in.err != nil {
		return 0
	}
	f, ok := in.functions[name]
	if !ok {
		f = in.module.ExportedFunction(name)
		in.functions[name] = f
	}
	copy(in.stack[:], args)
	if err := f.CallWithStack(in.ctx, in.stack[:]); err != nil {
		var exit *sys.ExitError
		switch {
		case errors.As(err, &exit) && exit.ExitCode() == sys.ExitCodeContextCanceled:
			in.err = ErrTime
		case in.module.Memory().Size() > nearLimit:
			in.err = ErrMemory
		default:
			in.err = ErrParse
		}
		return 0
	}
	return in.stack[0]
}

// isTrue reports whether a function returns true.
func (in *instance) isTrue(name string, args ...uint64) bool {
	return uint32(in.call(name, args...)) != 0
}

// count returns a number that a function counts: at least 0 and at most limit.
func (in *instance) count(limit int, name string, args ...uint64) int {
	return max(0, min(limit, int(int32(in.call(name, args...)))))
}

// at returns the nth place among the results, eight bytes each.
func (in *instance) at(n int) uint64 { return uint64(in.scratch) + 8*uint64(n) }

// float32s fills v with the floats that lie behind each other among the results, from its nth
// place on.
func (in *instance) float32s(n int, v []float64) {
	b, _ := in.module.Memory().Read(uint32(in.at(n)), uint32(4*len(v)))
	for i := range v {
		v[i] = 0
		if len(b) > 0 {
			v[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])))
		}
	}
}

// bytesOf returns the string that a function writes, and whose length with the NUL at its end it returns.
func (in *instance) bytesOf(name string, args ...uint64) []byte {
	n := uint32(in.call(name, append(args, uint64(in.scratch), scratchSize)...))
	b, _ := in.module.Memory().Read(in.scratch, min(n, scratchSize))
	return append([]byte(nil), b...)
}

// utf8 returns a string that a function writes as UTF-8.
func (in *instance) utf8(name string, args ...uint64) string {
	b := in.bytesOf(name, args...)
	return string(b[:max(0, len(b)-1)])
}

// utf16 returns a string that a function writes as UTF-16.
func (in *instance) utf16(name string, args ...uint64) string {
	b := in.bytesOf(name, args...)
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	for len(units) > 0 && units[len(units)-1] == 0 {
		units = units[:len(units)-1]
	}
	return string(utf16.Decode(units))
}

// uint32At returns the number at a place in PDFium's memory.
func (in *instance) uint32At(at uint64) uint32 {
	n, _ := in.module.Memory().ReadUint32Le(uint32(at))
	return n
}

// scratchCursor is the place among the results at which links are enumerated, which calls in between leave alone.
const scratchCursor = scratchSize/8 - 8

// clearScratch sets all results to 0.
func (in *instance) clearScratch() { in.module.Memory().Write(in.scratch, make([]byte, scratchSize)) }

// put copies bytes into PDFium's memory and returns where they are; 0 if there is no room.
func (in *instance) put(data []byte) uint64 {
	at := in.call("malloc", uint64(max(1, len(data))))
	if at != 0 && !in.module.Memory().Write(uint32(at), data) {
		return 0
	}
	return at
}
