package refstring

import (
	"etal/internal/bib/refstring/token"
	"strings"
)

// closers gives the marks that may close what a mark opens.
var closers = map[string]string{
	"“": "”“\"", "\"": "\"”", "„": "“”\"", "«": "»", "‘": "’'", "'": "'’", "‹": "›", "「": "」", "『": "』", "”": "”", "’": "’", "〈": "〉", "《": "》", "‚": "‘", "`": "'’`",
}

// quoted returns the tokens [from, to) inside the quotation marks that open at
// token i, and the token after the closing mark.
func (p *refParser) quoted(i, end int) (from, to, after int, ok bool) {
	if i >= end || p.t[i].Kind != token.Mark || closers[p.t[i].Text] == "" {
		return 0, 0, 0, false
	}
	opener := p.t[i].Text
	from = i + 1
	for from < end && p.t[from].Text == opener { // ``LaTeX''
		from++
	}
	depth, last := 1, -1
	single := strings.Contains("‘'’‚`", opener)
	for k := from; k < end; k++ {
		t := p.t[k]
		switch {
		case t.Kind != token.Mark:
		case t.Text == opener && !strings.Contains(closers[opener], opener):
			depth++
		case strings.Contains(closers[opener], t.Text):
			if k+1 < end && !p.t[k+1].Gap && p.t[k+1].Kind != token.Mark && p.t[k+1].IsLower() {
				continue // an apostrophe, or a quote inside a word
			}
			last = k
			if depth--; depth <= 0 && (!single || p.endsQuote(k, end)) {
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
func (p *refParser) endsQuote(k, end int) bool {
	if k+1 >= end {
		return true
	}
	next := p.t[k+1]
	return next.Kind == token.Mark || next.IsUpper() || p.t[k-1].Dot || p.t[k-1].OneOf(".,?!") || next.Lower == "in"
}
