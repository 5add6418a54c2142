package render

import (
	"iter"
	"runtime"

	"etal/internal/article"
	"etal/internal/theme"
)

// chunk is how many blocks a worker renders at a time.
const chunk = 128

// All yields the lines of a whole article in order. They are rendered on all processors, a few
// chunks ahead of the consumer, and are not kept.
func All(a *article.Article, columns int, theme theme.Theme, o Options) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		workers := min(runtime.GOMAXPROCS(0), len(a.Blocks)/chunk+1)
		jobs, ordered, stop := make(chan job), make(chan job, 2*workers), make(chan struct{})
		defer close(stop)
		go func() {
			defer close(jobs)
			defer close(ordered)
			for first := 0; first < len(a.Blocks); first += chunk {
				j := job{first, min(first+chunk, len(a.Blocks)), make(chan []Line, 1)}
				for _, to := range []chan job{ordered, jobs} {
					select {
					case to <- j:
					case <-stop:
						return
					}
				}
			}
		}()
		for range workers {
			go func() {
				d := New(a, columns, theme, o)
				for j := range jobs {
					var lines []Line
					for i := j.first; i < j.end; i++ {
						lines = append(lines, d.Block(i)...)
					}
					j.lines <- lines
				}
			}()
		}
		for j := range ordered {
			for _, l := range <-j.lines {
				if !yield(l) {
					return
				}
			}
		}
	}
}

// A job is a chunk of blocks to render, and the channel for their lines.
type job struct {
	first, end int
	lines      chan []Line
}
