package tui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"golang.org/x/tools/txtar"

	"etal/internal/bib"
	"etal/internal/kept"
	"etal/internal/library"
	"etal/internal/obtain"
	"etal/internal/obtain/obtaintest"
	"etal/internal/places"
	"etal/internal/read"
	"etal/internal/safe"
	"etal/internal/terminal"
	"etal/internal/tui/screen"
	"etal/internal/web"
)

var update = flag.Bool("update", false, "rewrite the screens in testdata")

// TestScreens plays the scripts in testdata. A script is the comment of a txtar
// archive, a command a line:
//
//	size 80x24        the terminal's size; later ones resize it
//	article tides.md  list the article testdata/tides.md
//	file notes.md     list the archive's file of that name as one in a folder, which has
//	                  all that were named so before
//	change A B        write the archive's file B into that folder under the name A
//	wait              let the time pass until what was to be done later
//	open tides.md     open an article; without this the list is open
//	read tides.md     open it from the list
//	list              start again with the list
//	tour tides.md     the article that stands first until it was read
//	gone tides.md     remove that file from the folder
//	embedded          list the articles that come with etal, too
//	keep              keep where articles are left, from now on
//	recent            list what was opened lately, from now on
//	world             works are fetched from the archive's files in world/, and kept
//	asked WHAT        what was asked there since the last time, with a comma after each
//	remember KEY WORDS keep that the article of that key and title was half read
//	days 1            let days pass
//	keys tab enter    press keys; what is no key's name is typed at once
//	paste WORDS       paste them
//	click 10 3        click on a column and a row
//	copied NAME       what was last copied is the archive's file of that name
//	browsed ADDRESS   what was last opened in the browser
//	screen NAME       the screen is the archive's file of that name
//	styled NAME       the same, with its escape sequences
//
// The archive's other files are the articles.
func TestScreens(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, script := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(script), ".txtar"), func(t *testing.T) { play(t, script) })
	}
}

func play(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p := &player{t: t, archive: archive}
	for _, f := range archive.Files {
		if strings.Contains(f.Name, ".") && !strings.HasPrefix(f.Name, "world/") {
			p.entries = append(p.entries, library.FromBytes(f.Name, f.Data))
		}
	}
	for n, line := range strings.Split(string(archive.Comment), "\n") {
		words := strings.Fields(line)
		if len(words) > 0 && !strings.HasPrefix(line, "#") {
			p.line = fmt.Sprintf("%s:%d", path, n+1)
			p.do(words[0], words[1:])
		}
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// A player plays one script.
type player struct {
	t             *testing.T
	archive       *txtar.Archive
	entries       []*library.Entry
	columns, rows int
	model         tea.Model
	quit          bool
	places        *places.Store
	recent        bool
	tour          string
	works         func() library.Works
	cited         func(bib.Item) (*library.Entry, error)
	world         *obtaintest.World // of which the program is served; nil for none
	asked         int               // requests that were looked at
	days          int               // that passed since the start
	timers        []func() tea.Msg  // what is to be done later
	folder        string
	copied        string
	browsed       string
	line          string // of the script, for messages
}

func (p *player) do(command string, args []string) {
	switch command {
	case "size":
		if _, err := fmt.Sscanf(args[0], "%dx%d", &p.columns, &p.rows); err != nil {
			p.t.Fatalf("%s: %v", p.line, err)
		}
		if p.model != nil {
			p.send(tea.WindowSizeMsg{Width: p.columns, Height: p.rows})
		}
	case "article":
		data, err := os.ReadFile(filepath.Join("testdata", args[0]))
		if err != nil {
			p.t.Fatalf("%s: %v", p.line, err)
		}
		p.entries = append(p.entries, library.FromBytes(args[0], data))
	case "file":
		p.write(args[0], args[0])
		p.entries = append(p.entries, library.File(filepath.Join(p.folder, args[0]), read.Reader{}))
	case "change":
		p.write(args[0], args[1])
	case "wait":
		timers := p.timers
		p.timers = nil
		for _, do := range timers {
			p.send(do())
		}
	case "open":
		p.start(args[0])
	case "read":
		p.start("")
		var cmd tea.Cmd
		p.model, cmd = p.model.(Model).open(opening{entry: p.entry(args[0])})
		p.run(cmd)
	case "list":
		p.start("")
	case "tour":
		p.tour = args[0]
	case "gone":
		if err := os.Remove(filepath.Join(p.folder, args[0])); err != nil {
			p.t.Fatalf("%s: %v", p.line, err)
		}
	case "recent":
		p.recent = true
	case "remember":
		mark := places.Mark{Article: args[0], Title: strings.Join(args[1:], " "), When: p.now(), Share: 0.5}
		if err := p.places.Put(mark); err != nil {
			p.t.Fatalf("%s: %v", p.line, err)
		}
	case "embedded":
		l, err := library.New(obtain.Client{})
		if err != nil {
			p.t.Fatal(err)
		}
		p.entries, p.works = append(p.entries, l.Entries()...), l.Works
	case "world":
		p.serve()
	case "asked":
		asked := p.world.Asked()
		if got := strings.Join(asked[p.asked:], ", "); got != strings.Join(args, " ") {
			p.t.Errorf("%s: asked %s", p.line, got)
		}
		p.asked = len(asked)
	case "keep":
		p.places = places.New(p.t.TempDir())
	case "days":
		n, _ := strconv.Atoi(args[0])
		p.days += n
	case "keys":
		for _, k := range args {
			p.send(keyMsg(k))
		}
	case "paste":
		p.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(strings.Join(args, " ")), Paste: true})
	case "click":
		var x, y int
		fmt.Sscan(strings.Join(args, " "), &x, &y)
		p.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	case "copied":
		p.compareText(args[0], strings.TrimSuffix(p.copied, "\n")+"\n")
	case "browsed":
		if p.browsed != args[0] {
			p.t.Errorf("%s: opened %q", p.line, p.browsed)
		}
	case "screen":
		p.compare(args[0], ansi.Strip(p.view()))
	case "styled":
		p.compare(args[0], strings.ReplaceAll(p.view(), "\x1b", "␛"))
	case "left":
		if !p.quit {
			p.t.Errorf("%s: the program goes on", p.line)
		}
	default:
		p.t.Fatalf("%s: unknown command %q", p.line, command)
	}
}

// start starts the program, with the article of that name open.
func (p *player) start(name string) {
	o := Options{Entries: p.entries, Look: screen.NewLook(true, termenv.ANSI256), Columns: p.columns, Rows: p.rows}
	o.Places, o.Works, o.Cited = p.places, p.works, p.cited
	o.Now = p.now
	if name == "" && p.recent {
		o.Tour = p.entry(p.tour)
		l, err := library.New(obtain.Client{})
		if err != nil {
			p.t.Fatal(err)
		}
		o.Reopen = func(key string) (*library.Entry, bool) { return l.Reopen(key, read.Reader{}) }
	}
	o.Desktop.Copy = func(text safe.Text) ([]terminal.CopyWay, error) {
		p.copied = text.String()
		return []terminal.CopyWay{terminal.ByProgram}, nil
	}
	o.Desktop.Browse = func(to terminal.Destination) error {
		p.browsed = to.String()
		return nil
	}
	if e := p.entry(name); e != nil {
		opened, err := Open(e, p.places)
		if err != nil {
			p.t.Fatal(err)
		}
		o.Opened = &opened
	}
	m := New(o)
	m.later = func(_ time.Duration, do func() tea.Msg) tea.Cmd {
		p.timers = append(p.timers, do)
		return nil
	}
	p.model, p.quit = m, false
	p.run(p.model.Init())
	p.send(tea.WindowSizeMsg{Width: p.columns, Height: p.rows})
}

// serve starts the world that has works.
func (p *player) serve() {
	files := map[string]string{}
	for _, f := range p.archive.Files {
		if name, ok := strings.CutPrefix(f.Name, "world/"); ok {
			files[name] = string(f.Data)
		}
	}
	p.world = obtaintest.New(obtaintest.OfFiles(files))
	p.t.Cleanup(p.world.Close)
	l, err := library.New(obtain.Client{Web: web.Client{Proxy: p.world.Proxy}, Directory: obtaintest.Directory(""), Kept: kept.New(p.t.TempDir())})
	if err != nil {
		p.t.Fatal(err)
	}
	p.cited = func(item bib.Item) (*library.Entry, error) { return l.Cited(item, read.Reader{}) }
	p.works = func() library.Works { return l.Kept(read.Reader{}) }
}

// entry returns the last article of that name, or else the file in the folder, nil for none.
func (p *player) entry(name string) *library.Entry {
	for _, e := range slices.Backward(p.entries) {
		if filepath.Base(e.Name().String()) == name {
			return e
		}
	}
	if path := filepath.Join(p.folder, name); p.folder != "" && name != "" {
		if _, err := os.Stat(path); err == nil {
			return library.File(path, read.Reader{})
		}
	}
	return nil
}

func (p *player) now() time.Time {
	return time.Date(2026, 11, 23+p.days, 12, 0, 0, 0, time.UTC)
}

// write writes a file of the archive into the folder.
func (p *player) write(name, from string) {
	if p.folder == "" {
		p.folder = p.t.TempDir()
	}
	for _, f := range p.archive.Files {
		if f.Name == from {
			path := filepath.Join(p.folder, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				p.t.Fatal(err)
			}
			if err := os.WriteFile(path, f.Data, 0o600); err != nil {
				p.t.Fatal(err)
			}
			return
		}
	}
	p.t.Fatalf("%s: the archive has no file %q", p.line, from)
}

// send gives the program a message and runs the command that it answers with.
func (p *player) send(msg tea.Msg) {
	if p.model == nil {
		p.start("")
	}
	var cmd tea.Cmd
	p.model, cmd = p.model.Update(msg)
	p.run(cmd)
}

// run runs a command and gives the program what it answers.
func (p *player) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		p.quit = true
	case tea.BatchMsg:
		for _, c := range msg {
			p.run(c)
		}
	default:
		p.send(msg)
	}
}

func (p *player) view() string {
	if p.model == nil {
		p.start("")
	}
	if drawn := p.model.(Model).draw(); drawn != p.model.View() {
		p.t.Errorf("%s: what was drawn is not safe: %q", p.line, drawn)
	}
	return p.model.View()
}

// compare compares a screen with the archive's, and holds that it fits.
func (p *player) compare(name, got string) {
	rows := strings.Split(got, "\n")
	if len(rows) > p.rows {
		p.t.Errorf("%s: %d rows on a screen of %d", p.line, len(rows), p.rows)
	}
	for _, row := range rows {
		if n := ansi.StringWidth(strings.ReplaceAll(row, "␛", "\x1b")); n > p.columns {
			p.t.Errorf("%s: %d columns on a screen of %d: %q", p.line, n, p.columns, row)
		}
	}
	p.compareText(name, got+"\n")
}

// compareText compares a text with the archive's.
func (p *player) compareText(name, got string) {
	for i := range p.archive.Files {
		if f := &p.archive.Files[i]; f.Name == name {
			if *update {
				f.Data = []byte(got)
			} else if string(f.Data) != got {
				p.t.Errorf("%s: it is\n%s\nand not\n%s", p.line, got, f.Data)
			}
			return
		}
	}
	if !*update {
		p.t.Errorf("%s: the archive has no %q", p.line, name)
		return
	}
	p.archive.Files = append(p.archive.Files, txtar.File{Name: name, Data: []byte(got)})
}

// keyMsg returns the message for a key, or for letters that arrive at once.
func keyMsg(name string) tea.KeyMsg {
	named := map[string]tea.KeyType{
		"tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab, "enter": tea.KeyEnter, "backspace": tea.KeyBackspace, "esc": tea.KeyEsc,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp,
		"home": tea.KeyHome, "end": tea.KeyEnd, "ctrl+c": tea.KeyCtrlC,
	}
	if k, ok := named[name]; ok {
		return tea.KeyMsg{Type: k}
	}
	if name == "space" {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// TestUnknownSize holds that a terminal that does not know its size is taken for one of 80×24.
func TestUnknownSize(t *testing.T) {
	m := New(Options{Look: screen.NewLook(true, termenv.Ascii)})
	if m.columns != 80 || m.rows != 24 {
		t.Errorf("begins with %d×%d", m.columns, m.rows)
	}
	for _, msg := range []tea.WindowSizeMsg{{}, {Width: 100}, {Height: 9}} {
		if m := m.setSize(msg.Width, msg.Height); m.columns != 80 || m.rows != 24 {
			t.Errorf("%d×%d is taken for %d×%d", msg.Width, msg.Height, m.columns, m.rows)
		}
	}
	if m := m.setSize(20, 5); m.columns != 20 || m.rows != 5 {
		t.Errorf("20×5 is taken for %d×%d", m.columns, m.rows)
	}
}
