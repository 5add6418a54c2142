package list

import "etal/internal/tui/screen"

// move chooses the article n places on.
func (l Model) move(n int) (Model, screen.Action) { return l.choose(l.chosen + n), nil }

// Scroll answers a notch of the mouse's wheel.
func (l Model) Scroll(n int) Model {
	l.touched = true
	return l.choose(l.chosen + n)
}

// movePages chooses the article n screens on.
func (l Model) movePages(n int) (Model, screen.Action) { return l.move(n * l.visible()) }

// moveHalfPages chooses the article n half screens on.
func (l Model) moveHalfPages(n int) (Model, screen.Action) {
	return l.move(n * max(l.visible()/2, 1))
}

// Click answers a click on a row of the screen: it chooses the article there and,
// where that is chosen, opens it.
func (l Model) Click(column, row int) (Model, screen.Action) {
	l.touched = true
	row -= l.headRows()
	if row < 0 || column >= l.listColumns() {
		return l, nil
	}
	for n := l.top; n < len(l.shown); n++ {
		if row -= l.height(n); row >= 0 {
			continue
		}
		if n == l.chosen {
			return l, screen.OpenArticle{Entry: l.entry()}
		}
		return l.choose(n), nil
	}
	return l, nil
}

// visible returns how many of the articles from the top on are on screen as a whole, at least 1.
func (l Model) visible() int {
	rows := 0
	for n := l.top; n < len(l.shown); n++ {
		rows += l.height(n)
		if rows-1 > l.listRows() { // the blank row below may be missing
			return max(n-l.top, 1)
		}
	}
	return max(len(l.shown)-l.top, 1)
}

// choose chooses an article and keeps it on screen, and the last screen full.
func (l Model) choose(n int) Model {
	last := max(len(l.shown)-1, 0)
	l.chosen = min(max(n, 0), last)
	l.top = min(max(l.top, l.topFor(l.chosen)), l.chosen, l.topFor(last))
	return l
}

// topFor returns the first article from which on the nth is on screen as a whole.
func (l Model) topFor(n int) int {
	if n >= len(l.shown) {
		return 0
	}
	for rows := l.height(n); n > 0; n-- {
		if rows += l.height(n - 1); rows-1 > l.listRows() {
			break
		}
	}
	return n
}
