package mathtext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
)

// Letters with a superscript or subscript in Unicode, each before its form.
var (
	raisedForms  = pairs("0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻–⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻAᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟθᶿφᵠχᵡ′′″″∗*⋆*")
	loweredForms = pairs("0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋–₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ")
)

// longWord matches words that are easier to read in letters of full size.
var longWord = lazyregexp.New(`\p{L}{4}`)

func pairs(s string) map[rune]rune {
	forms := map[rune]rune{}
	letters := []rune(s)
	for i := 0; i+1 < len(letters); i += 2 {
		forms[letters[i]] = letters[i+1]
	}
	return forms
}

// Raise returns an exponent in superscripts where Unicode has all of them, else after the
// mark: x², e^(−G/Q).
func Raise(text, mark string) string { return script(text, mark, raisedForms) }

// Lower returns an index in subscripts, else after a low line: xᵢ, k_treated.
func Lower(text string) string { return script(text, "_", loweredForms) }

func script(text, mark string, forms map[rune]rune) string {
	text = strings.TrimSpace(text)
	if text == "" {
		return ""
	}
	if set, ok := inForms(strings.ReplaceAll(text, " ", ""), forms); ok && !longWord.MatchString(text) {
		return set
	}
	return mark + parenthesized(text)
}

// inForms returns text in the forms, if they have all of its letters.
func inForms(text string, forms map[rune]rune) (string, bool) {
	var b strings.Builder
	for _, r := range text {
		form, ok := forms[r]
		if !ok {
			return text, false
		}
		b.WriteRune(form)
	}
	return b.String(), true
}

var blankBetweenWords = lazyregexp.New(`[\p{L}\p{N}] [\p{L}\p{N}]`)

// parenthesized puts parentheses around a script that is more than one word.
func parenthesized(text string) string {
	compact := strings.ReplaceAll(text, " ", "")
	if !blankBetweenWords.MatchString(text) {
		text = compact
	}
	word := strings.IndexFunc(compact, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) < 0
	if word || utf8.RuneCountInString(compact) == 1 {
		return compact
	}
	return "(" + text + ")"
}
