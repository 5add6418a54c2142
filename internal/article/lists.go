package article

// textBetween is how much text, in bytes, stands at least between two reference lists: parts of one have headings
// and remarks between them.
const textBetween = 200

// Lists returns the reference lists of the article, of which books have one in each chapter, with text between.
func (a *Article) Lists() [][]Reference {
	if len(a.References) == 0 {
		return nil
	}
	var lists [][]Reference
	begun, text, headings := 0, 0, a.Headings
	for i, r := range a.References {
		if i == 0 {
			continue
		}
		text = 0
		for b := a.BlockAt(a.References[i-1].Start) + 1; b < len(a.Blocks) && a.Blocks[b].Start <= r.Start && text < textBetween; b++ {
			block := a.Blocks[b]
			for len(headings) > 0 && headings[0].Start < block.Start {
				headings = headings[1:]
			}
			if block.Contains(r.Start) || len(headings) > 0 && block.Contains(headings[0].Start) {
				continue
			}
			text += block.Len()
		}
		if text >= textBetween {
			lists = append(lists, a.References[begun:i])
			begun = i
		}
	}
	return append(lists, a.References[begun:])
}

// ListFor returns the reference list that the text at an offset cites: the first that ends behind it, or else
// the last. It is empty if there are no references.
func (a *Article) ListFor(offset int) []Reference {
	var list []Reference
	for _, list = range a.Lists() {
		if list[len(list)-1].End > offset {
			break
		}
	}
	return list
}
