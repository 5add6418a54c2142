package token

import "strings"

// closers gives the marks that may close what a mark opens.
var closers = map[string]string{
	"“": "”“\"", "\"": "\"”", "„": "“”\"", "«": "»", "‘": "’'", "'": "'’", "‹": "›", "「": "」", "『": "』", "”": "”", "’": "’", "〈": "〉", "《": "》", "‚": "‘", "`": "'’`",
}

// Quoted returns the tokens [from, to) inside the quotation marks that open at
// token i, and the token after the closing mark.
func (l List) Quoted(i, end int) (from, to, after int, ok bool) {
	if i >= end || l[i].Kind != Mark || closers[l[i].Text] == "" {
		return 0, 0, 0, false
	}
	opener := l[i].Text
	from = i + 1
	for from < end && l[from].Text == opener { // ``LaTeX''
		from++
	}
	depth, last := 1, -1
	single := strings.Contains("‘'’‚`", opener)
	for k := from; k < end; k++ {
		t := l[k]
		switch {
		case t.Kind != Mark:
		case t.Text == opener && !strings.Contains(closers[opener], opener):
			depth++
		case strings.Contains(closers[opener], t.Text):
			if k+1 < end && !l[k+1].Gap && l[k+1].Kind != Mark && l[k+1].IsLower() {
				continue // an apostrophe, or a quote inside a word
			}
			last = k
			if depth--; depth <= 0 && (!single || l.endsQuote(k, end)) {
				return from, k, k + 1, true
			}
		}
	}
	if last > from {
		return from, last, last + 1, true
	}
	return 0, 0, 0, false
}

// endsQuote reports whether the single quotation mark at token k, which may be an
// apostrophe, ends a title: a stop stands beside it, or a new part begins.
func (l List) endsQuote(k, end int) bool {
	if k+1 >= end {
		return true
	}
	next := l[k+1]
	return next.Kind == Mark || next.IsUpper() || l[k-1].Dot || l[k-1].OneOf(".,?!") || next.Lower == "in"
}
