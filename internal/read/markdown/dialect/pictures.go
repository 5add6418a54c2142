package dialect

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/read/markdown/dialect/lines"
)

// pictures removes the data: URLs of pictures, which word processors export: megabytes that no reader
// sees. The descriptions stay.
func pictures(t Text) (edits []edit) {
	labels := map[string]bool{} // of definitions of such pictures
	var uses []article.Span
	for _, b := range t.blocks("") {
		text := t.Body[b.Start:b.End]
		first, _, _ := strings.Cut(text, "\n")
		if strings.HasPrefix(text, "    ") || lines.CodeFence.MatchString(first) {
			continue
		}
		if m := dataDefinition.FindStringSubmatch(text[:min(len(text), longestLabel)]); m != nil {
			labels[strings.ToLower(m[1])] = true
			edits = append(edits, edit{Span: b})
			continue
		}
		if strings.Contains(text, "![") {
			uses = append(uses, b)
		}
	}
	for _, b := range uses {
		edits = append(edits, dataImages(t.Body, b, labels)...)
	}
	return edits
}

// longestLabel is the length in bytes in which the label of a definition is looked for.
const longestLabel = 1200

// noData is a URL of no data.
const noData = "(data:,)"

var (
	dataDefinition = lazyregexp.New(`^ {0,3}\[([^\]\n]+)\]:[ \t]*<?data:`)
	imageStart     = lazyregexp.New(`!\[([^\[\]]*)\](?:\[([^\[\]]*)\]|\(\s*<?data:)?`)
)

// dataImages makes the edits for the pictures in a block.
func dataImages(body string, b article.Span, labels map[string]bool) (edits []edit) {
	for at := b.Start; at < b.End; {
		i := strings.Index(body[at:b.End], "![")
		if i < 0 {
			break
		}
		at += i
		m := imageStart.FindStringSubmatchIndex(body[at:min(at+longestLabel, b.End)])
		if m == nil || m[0] > 0 {
			at += 2
			continue
		}
		end := at + m[1]
		alt := body[at+m[2] : at+m[3]]
		switch {
		case m[4] >= 0:
			label := body[at+m[4] : at+m[5]]
			if label == "" {
				label = alt
			}
			if !labels[strings.ToLower(label)] {
				at = end
				continue
			}
		case strings.HasSuffix(body[at:end], "data:"):
			n := strings.IndexByte(body[end:b.End], ')')
			if n < 0 {
				return edits
			}
			end += n + 1
		case !labels[strings.ToLower(alt)]:
			at = end
			continue
		}
		text := ""
		if alt != "" {
			text = "![" + alt + "]" + noData
		}
		edits = append(edits, edit{Span: article.Span{Start: at, End: end}, text: text})
		at = end
	}
	return edits
}
