package token

// SetItalic marks the tokens of each stretch of text, in the order in which the stretches stand in
// the reference. A stretch that the list does not hold, or that is no more than a number, is left out.
func (l List) SetItalic(stretches []string) {
	at := 0
	for n, s := range stretches {
		words := withoutLocator(Split(s))
		if len(words) == 0 {
			continue
		}
		if i := l.find(words, at); i >= 0 {
			at = i + len(words)
			for k := i; k < at; k++ {
				l[k].Italic = n + 1
			}
		}
	}
}

// withoutLocator returns a stretch without the numerals at its end that a comma sets apart:
// APA has the volume in italics too, "Journal of Waves, 12".
func withoutLocator(l List) List {
	end := len(l)
	for end > 0 && l[end-1].Kind != Word {
		end--
	}
	if end == 0 || end == len(l) || l[end].OneOf(",.;:") {
		return l[:end]
	}
	return l
}

// find returns the first place from i on at which the words stand, or -1.
func (l List) find(words List, i int) int {
	for ; i+len(words) <= len(l); i++ {
		k := 0
		for k < len(words) && l[i+k].Text == words[k].Text {
			k++
		}
		if k == len(words) {
			return i
		}
	}
	return -1
}
