package tui

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/obtain"
	"etal/internal/safe"
)

// progressInterval is how often the progress is shown.
const progressInterval = 100 * time.Millisecond

// A fetch is the download of an article.
type fetch struct {
	ctx  context.Context
	stop context.CancelFunc
	last *atomic.Pointer[obtain.Progress]
}

func newFetch() fetch {
	f := fetch{last: &atomic.Pointer[obtain.Progress]{}}
	f.ctx, f.stop = context.WithCancel(context.Background())
	return f
}

func (f fetch) progress(p obtain.Progress) { f.last.Store(&p) }

// A fetchingMsg asks to show the progress.
type fetchingMsg struct{ opening *opening }

// status returns the message while the article is opened or fetched.
func (o *opening) status() string {
	host := o.entry.Host()
	if host.Len() == 0 {
		return "opening " + o.entry.Name().String() + " …"
	}
	asked, received := host.String(), ""
	if p := o.fetch.last.Load(); p != nil {
		asked = safe.Line(p.Asked).String()
		if p.Read > 0 {
			received = fmt.Sprintf(" %d KB", p.Read/1000)
		}
	}
	return "asking " + asked + " …" + received + " · Esc gives up"
}

// showProgress shows the progress after progressInterval.
func (m Model) showProgress(o *opening) tea.Cmd {
	if m.later == nil || o == nil {
		return nil
	}
	return m.later(progressInterval, func() tea.Msg { return fetchingMsg{o} })
}

// fetching shows the progress: what is fetched, or prepared to read the article.
func (m Model) fetching(o *opening) (Model, tea.Cmd) {
	if o != m.opening {
		return m, nil
	}
	if preparing := m.preparing(); preparing != "" {
		m.progress = preparing
	} else {
		m.progress = o.status()
	}
	return m, m.showProgress(o)
}
