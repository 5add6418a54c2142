package bib

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// A Run is a part of a printed reference in one style.
type Run struct {
	Text  string
	Style Style
}

// A Style says how a [Run] is set.
type Style uint8

// The styles of runs.
const (
	Roman   Style = iota
	Italic        // what a work is known by: the journal, the book
	Address       // a URL
)

// Print returns the reference as it is printed in a list, in a style close to that of the
// American Psychological Association: authors, year, title, what it appeared in. What is
// not known is left out.
func (item Item) Print() []Run {
	var p printer
	names, title := printNames(item.Author), item.Title
	if names == "" && len(item.Editor) > 0 && item.ContainerTitle == "" {
		names = strings.TrimSuffix(printNames(item.Editor), ".") + ". " + editors(item.Editor)
		item.Editor = nil
	}
	if names == "" && title != "" {
		p.title(item, title)
		title = ""
	}
	p.sentence(names)
	switch {
	case names != "" || item.Title != "" || item.Issued != nil || item.DOI+item.URL+item.ISBN == "":
		p.sentence("(" + item.printDate() + ")")
	case item.DOI+item.URL == "": // an identifier alone
		p.sentence("ISBN " + item.ISBN)
	}
	p.title(item, title)
	p.container(item)
	if arxiv := item.Number; strings.HasPrefix(arxiv, "arXiv:") {
		p.sentence(arxiv)
	}
	publisher := item.Publisher
	if item.PublisherPlace != "" {
		publisher = strings.TrimSuffix(item.PublisherPlace+": "+publisher, ": ")
	}
	if !strings.EqualFold(publisher, item.ContainerTitle) {
		p.sentence(publisher)
	}
	p.address(item)
	if d := item.Dates.Get("original-date"); d.Year() != 0 {
		p.add("(Original work published "+strconv.Itoa(d.Year())+")", Roman)
	}
	return p.runs
}

// Text returns the printed reference as plain text.
func (item Item) Text() string {
	var b strings.Builder
	for _, r := range item.Print() {
		b.WriteString(r.Text)
	}
	return b.String()
}

// printer puts a printed reference together, sentence by sentence.
type printer struct{ runs []Run }

// add adds text in a style, after a blank where something stands before it.
func (p *printer) add(text string, style Style) {
	if text == "" {
		return
	}
	if len(p.runs) > 0 {
		p.tail(" ")
	}
	p.runs = append(p.runs, Run{text, style})
}

// tail adds text to what was added last, in roman.
func (p *printer) tail(text string) {
	if last := &p.runs[len(p.runs)-1]; last.Style == Roman {
		last.Text += text
	} else if text != "" {
		p.runs = append(p.runs, Run{text, Roman})
	}
}

// stop ends the sentence, where it has not ended by itself.
func (p *printer) stop() {
	if last := strings.TrimRight(p.runs[len(p.runs)-1].Text, `"'”’`); last == "" || !strings.ContainsRune(".?!。？！", lastRune(last)) {
		p.tail(".")
	}
}

func (p *printer) sentence(text string) {
	if text != "" {
		p.add(text, Roman)
		p.stop()
	}
}

// title writes the title of a work: in italics where it stands for itself.
func (p *printer) title(item Item, title string) {
	if title == "" {
		return
	}
	style := Italic
	if item.ContainerTitle != "" {
		style = Roman
	}
	p.add(title, style)
	if item.ContainerTitle == "" {
		p.bracket(" (", ")", join("; ", item.helpers(), join(", ", printEdition(item.Edition), prefixed("Version ", item.Texts.Get("version")),
			prefixed("Vol. ", item.Volume), item.reportNumber(), pageRange(item.Page))))
	} else if translators := printTranslators(item.Translator); translators != "" {
		p.bracket(" (", ")", translators)
	}
	p.bracket(" [", "]", item.kind())
	p.stop()
}

// helpers returns those who edited or translated a work, as they stand behind its title.
func (item Item) helpers() string {
	edited := ""
	if len(item.Author) > 0 && len(item.Editor) > 0 {
		edited = printEditors(item.Editor) + ", " + strings.Trim(editors(item.Editor), "()")
	}
	return join("; ", edited, printTranslators(item.Translator))
}

// kind returns what stands in brackets behind a title: the genre, unless it only says that an
// article is one, or the type of what is no text.
func (item Item) kind() string {
	switch {
	case strings.HasPrefix(item.Type, "article") && strings.HasSuffix(strings.ToLower(item.Genre), "article"):
		return ""
	case item.Genre != "":
		return item.Genre
	case item.Type == "software":
		return "Computer software"
	case item.Type == "dataset":
		return "Data set"
	}
	return ""
}

// bracket adds those of the parts that there are, in brackets.
func (p *printer) bracket(open, end string, parts ...string) {
	if s := join(", ", parts...); s != "" {
		p.tail(open + s + end)
	}
}

// container writes what the work appeared in, with the place in it.
func (p *printer) container(item Item) {
	if item.ContainerTitle == "" {
		p.sentence(item.Collection)
		return
	}
	if !inBook(item) {
		p.add(item.ContainerTitle, Italic)
		volume := item.Volume
		if item.Issue != "" {
			volume += "(" + item.Issue + ")"
		}
		pages := strings.ReplaceAll(item.Page, "-", "–")
		if volume == "" {
			pages = pageRange(item.Page)
		}
		if where := join(", ", volume, pages); where != "" {
			p.tail(", " + where)
		}
		p.stop()
		return
	}
	p.add("In", Roman)
	if len(item.Editor) > 0 {
		p.add(printEditors(item.Editor)+" "+editors(item.Editor)+",", Roman)
	}
	p.add(item.ContainerTitle, Italic)
	p.bracket(" (", ")", printEdition(item.Edition), prefixed("Vol. ", item.Volume), prefixed("No. ", item.Issue), pageRange(item.Page))
	p.stop()
	p.sentence(item.Collection)
}

// inBook reports whether the work appeared in a book or in proceedings, not in a serial.
func inBook(item Item) bool {
	switch item.Type {
	case "chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary", "entry":
		return true
	}
	return len(item.Editor) > 0
}

// address writes the work's DOI as an address, or the address it has without one.
func (p *printer) address(item Item) {
	switch {
	case item.DOI != "":
		p.add("https://doi.org/"+addressOf(item.DOI), Address)
	case item.URL != "":
		p.add(addressOf(item.URL), Address)
	}
}

func addressOf(s string) string { return printedAddress.Replace(s) }

var printedAddress = strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", `"`, "%22", "`", "%60", `\`, "%5C")

func (item Item) reportNumber() string {
	if strings.HasPrefix(item.Number, "arXiv:") {
		return ""
	}
	return prefixed("No. ", item.Number)
}

func prefixed(prefix, s string) string {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return s
	}
	return prefix + s
}

func pageRange(s string) string {
	switch {
	case s == "":
		return ""
	case strings.ContainsAny(s, "-,"):
		return "pp. " + strings.ReplaceAll(s, "-", "–")
	}
	return "p. " + s
}

// printEdition writes an edition: "3" as "3rd ed.", and words with "ed." behind.
func printEdition(s string) string {
	n, err := strconv.Atoi(s)
	switch lower := strings.ToLower(s); {
	case s == "" || n == 1:
		return ""
	case err == nil:
		return ordinal(n) + " ed."
	case strings.Contains(lower, "ed.") || strings.Contains(lower, "edition"):
		return s
	}
	return s + " ed."
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// printDate writes the date of the work, to the day where that is how it is found.
func (item Item) printDate() string {
	d := item.Issued
	switch {
	case d.Year() == 0 && d != nil && d.Literal != "":
		return d.Literal
	case d.Year() == 0 && item.YearSuffix != "":
		return "n.d.-" + item.YearSuffix
	case d.Year() == 0:
		return "n.d."
	}
	s := strconv.Itoa(d.Year()) + item.YearSuffix
	if len(d.Parts) > 1 && len(d.Parts[1]) > 0 && d.Parts[1][0] != d.Year() {
		return s + "–" + strconv.Itoa(d.Parts[1][0])
	}
	date := d.Parts[0]
	switch item.Type {
	case "webpage", "article-newspaper", "article-magazine", "post-weblog", "post":
		if len(date) > 1 && date[1] >= 1 && date[1] <= 12 {
			s += ", " + time.Month(date[1]).String()
			if len(date) > 2 {
				s += fmt.Sprintf(" %d", date[2])
			}
		}
	}
	return s
}

// join joins those of the parts that are not empty.
func join(separator string, parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, separator)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
