package guide

import "etal/internal/manual"

// Recipes returns uses of etal with other programs, each of which was tried.
func Recipes() []manual.Part {
	return []manual.Part{
		{
			Title: "As a pager",
			Lines: "MANPAGER=etal man grep\n" +
				"PAGER=\"etal -F\" git --paginate log -3",
			Text: "Bold and underlined words keep their style. Coloured output keeps its lines, without the colours. -F prints what fits on the screen.",
		},
		{
			Title: "GitHub, by gh",
			Lines: "gh issue view 12 --json body --jq .body | etal\n" +
				"gh api -H 'Accept: application/vnd.github.raw' repos/OWNER/REPO/readme | etal",
		},
		{
			Title: "Feeds, in the configuration of newsboat",
			Lines: "macro e set browser \"etal %u\"; open-in-browser; set browser \"lynx %u\"",
			Text:  "The keys , and e open the article in etal.",
		},
		{
			Title: "Mail, in mutt's mailcap",
			Lines: "text/html; etal --from html %s; needsterminal\n" +
				"text/html; etal cat --from html %s; copiousoutput",
			Text: "The first line is for the list of attachments. The second, with auto_view text/html in muttrc, prints mail in the pager.",
		},
		{
			Title: "Word, LaTeX, EPUB and others, by pandoc",
			Lines: "pandoc paper.docx --to markdown | etal\n" +
				"etal cat --format markdown page.html | pandoc --output page.epub",
		},
		{
			Title: "Choosing, by fzf",
			Lines: "etal \"$(etal list | fzf --preview 'etal cat {1}' | cut -d' ' -f1)\"\n" +
				"etal refs --width 0 paper.xml | fzf --multi | etal refs --format bibtex -",
			Text: "The first opens the chosen article, the second prints the chosen references as BibTeX.",
		},
		{
			Title: "A language model, by llm",
			Lines: "etal cat --format markdown paper.html | llm 'Which claims have no source?'",
			Text:  "It gets the article without its boilerplate, with the citations and the list.",
		},
		{
			Title: "Reading aloud, by espeak-ng or, on macOS, say",
			Lines: "etal cat ketamine |\n" +
				"  sed '/^## References/,$d; s/^#* //; s/ *\\[[0-9, –]*\\]//g' | espeak-ng",
			Text: "The sed leaves out the references, the citations and the signs of headings.",
		},
		{
			Title: "Problems in an editor, or in continuous integration",
			Lines: ":set makeprg=etal\\ check\\ %\n" +
				"etal check chapters/",
			Text: "In Vim, :make then lists them. The exit code is 1 if there are any.",
		},
	}
}
