package refstring

import (
	"strings"

	"etal/internal/bib/refstring/token"
)

// reportWords name the kinds of works that an institution numbers and publishes itself.
var reportWords = token.SetOf(`report reports rep rfc tr paper memo memorandum note bericht rapport rapporto informe deliverable publication`)

// reportNumber reads what kind of report the tokens [i, j) say the work is, and which number it has:
// "Report No. 7506", "RFC 3629", "NBER Working Paper 12". It reports whether they say so.
func (p *refParser) reportNumber(i, j int) bool {
	k := i
	for k < j && p.t[k].Kind == token.Word && (p.labelOnly(k) || reportWords[p.t[k].Lower] || p.t[k].IsUpper()) && !p.startsNumber(k) {
		k++
	}
	words := k
	for words > i && p.labelOnly(words-1) && !reportWords[p.t[words-1].Lower] {
		words--
	}
	if words == i || !p.t.AnyWord(i, words, reportWords) || k >= j || p.t.AnyWord(k+1, j, token.FunctionWords) {
		return false
	}
	p.item.Number = p.t.Field(k, j)
	if p.t[i].Lower == "rfc" {
		p.item.Collection = p.t[i].Text
	} else {
		p.item.Genre = strings.TrimSuffix(p.t.Field(i, words), ".")
	}
	return true
}

// labelOnly reports whether token k is a label such as "No."
func (p *refParser) labelOnly(k int) bool { return token.Labels[p.t[k].Lower] == token.IssueRole }

// startsNumber reports whether a report's number starts at token k: "7506", "CS-12".
func (p *refParser) startsNumber(k int) bool {
	return p.t[k].Kind == token.Number || strings.ContainsAny(p.t[k].Text, "0123456789")
}

// reportAt returns the tokens in [i, end) of a parenthesis that says which report the work is, and reads
// its number. Without one it is empty, at end.
func (p *refParser) reportAt(i, end int) (from, to int) {
	for k := i + 2; k < end; k++ {
		if !p.t[k].Is("(") {
			continue
		}
		if close := p.t.Closing(k); close < end && p.reportNumber(k+1, close) {
			return k, close + 1
		}
	}
	return end, end
}
