package tui

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// progressInterval is how often it is shown how much of an article has come.
const progressInterval = 100 * time.Millisecond

// A fetch is what an article takes that has to be fetched first.
type fetch struct {
	ctx  context.Context
	stop context.CancelFunc // gives it up
	read *atomic.Int64      // bytes that have come
}

func newFetch() fetch {
	f := fetch{read: &atomic.Int64{}}
	f.ctx, f.stop = context.WithCancel(context.Background())
	return f
}

func (f fetch) progress(read int64) { f.read.Store(read) }

// A fetchingMsg asks to show how much has come.
type fetchingMsg struct{ opening *opening }

// status says that an article is on its way and, where it has to come far, how it gets on.
func (o *opening) status() string {
	host := o.entry.Host()
	if host.Len() == 0 {
		return "opening " + o.entry.Name().String() + " …"
	}
	come := ""
	if n := o.fetch.read.Load(); n > 0 {
		come = fmt.Sprintf(" %d KB", n/1000)
	}
	return "fetching " + host.String() + " …" + come + " · Esc gives up"
}

// follow has it shown after a while how much of an article has come.
func (m Model) follow(o *opening) tea.Cmd {
	if m.later == nil || o == nil || o.entry.Host().Len() == 0 {
		return nil
	}
	return m.later(progressInterval, func() tea.Msg { return fetchingMsg{o} })
}

// fetching shows how much of an article has come.
func (m Model) fetching(o *opening) (Model, tea.Cmd) {
	if o != m.opening || o.entry.Host().Len() == 0 {
		return m, nil
	}
	m.message = o.status()
	return m, m.follow(o)
}
