package screen

// ToEnd is further than any list is long.
const ToEnd = 1 << 30

// Steps returns how far a command of the reader moves in a list over the text on a screen of
// some rows, 0 for a command that does something else.
func Steps(command string, rows int) int {
	switch command {
	case "down", "next", "next-section":
		return 1
	case "up", "prev", "prev-section":
		return -1
	case "page-down", "half-down":
		return max(rows/2, 1)
	case "page-up", "half-up":
		return -max(rows/2, 1)
	case "top":
		return -ToEnd
	case "bottom":
		return ToEnd
	}
	return 0
}

// Plain makes a command of a function that takes no count.
func Plain[S any](f func(S) (S, Action)) func(S, int) (S, Action) {
	return func(s S, _ int) (S, Action) { return f(s) }
}

// Step makes a command of a function that is given n, whatever the count.
func Step[S any](f func(S, int) (S, Action), n int) func(S, int) (S, Action) {
	return func(s S, _ int) (S, Action) { return f(s, n) }
}

// Times makes a command of a function that is given n times the count, which is at least 1.
func Times[S any](f func(S, int) (S, Action), n int) func(S, int) (S, Action) {
	return func(s S, count int) (S, Action) { return f(s, n*max(count, 1)) }
}

// Ask makes a command that asks the program for an action.
func Ask[S any](a Action) func(S, int) (S, Action) {
	return func(s S, _ int) (S, Action) { return s, a }
}
