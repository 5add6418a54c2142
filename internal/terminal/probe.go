package terminal

import "time"

// Esc is a key, and ESC the first byte of every sequence. Only the terminal knows whether more
// was to follow, and it can be asked: it sends a sequence as a whole, so the rest of one that was
// cut behind its ESC comes before the answer to any later query. A terminal that answers is
// therefore asked for its status when an ESC has stood alone for the patience. If the answer comes
// next, the key was Esc.

const (
	// statusQuery asks a terminal for its status (DSR 5), which all but the dumbest answer.
	statusQuery = "\x1b[5n"

	// probeDeadline is how long to wait for the status, longer than a lost packet takes to be
	// sent again. A terminal that has not answered by then is not asked again.
	probeDeadline = time.Second

	// overdueSlack is how much later than twice the time of the last answer an answer is overdue.
	overdueSlack = 50 * time.Millisecond
)

// isStatus reports whether seq is an answer to statusQuery.
func isStatus(seq []byte) bool { return string(seq) == "\x1b[0n" || string(seq) == "\x1b[3n" }

// A prober knows whether a terminal answers, and in what time.
type prober struct {
	sent    time.Time     // when the unanswered query was sent, or zero
	answers bool          // the last was answered in time
	took    time.Duration // the time that the last answer took
}

// begin notes that a query is sent at now, and reports whether that is needed: none is unanswered.
func (p *prober) begin(now time.Time) bool {
	if !p.sent.IsZero() {
		return false
	}
	p.sent = now
	return true
}

// left returns how long to wait for the answer to the query that was or would be sent; zero if
// the terminal does not answer.
func (p *prober) left(now time.Time) time.Duration {
	switch {
	case !p.answers:
		return 0
	case p.sent.IsZero():
		return probeDeadline
	}
	return max(0, p.sent.Add(probeDeadline).Sub(now))
}

// answered notes an answer.
func (p *prober) answered(now time.Time) {
	if p.sent.IsZero() {
		return // to another program
	}
	p.took = now.Sub(p.sent)
	p.answers = p.took <= probeDeadline
	p.sent = time.Time{}
}

// overdue reports whether an answer takes so long that the line must have stalled: what comes
// before it is not what somebody typed meanwhile.
func (p *prober) overdue(now time.Time) bool {
	return !p.sent.IsZero() && now.Sub(p.sent) > 2*p.took+overdueSlack
}
