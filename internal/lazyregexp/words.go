package lazyregexp

import (
	"bytes"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"
)

// An expression is slow to try at every place of a text, and most texts lack what it looks for:
// (?i)\b(?:accessed|retrieved) on needs "accessed" or "retrieved", in letters of either case. To look
// for these first takes a small part of the time.

// words are a set of words of which each match of an expression contains one.
type words struct {
	list []string
	fold bool // ASCII letters of either case are alike, and those in the list are small
}

// mostWords is how many words are looked for: the more, the less is gained.
const mostWords = 40

// wordsOf returns the words of an expression, or nil where it has none that are worth looking for: one
// that matches at the beginning of a text only is tried there only.
func wordsOf(tree *syntax.Regexp) *words {
	for first := tree; ; first = first.Sub[0] {
		if first.Op == syntax.OpBeginText {
			return nil
		}
		if first.Op != syntax.OpConcat && first.Op != syntax.OpCapture {
			break
		}
	}
	if w := needed(tree); w != nil && w.worth() > 0 {
		return w
	}
	return nil
}

// needed returns words of which each match of an expression contains one, or nil.
func needed(tree *syntax.Regexp) *words {
	if w := whole(tree); w != nil {
		return w.shortest()
	}
	switch tree.Op {
	case syntax.OpLiteral:
		longest := ""
		for run := range strings.FieldsFuncSeq(string(tree.Rune), func(r rune) bool { return r >= utf8.RuneSelf }) {
			if len(run) > len(longest) {
				longest = run
			}
		}
		return literal(longest, true)
	case syntax.OpCapture, syntax.OpPlus:
		return needed(tree.Sub[0])
	case syntax.OpRepeat:
		if tree.Min > 0 {
			return needed(tree.Sub[0])
		}
	case syntax.OpConcat:
		var best, run *words // run are the words that its last parts together match
		for _, sub := range tree.Sub {
			part := whole(sub)
			if run = run.before(part); run == nil {
				run = part
			}
			if part == nil {
				part = needed(sub)
			} else {
				part = run.shortest()
			}
			if part != nil && (best == nil || part.worth() > best.worth()) {
				best = part
			}
		}
		return best
	case syntax.OpAlternate:
		return union(tree.Sub, needed)
	}
	return nil
}

// longestClass is how many signs a class has at most that stands for each of them.
const longestClass = 6

// whole returns all texts that an expression matches, or nil if they are too many. A condition such as \b
// matches the text without a sign.
func whole(tree *syntax.Regexp) *words {
	switch tree.Op {
	case syntax.OpEmptyMatch, syntax.OpWordBoundary, syntax.OpNoWordBoundary, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText:
		return &words{list: []string{""}}
	case syntax.OpLiteral:
		return literal(string(tree.Rune), tree.Flags&syntax.FoldCase != 0)
	case syntax.OpCharClass:
		w := &words{}
		for i := 0; i < len(tree.Rune); i += 2 {
			for r := tree.Rune[i]; r <= tree.Rune[i+1]; r++ {
				if len(w.list) == longestClass || r == utf8.RuneError {
					return nil
				}
				w.list = append(w.list, string(r))
			}
		}
		return w
	case syntax.OpCapture:
		return whole(tree.Sub[0])
	case syntax.OpQuest:
		if w := whole(tree.Sub[0]); w != nil {
			return &words{append([]string{""}, w.list...), w.fold}
		}
	case syntax.OpAlternate:
		return union(tree.Sub, whole)
	case syntax.OpConcat:
		all := &words{list: []string{""}}
		for _, sub := range tree.Sub {
			all = all.before(whole(sub))
		}
		return all
	}
	return nil
}

// literal returns a literal as a word, or nil. Where case does not matter, letters beyond ASCII may be written
// in other ways, and a sign that stands for what is no sign matches any such byte.
func literal(s string, fold bool) *words {
	if strings.ContainsRune(s, utf8.RuneError) || fold && strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return nil
	}
	if fold {
		s = string(lower(nil, s))
	}
	return &words{[]string{s}, fold}
}

// union returns the words of several expressions, or nil if one of them has none.
func union(trees []*syntax.Regexp, of func(*syntax.Regexp) *words) *words {
	all := &words{}
	for _, tree := range trees {
		w := of(tree)
		if w == nil || len(all.list)+len(w.list) > mostWords {
			return nil
		}
		all.list, all.fold = append(all.list, w.list...), all.fold || w.fold
	}
	return all.tidy()
}

// before returns each of the words before each of others, or nil if they are too many.
func (w *words) before(others *words) *words {
	if w == nil || others == nil || len(w.list)*len(others.list) > mostWords {
		return nil
	}
	all := &words{fold: w.fold || others.fold}
	for _, first := range w.list {
		for _, last := range others.list {
			all.list = append(all.list, first+last)
		}
	}
	return all.tidy()
}

// shortest returns the words without those that have another of them in them.
func (w *words) shortest() *words {
	out := &words{fold: w.fold}
	for _, long := range w.list {
		if !slices.ContainsFunc(w.list, func(s string) bool { return s != long && strings.Contains(long, s) }) {
			out.list = append(out.list, long)
		}
	}
	return out
}

// tidy makes all words small if some are, and drops those that are there twice.
func (w *words) tidy() *words {
	if w.fold {
		for i, s := range w.list {
			w.list[i] = string(lower(nil, s))
		}
	}
	slices.Sort(w.list)
	w.list = slices.Compact(w.list)
	return w
}

// worth is the length of the shortest of the words, 0 if one of them is in almost every text.
func (w *words) worth() int {
	least := len(w.list[0])
	for _, s := range w.list {
		if len(s) == 1 && (s[0] == ' ' || s[0] == '.' || s[0] == ',' || '0' <= s[0] && s[0] <= '9' || 'a' <= s[0]|0x20 && s[0]|0x20 <= 'z') {
			return 0
		}
		least = min(least, len(s))
	}
	return least
}

// in reports whether one of the words is in s.
func (w *words) in(s string) bool {
	if !w.fold {
		return slices.ContainsFunc(w.list, func(word string) bool { return strings.Contains(s, word) })
	}
	longest := len("\u212a")
	for _, word := range w.list {
		longest = max(longest, len(word))
	}
	var room [1024]byte
	for {
		piece := s[:min(len(s), len(room))]
		small := lower(room[:0], piece)
		for _, word := range w.list {
			if bytes.Contains(small, []byte(word)) {
				return true
			}
		}
		if holdsFolded(small) {
			return true // or so it may be
		}
		if len(piece) == len(s) {
			return false
		}
		s = s[len(piece)-min(longest, len(piece)-1):]
	}
}

// holdsFolded reports whether a text has one of the letters beyond ASCII that are alike to letters of
// ASCII where case does not matter, ſ to s and K (of Kelvin) to k.
func holdsFolded(s []byte) bool {
	return bytes.Contains(s, []byte("ſ")) || bytes.Contains(s, []byte("\u212a"))
}

// lower appends s with small ASCII letters.
func lower(to []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		to = append(to, c)
	}
	return to
}
