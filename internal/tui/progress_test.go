package tui

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/library"
	"etal/internal/obtain"
	"etal/internal/read"
	"etal/internal/tui/screen"
)

// onTheWeb returns the entry of an article at an address.
func onTheWeb(t *testing.T, address string) *library.Entry {
	t.Helper()
	l, err := library.New(obtain.Client{})
	if err != nil {
		t.Fatal(err)
	}
	entries, err := l.Open(address, read.Reader{})
	if err != nil {
		t.Fatal(err)
	}
	return entries[0]
}

// started returns the program as it starts with one article, and what reads that.
func started(t *testing.T, e *library.Entry) (tea.Model, tea.Cmd) {
	t.Helper()
	opened, err := Open(e, nil)
	if err != nil {
		t.Fatal(err)
	}
	m := New(Options{Entries: []*library.Entry{e}, Opened: &opened, Look: screen.NewLook(true, termenv.Ascii), Columns: 80, Rows: 24})
	return m, opened.rest
}

func TestFetching(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "<!doctype html><title>Tides</title><h1>Tides</h1><p>The moon does it.")
	}))
	defer s.Close()
	m, read := started(t, onTheWeb(t, s.URL+"/tides"))
	if want := "asking " + strings.TrimPrefix(s.URL, "http://"); !strings.Contains(m.View(), want) {
		t.Errorf("it does not say %q:\n%s", want, m.View())
	}
	m, _ = m.Update(keyMsg("t"))
	m, _ = m.Update(read())
	if !strings.Contains(m.View(), "The moon does it.") || !strings.Contains(m.View(), "Outline") {
		t.Errorf("no article, or the key was lost:\n%s", m.View())
	}
}

// Esc gives an article up at once, though its server never answers.
func TestGiveUpFetching(t *testing.T) {
	asked := make(chan bool, 1)
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		asked <- true
		<-r.Context().Done()
	}))
	defer s.Close()
	m, read := started(t, onTheWeb(t, s.URL+"/tides"))
	answer := make(chan tea.Msg)
	go func() { answer <- read() }()
	<-asked
	m, _ = m.Update(keyMsg("esc"))
	m, _ = m.Update(<-answer)
	if v := m.View(); strings.Contains(v, "fetching") || strings.Contains(v, "canceled") || !strings.Contains(v, "not fetched yet") {
		t.Errorf("got\n%s", v)
	}
}

// An article that was named alone is not waited for to be left.
func TestQuitFetching(t *testing.T) {
	e := onTheWeb(t, "http://127.0.0.1/tides")
	for _, alone := range []bool{true, false} {
		m, _ := started(t, e)
		if !alone {
			m = New(Options{Entries: []*library.Entry{e}, Look: screen.NewLook(true, termenv.Ascii), Columns: 80, Rows: 24})
			m, _ = m.Update(keyMsg("enter"))
		}
		m, quit := m.Update(keyMsg("q"))
		p := &player{model: m}
		p.run(quit)
		if p.quit != alone || alone == (len(m.(Model).held) > 0) {
			t.Errorf("named alone %v: quit %v, %d keys held", alone, p.quit, len(m.(Model).held))
		}
	}
}

// What the program was started for and cannot be fetched ends it, with the reason; what was
// chosen in the list does not.
func TestCannotFetch(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	e := onTheWeb(t, s.URL+"/tides")
	m, read := started(t, e)
	m, quit := m.Update(read())
	if err := m.(Model).failed; err == nil || !strings.HasSuffix(err.Error(), "server returned 404 Not Found") || quit == nil {
		t.Errorf("it ends with %v", err)
	}
	m = New(Options{Entries: []*library.Entry{e}, Look: screen.NewLook(true, termenv.Ascii), Columns: 80, Rows: 24})
	m, _ = m.Update(keyMsg("enter"))
	m, _ = m.Update(m.(Model).opening.read())
	if m.(Model).failed != nil || !strings.Contains(m.View(), "404 Not Found") {
		t.Errorf("got\n%s", m.View())
	}
}

// While something is prepared to read an article, the foot says so.
func TestPreparing(t *testing.T) {
	preparing := "preparing the PDF reader (once) … 1 s"
	e := library.FromBytes("tides.md", []byte("# Tides\n\nThe moon does it.\n"))
	m := New(Options{
		Entries: []*library.Entry{e}, Look: screen.NewLook(true, termenv.Ascii), Columns: 80, Rows: 24,
		Preparing: func() string { return preparing },
	})
	m.later = func(_ time.Duration, do func() tea.Msg) tea.Cmd { return tea.Cmd(do) }
	m, _ = m.open(opening{entry: e})
	shown, again := m.fetching(m.opening)
	if !strings.Contains(shown.View(), preparing) || again == nil {
		t.Errorf("it does not say %q:\n%s", preparing, shown.View())
	}
	preparing = ""
	m, _ = m.fetching(m.opening)
	if !strings.Contains(m.View(), "opening tides.md …") {
		t.Errorf("it does not say what is opened:\n%s", m.View())
	}
	opened, _ := m.Update(m.opening.read())
	if !strings.Contains(opened.View(), "The moon does it.") {
		t.Errorf("the article is not shown:\n%s", opened.View())
	}
}
