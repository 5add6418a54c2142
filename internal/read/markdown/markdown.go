// Package markdown reads articles written in Markdown, with Pandoc's and MyST's citations by
// keys.
//
// The text is the article's body as it stands; only marks with keys are printed, and the list
// of the works that they name. [Read] parses it to find what is in it. The package must not
// know where bibliographies lie, nor of other formats.
package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/markdown"
	"etal/internal/read/markdown/dialect"
	"etal/internal/read/markdown/frontmatter"
	"etal/internal/reflist"
	"etal/internal/safe"
)

// Options are what a Markdown text may need beyond itself.
type Options struct {
	// Name is the article's file name without its extension.
	Name string
	// Works are those that the article's keys may name, before those of the bibliographies
	// that it names itself.
	Works []bib.Item
	// Bibliography reads a bibliography that lies beside the article; nil where it has no
	// folder. The notices say what could not be read of it.
	Bibliography func(name string) (works []bib.Item, notices []safe.Text, err error)
}

// Read reads a Markdown text, which is the article's body as it stands. Only where the front
// matter has a title that the text lacks is it put above, and where the text cites by keys
// are those printed, and the works that they name listed.
func Read(text safe.Text, o Options) *doc.Draft {
	s, fields := cutSource(text)
	s.entries = s.findEntries()
	if marks, nocite := findKeyMarks(s.body, markdown.Cut(s.body)), nocited(fields); len(marks) > 0 || len(nocite) > 0 {
		k := newKeyed(marks, withIdentified(o.works(&s.Meta, fields), marks), nocite)
		if title := fields.Line("reference-section-title"); title.Len() > 0 {
			k.title = title.String()
		}
		s = k.print(s)
	}
	d := s.draft()
	d.TitleByHeading()
	return d
}

// Beginning reads the beginning of a text, whose end may be missing: only its body, its title
// and what is needed to show it.
func Beginning(text safe.Text) *doc.Draft {
	s, _ := cutSource(text)
	d := s.sketch()
	d.TitleByHeading()
	return d
}

// Sketch reads a text and its reference list, not what is headed, cited and linked in it.
func Sketch(text safe.Text) *doc.Draft {
	s, _ := cutSource(text)
	s.entries = s.findEntries()
	d := s.sketch()
	d.TitleByHeading()
	return d
}

// What a reader is told where a limit has changed how an article looks.
var (
	NoticeDeep        = fmt.Sprintf("quotes and lists that are nested deeper than %d levels are shown at that depth", markdown.MaxDepth)
	NoticeFrontMatter = fmt.Sprintf("front matter of more than %d KiB is shown as text", frontmatter.Max>>10)
	NoticeDefinitions = "link definitions that would make far more of the text than it is are shown as text"
)

// A source is a Markdown text and what is known of it before it is parsed.
type source struct {
	doc.Meta
	body      string
	places    []dialect.Place
	entries   []reflist.Entry
	items     map[int]*bib.Item  // the fields of entries, by their index, where they are told
	citations []article.Citation // by keys
	complete  bool               // no others are to be looked for
}

// cutSource reads the front matter; the reference list is still to be found.
func cutSource(t safe.Text) (source, frontmatter.Fields) {
	text := doc.ReplaceFormFeeds(t.String(), "\n\n")
	var s source
	fields, body, ok := frontmatter.Cut(text)
	body = strings.TrimLeft(body, "\n")
	if ok {
		fields.Describe(&s.Meta)
		body = withFrontMatter(&s.Meta, fields, body)
	} else if frontmatter.IsLong(text) {
		s.Notify(NoticeFrontMatter)
	}
	translated := dialect.Translate(endLine(body))
	s.body, s.places = endLine(translated.Body), translated.Places
	s.Notices = append(s.Notices, translated.Notices...)
	return s, fields
}

// endLine returns text with one line end after its last letter; not a copy if it has one there.
func endLine(text string) string {
	trimmed := strings.TrimRight(text, " \t\n")
	if strings.HasPrefix(text[len(trimmed):], "\n") {
		return text[:len(trimmed)+1]
	}
	return trimmed + "\n"
}

var (
	atxHeading = lazyregexp.New(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#*)?$`)
	boldLine   = lazyregexp.New(`^(?:\*\*|__)([^*_\n]+?):?(?:\*\*|__):?$`)
)

// headingOf reads a block that is a heading, also one that is only bold. Level is 0
// where it is none.
func headingOf(block string) (level int, title string) {
	if m := atxHeading.FindStringSubmatch(block); m != nil && !strings.Contains(block, "\n") {
		return len(m[1]), m[2]
	}
	if m := boldLine.FindStringSubmatch(block); m != nil {
		return 6, m[1]
	}
	if title, line, ok := strings.Cut(block, "\n"); ok && strings.Trim(strings.TrimSpace(line), "=-") == "" {
		return 2 - min(strings.Count(line, "="), 1), title
	}
	return 0, ""
}

// findEntries finds the entries of the reference lists of a Markdown text: under
// every heading that announces one, or else where Pandoc has put one, or the numbered list at its end,
// and the link definitions that bear further numbers; or its footnotes; or all of a text that is nothing
// else.
func (s source) findEntries() []reflist.Entry {
	body := s.body
	blocks := markdown.Cut(body)
	var entries, prose []reflist.Entry // prose is what stands under such a heading and is no list
	for i := 0; i < len(blocks); i++ {
		level, title := headingOf(body[blocks[i].Start:blocks[i].End])
		if level == 0 || !reflist.IsHeading(title) {
			continue
		}
		region, first := article.Span{Start: blocks[i].End, End: len(body)}, i+1
		for i+1 < len(blocks) {
			if next, _ := headingOf(body[blocks[i+1].Start:blocks[i+1].End]); next != 0 && next <= level {
				region.End = blocks[i+1].Start
				break
			}
			i++
		}
		if part := reflist.Cut(body, trimNotes(body, region, blocks[first:i+1])); reflist.IsList(body, part) {
			entries = append(entries, part...)
		} else {
			prose = append(prose, part...)
		}
	}
	if len(entries) == 0 {
		entries = s.pandocList(blocks)
	}
	if len(entries) == 0 {
		entries = prose
	}
	if len(entries) == 0 {
		entries = trailingList(body, blocks)
	}
	entries = append(entries, numberedDefinitions(body, blocks, entries)...)
	if len(entries) == 0 {
		entries = findNotes(body, blocks).entries(body, blocks)
	}
	if len(entries) == 0 {
		return reflist.FindBare(body)
	}
	return entries
}

// pandocList finds the reference list that Pandoc has written without a heading: from the place that it
// calls "refs" to the last of those that it calls "ref-" and the key of a work.
func (s source) pandocList(blocks []article.Span) []reflist.Entry {
	region := article.Span{Start: -1}
	for _, p := range s.places {
		switch {
		case p.Name == "refs" && region.Start < 0:
			region.Start = p.Offset
		case strings.HasPrefix(p.Name, "ref-") && region.Start >= 0:
			region.End = p.Offset
		}
	}
	last, _ := slices.BinarySearchFunc(blocks, region.End, func(b article.Span, at int) int { return cmp.Compare(b.End, at) })
	if region.End == 0 || last == len(blocks) {
		return nil
	}
	region.End = blocks[last].End
	return reflist.Cut(s.body, region)
}

// trimNotes ends a region, whose blocks are given, before the footnotes and link definitions
// that Markdown writers put at the end of the file, whatever section that is.
func trimNotes(body string, region article.Span, blocks []article.Span) article.Span {
	for i := len(blocks) - 1; i >= 0; i-- {
		if !noteText.MatchString(body[blocks[i].Start:blocks[i].End]) && !namedDefinition.MatchString(body[blocks[i].Start:blocks[i].End]) {
			break
		}
		region.End = blocks[i].Start
	}
	return region
}

// trailingList finds a reference list that no heading announces: the run of labelled
// entries that ends the text.
func trailingList(body string, blocks []article.Span) []reflist.Entry {
	for i := len(blocks) - 1; i >= 0; i-- {
		if !reflist.HasNumber(body[blocks[i].Start:blocks[i].End]) {
			return nil
		}
		if i > 0 && reflist.HasNumber(body[blocks[i-1].Start:blocks[i-1].End]) {
			continue
		}
		entries := reflist.Cut(body, article.Span{Start: blocks[i].Start, End: len(body)})
		if len(entries) > 0 && entries[0].Label != "" && reflist.LooksLikeReferences(body, entries) {
			return entries
		}
		return nil
	}
	return nil
}

var (
	numberDefinition = lazyregexp.New(`^ {0,3}\[(\d{1,4})\]:[ \t]*`)
	namedDefinition  = lazyregexp.New(`^ {0,3}\[[^\]^\n]*[^\]\d\n][^\]\n]*\]:[ \t]*\S+`)
)

// numberedDefinitions reads link definitions such as "[12]: https://…" as the
// references that the marks [12] name, unless the list has an entry of that number.
func numberedDefinitions(body string, blocks []article.Span, list []reflist.Entry) []reflist.Entry {
	listed := map[string]bool{}
	after := 0
	for _, e := range list {
		listed[e.Label], after = true, e.End
	}
	var entries []reflist.Entry
	for _, b := range blocks {
		if m := numberDefinition.FindStringSubmatch(body[b.Start:b.End]); m != nil && !listed[m[1]] && b.Start >= after {
			listed[m[1]] = true
			entries = append(entries, reflist.Entry{Span: article.Span{Start: b.Start + len(m[0]), End: b.End}, LineStart: b.Start, Label: m[1]})
		}
	}
	return entries
}
