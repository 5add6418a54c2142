package refstring

import "etal/internal/bib/refstring/token"

// split returns the token in [i, end) at which the container begins: i if all of it is
// the container, end if all of it is the title. Every stop is a candidate: the text before
// it is weighed as a title, the text behind it as the name of a journal. With located,
// numerals follow, which only a container has.
func (p *refParser) split(i, end int, located bool) int {
	if i >= end {
		return end
	}
	f := p.features(i, end)
	best, highest := end, 0.0
	if located {
		highest = -2.5
		if s := f.container(0) - 1.2; s > highest {
			best, highest = i, s
		}
	}
	seen, chain := 0, p.chain(i, end)
	for k := end - 1; k > i && seen < 60; k-- {
		strong := p.stopBefore(k, i)
		if k == chain {
			strong = max(strong, 0.8)
		}
		if strong == 0 {
			continue
		}
		seen++
		s := strong + f.container(k-i) + f.title(k-i)
		if !located {
			s -= 4
			if token.MeetingWords[p.t[k].Lower] {
				s += 1.5
			}
		}
		if s > highest {
			best, highest = k, s
		}
	}
	return best
}

// stopBefore weighs the stop before token k as the border of title and container.
func (p *refParser) stopBefore(k, from int) float64 {
	t, before := p.t[k], p.t[k-1]
	if t.IsLower() && !t.Gap || t.Kind == token.Mark {
		return 0
	}
	switch {
	case before.Is(",") || before.Is(";"):
		return 1
	case before.Is(":") && t.IsLower():
		return 0
	case before.Is(":") || before.OneOf("–—-") && before.Gap && t.Gap:
		return 0.1
	case before.OneOf("?!."):
		return 3
	case !before.Dot:
		return 0
	case before.Letters() == 1:
		return 0.5
	case p.shortBefore(k, from):
		return 0.4
	case token.Abbreviations[before.Lower] && before.IsUpper():
		return 0.3
	case before.Letters() <= 3 && before.IsUpper():
		return 1
	}
	return 3
}

// shortBefore reports whether what stands between the full stop before token k and
// the stop before that is one capital word, or two within a longer part: links of an
// abbreviated title such as "Quiet. Commun." rather than a sentence.
func (p *refParser) shortBefore(k, from int) bool {
	j := k - 1
	for j > from && !p.t[j-1].Dot && p.t[j-1].Kind != token.Mark && p.t[j].IsUpper() {
		j--
	}
	if !p.t[j].IsUpper() {
		return false
	}
	linked := j > from && (p.t[j-1].Dot || p.t[j-1].OneOf(":,"))
	return k-j == 1 && (j == from || linked) || k-j == 2 && linked && p.t[j-1].Dot
}

// chain returns the token in [i, end) where a chain of abbreviations that ends the
// part begins, which needs no stop before it: "… waves in towns Phys. Proc."
func (p *refParser) chain(i, end int) int {
	start := end
	for k := end - 1; k > i && (p.t[k].IsUpper() || token.FunctionWords[p.t[k].Lower] && k < end-1); k-- {
		if t := p.t[k]; t.Dot && t.IsUpper() || token.Abbreviations[t.Lower] || token.JournalWords[t.Lower] {
			start = k
		}
	}
	if start > i && p.t[start-1].IsLower() {
		return start
	}
	return end
}

// features holds, for each token of a part of the reference, sums over the tokens
// up to it, so that any stretch can be weighed without reading it again.
type features struct {
	n                                  int
	words, small, stops, comma, colons []int
	abbrev, dotted                     []int
	journal                            []bool // the word at this place is a journal's
	capital                            []bool
	first                              []bool // abbreviation or capital at this place
}

// features weighs the tokens [i, end).
func (p *refParser) features(i, end int) *features {
	n := end - i
	f := &features{n: n}
	for _, s := range []*[]int{&f.words, &f.small, &f.stops, &f.comma, &f.colons, &f.abbrev, &f.dotted} {
		*s = make([]int, n+1)
	}
	f.journal, f.capital, f.first = make([]bool, n+1), make([]bool, n+1), make([]bool, n+1)
	for k := 0; k < n; k++ {
		t := p.t[i+k]
		add := func(s []int, yes bool) {
			s[k+1] = s[k]
			if yes {
				s[k+1]++
			}
		}
		short := t.Dot && (token.Abbreviations[t.Lower] || t.Letters() <= 4 && t.IsUpper())
		link := t.IsUpper() && (k == 0 || p.t[i+k-1].Dot) // one word between stops
		add(f.words, t.Kind != token.Mark)
		add(f.small, t.IsLower() && !token.FunctionWords[t.Lower] && !t.Dot)
		add(f.stops, k+1 < n && (t.Dot && !token.Abbreviations[t.Lower] && t.Letters() > 3 && !link || t.OneOf("?!.")))
		add(f.comma, t.OneOf(",;"))
		add(f.colons, t.Is(":") && k > 0 && !token.Abbreviations[p.t[i+k-1].Lower] && p.t[i+k-1].Letters() > 1)
		add(f.abbrev, short || token.Abbreviations[t.Lower] && t.IsUpper())
		add(f.dotted, t.Dot && t.IsUpper())
		f.journal[k] = t.Kind == token.Word && (token.JournalWords[t.Lower] || t.Dot && (t.Text == "J" || t.Text == "Z")) && (t.IsUpper() || t.Dot)
		f.capital[k] = t.IsUpper() || t.Kind == token.Number
	}
	for k := n - 1; k >= 0; k-- {
		f.first[k] = f.journal[k]
		f.journal[k] = f.journal[k] || f.journal[k+1]
	}
	return f
}

// container weighs the tokens from k on as the title of a journal.
func (f *features) container(k int) float64 {
	span := func(s []int) float64 { return float64(s[f.n] - s[k]) }
	words := span(f.words)
	if words == 0 {
		return -10
	}
	s := 0.0
	if !f.capital[k] {
		s -= 3
	}
	if f.first[k] {
		s += 1.5
	}
	if f.journal[k] {
		s += 1
	}
	s += min(span(f.abbrev), 3) * 0.8
	s -= span(f.small) * 0.6
	s -= span(f.stops) * 2
	s -= span(f.comma) * 1.2
	s -= span(f.colons) * 1.5
	if words > 7 {
		s -= (words - 7) * 0.4
	}
	return s
}

// title weighs the tokens before k as a title.
func (f *features) title(k int) float64 {
	words, abbrev := float64(f.words[k]), float64(f.abbrev[k])
	s := 0.0
	if words > 3 {
		s += 1
	} else if words == 1 {
		s -= 2
	}
	if f.small[k] > 1 {
		s++
	}
	if abbrev > 0 && f.small[k] == 0 {
		s -= 3 * abbrev / words
	}
	return s
}
