// Package guide is the texts of etal help TOPIC that neither keys nor settings are part of:
// how to read, write drafts and use etal with other programs, and which formats it reads.
//
// A topic is a function that returns its [manual.Part] values. The package must not know the
// command line; the tests of cmd/etal run its examples.
package guide

import "etal/internal/manual"

// Reading returns the guide to the reader.
func Reading() []manual.Part {
	return []manual.Part{
		{Title: "The list", Text: "/ filters by words in the title, the name, authors, summary, tags and year; Esc clears the filter. s sorts. " +
			"Files and URLs that were opened lately stand first, under Recent, and open where you left them; x removes one. etal tour teaches the keys in two minutes."},
		{Title: "Citations", Text: "Tab moves the focus to the next citation, whose references then show at the foot of the screen; if there are several, as in [2,5–7], the right and left arrows select one. " +
			"Enter goes to the reference, c lists every place that cites it with its sentence, a lists other articles that cite it, and o opens it in the browser, after showing the whole URL. " +
			"Backspace undoes each jump, to the line and row, also into the article you came from. 12r goes to reference 12. f labels everything that can be followed with a letter."},
		{Title: "Cited works at hand", Text: "At a reference, Enter opens the cited work if etal has it: another article of the list, or of the first 200 files in the folder of the file that you opened. The line at the foot says which file, and on what that rests: " +
			"the same DOI, arXiv number, PMCID or PMID; or title, year and first author, if only one article has these. An article with another DOI is never taken for the work. Otherwise Enter offers its URL, or shows where it is cited."},
		{Title: "Fetching cited works", Text: "O at a citation or reference fetches the work and opens it: by its DOI, arXiv number, PMCID or PMID, else its URL, else by title, year and first author, if exactly one work in Europe PMC has these. " +
			"It asks Europe PMC for the open article, arXiv for HTML and then the PDF, Unpaywall for an open copy if you have set email, and then the publisher: at most four requests. The foot shows who is asked; Esc gives up. " +
			"Of a closed work you see the record and the abstract, and o opens its page. Works that you opened are kept: they open again without the network, also by Enter. etal doi:10.1371/…, arxiv:1706.03762, PMC123 or pmid:123 opens a work directly, and etal refs prints its record."},
		{Title: "Search", Text: "/ finds the text as shown: \"in vivo study\" even if two of the words are in italics or the line breaks between them, cafe and café alike, straight quotes for curly ones. " +
			"A capital letter makes the search case-sensitive."},
		{Title: "View", Text: "t shows the outline. p shows the references in view beside the text, if the terminal is 110 columns wide; 7p goes to page 7 of a PDF or of a book's printed edition. " +
			"F shows the boilerplate that was removed from a page."},
		{Title: "Positions", Text: "An article opens where you left it, also at another width or after the file was edited, and the list shows how far you read each. A theme chosen with T is remembered, unless the configuration names one. " +
			"A file that changes is reloaded in place; e opens it in your editor at the line on screen."},
		{Title: "The web", Text: "etal fetches the URL that you give it and the works that you ask for, and nothing else: no pictures, no scripts, no links. It asks a host one thing at a time, with the pauses that the host wants. The foot of the screen shows the progress; Esc gives up."},
		{Title: "Mouse", Text: "The wheel scrolls. A click on a citation moves the focus to it, and a second one follows it. M toggles mouse capture, so that the terminal can select text."},
		{Title: "Browser and clipboard", Text: "o starts $BROWSER, or the system's browser, for http, https and mailto URLs only. y and Y copy with the system's clipboard program and through the terminal (OSC 52), which works over ssh too; in tmux that needs \"set -g set-clipboard on\". " +
			"In terminals that support OSC 8, URLs and DOIs are clickable."},
		{Title: "Line mode", Text: "etal --plain is for screen readers and for terminals that cannot move their cursor. Enter reads on, next prints the next citation and its reference, follow goes to that and on to a cited work at hand, fetch fetches it; other commands are ref 7, footnote 1, back, find WORDS and help. TERM=dumb and ACCESSIBLE=1 imply it."},
	}
}

// Writing returns the guide to drafts in Markdown.
func Writing() []manual.Part {
	return []manual.Part{
		{
			Title: "Citation keys",
			Lines: "[@smith2019, p. 3]   @smith2019   {cite}`smith2019`",
			Text: "In Markdown, these cite works by key, as in Pandoc and MyST. etal shows them as those print them, (Smith, 2019, p. 3), and lists the works at the end or where the article says.\n\n" +
				"It looks keys up in the bibliography: or references: of the front matter, in a .bib file of the article's name beside it, and in --bibliography FILE. An article can name only files in its own folder.",
		},
		{
			Title: "Examples",
			Lines: "etal --bibliography library.bib draft.md\n" +
				"etal check draft.md\n" +
				"etal refs --cited-only --order cited draft.md\n" +
				"etal refs --format bibtex paper.xml >paper.bib\n" +
				"pbpaste | etal refs --format bibtex -",
			Text: "The last turns a copied reference into BibTeX.",
		},
	}
}

// Formats returns what etal reads, and its limits.
func Formats() []manual.Part {
	return []manual.Part{
		{Rows: []manual.Row{
			{"PDF", "its text in reading order, over columns and pages, with the links that the file has; those that it lacks are found in the text. Running heads, page and line numbers are removed; F shows them. 7p goes to page 7, check names pages. PDFium parses it in a sandbox without files or network; it is compiled when the first PDF is opened, which takes some seconds."},
			{"EPUB", "books in EPUB 2 and 3, as one article. The table of contents becomes the outline; notes, links and citations lead across chapters, the pages of the printed edition are known where the book has them, and check names sections. Encrypted books cannot be read."},
			{"Markdown", "as GitHub, Pandoc, R Markdown, Quarto, MyST, Obsidian and MkDocs have it: front matter in YAML, TOML, JSON and other forms, HTML, callouts, definition lists, tables of every kind, footnotes, formulae, and links to other files and their parts"},
			{"Plain text", "copied from a web page with the page around the article, hard-wrapped or not. etal finds the title, the sections and the reference list, and removes boilerplate: menus, image names, sign-up boxes and social links. In doubt, text is kept."},
			{"Web pages", "as browsers save them: journals, blogs, Wikipedia, arXiv. Links to references and notes are the citations; without such links, they are found in the text. Tables, captions, code, and formulae in MathML or TeX are kept. Printed text omits the URLs of a page's links, but not those of its references."},
			{"JATS XML", "the format of PubMed Central, PLOS, eLife, Frontiers and others. Citations are its cross-references, and references have its fields. Formulae are written in Unicode: ∑ᵢ₌₁ⁿ aᵢ/(b + c)². A reference without printed text appears as \"Wren AB. The moon. Tidal Lett. 1901;7(2):22–30.\" Translations, letters and replies in the same file are named and not shown."},
			{"BibTeX, RIS, CSL-JSON", "a list of the works. Fields that only the format has are kept when its references are exported to it again."},
			{"Other bibliographies", "PubMed (.nbib), EndNote (.enw and XML), Web of Science (.ciw and plain text), CITATION.cff"},
		}},
		{Text: "Text may be in any encoding of the web: one that is not declared is guessed, with a notice; --encoding NAME names it. Files compressed by gzip are opened, other binary files refused. etal detects the format; --from FORMAT names it. A folder stands for the articles in it and in the folders below."},
		{Title: "Limits", Text: "Captions instead of pictures; scanned PDFs need text recognition (OCR) first. A table wider than the text becomes a list of its rows. " +
			"Files may have 64 MB, web pages 10 MB, PDFs and books from the web 64 MB, and each has one minute to arrive. Pages whose text is created by scripts cannot be fetched; save them in a browser. On Windows etal needs the console of Windows 10 or later.\n\n" +
			"Nothing in an article can send the terminal an escape sequence: ESC shows as ␛. If a limit changes how an article looks (quotes nested deeper than 16 levels, a table of more than 100 columns, a block too tangled to parse), etal warns once on standard error and shows the text plainly."},
	}
}

// JSON returns the fields of --format json.
func JSON() []manual.Part {
	return []manual.Part{
		{Text: "etal cat --format json prints one object for an article, and an array for several. Offsets (start, end, target) are bytes of body; references are numbered from 1 in list order. Later versions may add fields, and remove none."},
		{Title: "An article", Rows: []manual.Row{
			{"id, title, authors, date", "authors is an array"},
			{"summary, tags, license, language", "from its metadata, empty where it has none"},
			{"identifiers", "of the article itself: doi, arxiv, pmid, pmcid; left out if it has none"},
			{"source, format", "the file or URL, and the format it was read as"},
			{"body", "the article in Markdown"},
			{"headings", "level, title, start, end, and, of a source with pages, page and its printed pageLabel"},
			{"citations", "text, start, end, page, references and, if several entries match, ambiguous: arrays of numbers"},
			{"references", "number, label, text, start, end, page, and item: the fields in CSL-JSON"},
			{"links", "text, kind, start, end; target if kind is note, figure, table, section or equation, url if it is url or file"},
			{"furniture", "lines that were removed as boilerplate"},
		}},
		{Title: "Examples", Lines: "etal cat --format json paper.md | jq '.citations[] | [.text, .references]'\n" +
			"etal cat --format json paper.md | jq -r '.references[].item.DOI // empty'\n" +
			"etal list --format json | jq -r '.[].id'\n" +
			"etal check --format json chapters/ | jq -r '.[].message'"},
	}
}
