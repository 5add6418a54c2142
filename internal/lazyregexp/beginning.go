package lazyregexp

import (
	"regexp/syntax"
	"unicode"
	"unicode/utf8"
)

// An expression such as ^ {0,3}[-*+] is tried on every line of a text, and the first sign of most lines
// shows that it does not match: to start the engine would take far longer.

// A beginning is the ASCII signs that a match may begin with at the beginning of a text.
type beginning [utf8.RuneSelf]bool

// beginningOf returns the beginning of an expression, or nil if it may match elsewhere or match nothing.
func beginningOf(tree *syntax.Regexp) *beginning {
	var b beginning
	if !isAnchored(tree) || b.add(tree) {
		return nil
	}
	return &b
}

// isAnchored reports whether an expression matches at the beginning of a text only.
func isAnchored(tree *syntax.Regexp) bool {
	switch tree.Op {
	case syntax.OpBeginText:
		return true
	case syntax.OpConcat, syntax.OpCapture:
		return isAnchored(tree.Sub[0])
	case syntax.OpAlternate:
		for _, sub := range tree.Sub {
			if !isAnchored(sub) {
				return false
			}
		}
		return true
	}
	return false
}

// add adds the signs that a match of an expression may begin with, and reports whether it may match
// nothing, so that what follows it may be the beginning, too.
func (b *beginning) add(tree *syntax.Regexp) (mayBeEmpty bool) {
	switch tree.Op {
	case syntax.OpNoMatch:
		return false
	case syntax.OpLiteral:
		first := tree.Rune[0]
		b.addRange(first, first)
		if tree.Flags&syntax.FoldCase != 0 {
			for r := unicode.SimpleFold(first); r != first; r = unicode.SimpleFold(r) {
				b.addRange(r, r)
			}
		}
		return false
	case syntax.OpCharClass:
		for i := 0; i < len(tree.Rune); i += 2 {
			b.addRange(tree.Rune[i], tree.Rune[i+1])
		}
		return false
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.addRange(0, unicode.MaxRune)
		return false
	case syntax.OpCapture, syntax.OpPlus:
		return b.add(tree.Sub[0])
	case syntax.OpStar, syntax.OpQuest:
		b.add(tree.Sub[0])
		return true
	case syntax.OpRepeat:
		return b.add(tree.Sub[0]) || tree.Min == 0
	case syntax.OpConcat:
		for _, sub := range tree.Sub {
			if !b.add(sub) {
				return false
			}
		}
		return true
	case syntax.OpAlternate:
		for _, sub := range tree.Sub {
			mayBeEmpty = b.add(sub) || mayBeEmpty
		}
		return mayBeEmpty
	}
	return true // a condition, such as \b
}

func (b *beginning) addRange(from, to rune) {
	for r := from; r <= min(to, utf8.RuneSelf-1); r++ {
		b[r] = true
	}
}

// of reports whether a match may begin at the beginning of s. A letter beyond ASCII may always begin one.
func (b *beginning) of(s string) bool {
	return s != "" && (s[0] >= utf8.RuneSelf || b[s[0]])
}
