package nav

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

// sample returns an article whose text is made of stops: [1], [1,2] and [?], which names
// nothing, are citations, <a> is a link, and a line of the list is a reference.
func sample() *article.Article {
	body := "Tides [1] turn <a> at [1,2] noon [?] or so.\n\nWren\nOke\n"
	a := &article.Article{Body: safe.New(body)}
	span := func(text string) article.Span {
		at := strings.Index(body, text)
		return article.Span{Start: at, End: at + len(text)}
	}
	a.Citations = []article.Citation{
		{Span: span("[1]"), References: []int{1}},
		{Span: span("[1,2]"), References: []int{1}, Ambiguous: []int{2}},
		{Span: span("[?]"), Missing: []string{"?"}},
	}
	a.Links = []article.Link{{Span: span("<a>")}}
	a.References = []article.Reference{{Span: span("Wren"), Number: 1}, {Span: span("Oke"), Number: 2}}
	return a
}

// shown returns a focus as its text and, of several candidates, the number of the followed one.
func shown(a *article.Article, f Focus) string {
	span, ok := f.Span(a)
	if !ok {
		return "nothing"
	}
	text := a.Slice(span).String()
	if f.Group > 0 {
		text += fmt.Sprint("#", f.Group)
	}
	return text
}

func on(kind Kind, index int) Focus { return Focus{Kind: kind, Index: index} }

func TestWalk(t *testing.T) {
	a := sample()
	body := a.Body.String()
	tests := []struct {
		name   string
		focus  Focus
		screen string // what is on screen
		n      int
		want   string
	}{
		{"into the screen", Focus{}, body, 1, "[1]"},
		{"into the screen from below", Focus{}, body, -1, "[?]"},
		{"from the top of a later screen", Focus{}, "turn <a> at [1,2]", 1, "<a>"},
		{"from its end", Focus{}, "turn <a> at [1,2]", -1, "[1,2]"},
		{"a stop that begins the screen", Focus{}, "[1,2] noon", 1, "[1,2]"},
		{"a stop that begins just below", Focus{}, "turn ", -1, "[1]"},
		{"on from a citation to a link", on(Citation, 0), body, 1, "<a>"},
		{"back from a link to a citation", on(Link, 0), body, -1, "[1]"},
		{"on from a reference", OnReference(1), body, 1, "nothing"},
		{"back from a reference", OnReference(1), body, -1, "[?]"},
		{"before the first", on(Citation, 0), body, -1, "nothing"},
		{"after the last", on(Citation, 2), body, 1, "nothing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			at := strings.Index(body, tt.screen)
			f, ok := NewStops(a).Walk(tt.focus, article.Span{Start: at, End: at + len(tt.screen)}, tt.n)
			if got := shown(a, f); got != tt.want || ok != (tt.want != "nothing") {
				t.Errorf("got %s, %v, want %s", got, ok, tt.want)
			}
		})
	}
	if f, _ := Citations(a).Walk(on(Citation, 0), article.Span{}, 1); shown(a, f) != "[1,2]" {
		t.Errorf("citations alone go on to %s", shown(a, f))
	}
	if n := NewStops(a).Len(); n != 4 {
		t.Errorf("%d stops", n)
	}
}

func TestStopAt(t *testing.T) {
	a := sample()
	body := a.Body.String()
	for _, tt := range []struct{ at, want string }{
		{"Tides", "nothing"}, {"[1]", "[1]"}, {"1]", "[1]"}, {"] turn", "[1]"}, {" turn", "nothing"}, {"a> at", "<a>"}, {"Wren", "nothing"},
	} {
		f, ok := NewStops(a).At(strings.Index(body, tt.at))
		if !ok {
			f = Focus{}
		}
		if got := shown(a, f); got != tt.want {
			t.Errorf("at %q: got %s, want %s", tt.at, got, tt.want)
		}
	}
}

// TestAdjacentStops holds that each byte belongs to the stop that it is in, also where one follows on another.
func TestAdjacentStops(t *testing.T) {
	a := &article.Article{Body: safe.New("[1][2]"), Citations: []article.Citation{{Span: article.Span{Start: 0, End: 3}}, {Span: article.Span{Start: 3, End: 6}}}}
	for offset, want := range []string{"[1]", "[1]", "[1]", "[2]", "[2]", "[2]"} {
		if f, ok := NewStops(a).At(offset); !ok || shown(a, f) != want {
			t.Errorf("at %d: %s, want %s", offset, shown(a, f), want)
		}
	}
}

func TestWithin(t *testing.T) {
	a := sample()
	body := a.Body.String()
	for _, tt := range []struct{ span, want string }{
		{body, "[1] <a> [1,2] [?] Wren Oke"}, {"turn <a> at ", "<a>"}, {"turn <a> at [", "<a> [1,2]"}, {"noon", ""}, {"Oke\n", "Oke"}, {"", ""},
	} {
		at := strings.Index(body, tt.span)
		var got []string
		for _, f := range NewStops(a).Within(article.Span{Start: at, End: at + len(tt.span)}) {
			got = append(got, shown(a, f))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("in %q: got %s, want %s", tt.span, got, tt.want)
		}
	}
}

func TestTurn(t *testing.T) {
	a := sample()
	tests := []struct {
		name string
		from Focus
		n    int
		want string
	}{
		{"the second candidate", on(Citation, 1), 1, "[1,2]#1"},
		{"round to the first", Focus{Citation, 1, 1}, 1, "[1,2]"},
		{"round to the last", on(Citation, 1), -1, "[1,2]#1"},
		{"far round", on(Citation, 1), -3, "[1,2]#1"},
		{"one candidate", on(Citation, 0), 1, "[1]"},
		{"no candidate", on(Citation, 2), 1, "[?]"},
		{"a reference", OnReference(2), 1, "Oke"},
		{"nothing", Focus{}, 1, "nothing"},
	}
	for _, tt := range tests {
		if got := shown(a, tt.from.Turn(a, tt.n)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestReference(t *testing.T) {
	a := sample()
	for _, tt := range []struct {
		focus Focus
		want  int // 0 for none
	}{
		{on(Citation, 0), 1}, {on(Citation, 1), 1}, {Focus{Citation, 1, 1}, 2}, {on(Citation, 2), 0}, {OnReference(2), 2}, {OnReference(3), 0}, {on(Link, 0), 0}, {Focus{}, 0},
	} {
		if r, ok := tt.focus.Reference(a); r.Number != tt.want || ok != (tt.want > 0) {
			t.Errorf("%s: got reference %d, %v, want %d", shown(a, tt.focus), r.Number, ok, tt.want)
		}
	}
}

// A position that was kept is used in another reading of the article, which may have less.
func TestIn(t *testing.T) {
	a := sample()
	for _, tt := range []struct {
		focus Focus
		want  bool
	}{
		{Focus{}, true},
		{on(Citation, 2), true}, {on(Citation, 3), false}, {Focus{Citation, 1, 1}, true}, {Focus{Citation, 1, 2}, false}, {Focus{Citation, 2, 1}, false},
		{on(Link, 0), true}, {on(Link, 1), false},
		{OnReference(2), true}, {OnReference(3), false},
	} {
		if got := tt.focus.In(a); got != tt.want {
			t.Errorf("%+v: got %v", tt.focus, got)
		}
	}
}

func TestIs(t *testing.T) {
	if !(Focus{Citation, 1, 1}).Is(on(Citation, 1)) || on(Citation, 1).Is(on(Link, 1)) || on(Citation, 1).Is(on(Citation, 2)) {
		t.Error("a focus is told by its kind and index")
	}
}

func TestCitedAt(t *testing.T) {
	a := sample()
	for number, want := range []string{0: "", 1: "[1] [1,2]", 2: "[1,2]", 3: ""} {
		var got []string
		for _, f := range CitedAt(a, number) {
			got = append(got, shown(a, f))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("reference %d: got %s, want %s", number, got, want)
		}
	}
}

// TestHistory takes steps: a letter jumps there, < goes back and > forward, which stay where
// there is nowhere to go, and ^ makes all places upper case.
func TestHistory(t *testing.T) {
	for _, tt := range []struct{ steps, want string }{
		{"", "a"}, {"<", "a"}, {">", "a"},
		{"b<", "a"}, {"bc<", "b"}, {"bc<<", "a"}, {"bc<<<", "a"},
		{"bc<>", "c"}, {"bc<<>", "b"}, {"bc<<>>>", "c"},
		{"bc<d>", "d"}, {"bc<d<", "b"}, {"bc<<d<", "a"},
		{"bc<^<", "A"}, {"bc<^>", "C"},
	} {
		var h History[string]
		now := "a"
		for _, step := range tt.steps {
			last, wasLast := h.Last()
			p, ok := "", false
			switch step {
			case '<':
				if p, h, ok = h.Back(now); ok != wasLast || p != last {
					t.Errorf("%s: Last says %q, Back %q", tt.steps, last, p)
				}
			case '>':
				p, h, ok = h.Forward(now)
			case '^':
				h = h.Map(strings.ToUpper)
			default:
				h.Leave(now)
				p, ok = string(step), true
			}
			if ok {
				now = p
			}
		}
		if now != tt.want {
			t.Errorf("%q leads to %q, want %q", tt.steps, now, tt.want)
		}
	}
}

// A history is a value: what is done to a copy leaves the other as it is.
func TestHistoryCopies(t *testing.T) {
	var h History[int]
	for i := range 3 {
		h.Leave(i)
	}
	_, back, _ := h.Back(3)
	back.Leave(10)
	h.Map(func(int) int { return -1 })
	if p, _ := h.Last(); p != 2 {
		t.Errorf("the last place is %d", p)
	}
}

func TestHistoryBound(t *testing.T) {
	var h History[int]
	for i := range maxHistory + 5 {
		h.Leave(i)
	}
	n, now := 0, 0
	for ok := true; ok; n++ {
		now, h, ok = h.Back(now)
	}
	if n-1 != maxHistory {
		t.Errorf("%d jumps are kept", n-1)
	}
}
