package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// unidiomatic are words that users do not see, each with what to say instead.
var unidiomatic = []struct{ words, instead string }{
	{`address(es)?( of the web)?`, "URL"},
	{`furniture`, "boilerplate, removed page content"},
	{`(let go of|take) the mouse`, "toggle mouse capture"},
	{`anew`, "default; replace"},
	{`beats?`, "override"},
	{`for good`, "permanently"},
	{`fell into the line|raised numbers?`, "superscripts that lost their formatting"},
	{`the other way`, "previous"},
	{`a letter for each`, "show link labels"},
	{`went on from the (beginning|end)`, "search wrapped to top"},
	{`lets programs`, "sent to the clipboard (OSC 52)"},
	{`not a text`, "PDF files need …"},
	{`\d+×\d+ at least`, "terminal too small (needs 16×4)"},
	{`say what it does|say which version|makes a shell complete`, "show help; show version; print a completion script"},
	{`taking along|^else$`, "Copy and open; Other"},
	{`you were here`, "resumed from today"},
	{`leave (etal|the program|the reader)`, "quit"},
	{`(is|are|was|were) none`, "there is no …"},
	{`(is|are) had|is held|are held`, "active voice"},
	{`(said|says) of`, "says about"},
	{`what it did before|what there is no|what only looks`, "shorter"},
	{`where there (is|are) (none|no)`, "without …; if there is no …"},
	{`(terminal|etal) knows`, "supports"},
	{`failed to|unable to`, "the cause"},
}

// clauseFirst matches a sentence whose subject is a clause that begins with What, That or Where.
var clauseFirst = regexp.MustCompile(`(?:^|[.;!?]\s+)((?:What|That what|Where) [^.?!]*[.!])`)

// dataPackages hold texts that are matched against articles, which users do not see.
var dataPackages = regexp.MustCompile(`internal/(boilerplate|markdown|names|mathtext|bib/refstring/\w+|reflist|cite|xmltree|read/\w+)/`)

// Users read plain English in README and the pages beside it, in forms, help and messages.
func TestEnglish(t *testing.T) {
	for _, page := range append(pages(t), templates(t)...) {
		for _, paragraph := range paragraphs.Split(withoutExamples(readPage(t, page)), -1) {
			checkEnglish(t, page, strings.Join(strings.Fields(paragraph), " "))
		}
	}
	for _, p := range packages(t) {
		for _, path := range p.files() {
			if dataPackages.MatchString(filepath.ToSlash(path)) {
				continue
			}
			for where, text := range messages(t, path) {
				checkEnglish(t, where, text)
			}
		}
	}
}

// Sentences of the kind that users read once are found.
func TestUnidiomatic(t *testing.T) {
	for text, found := range map[string]bool{
		"A key that is bound anew loses what it did before.":                       true,
		"What only looks like a citation is none.":                                 true,
		"It reads pages. What there is no setting for is an error, with its line.": true,
		"Where the terminal supports hyperlinks, addresses in the text are some.":  true,
		"A flag beats the environment.":                                            true,
		"the search went on from the beginning":                                    true,
		"PDF, not a text":                                                          true,
		"16×4 at least":                                                            true,
		"Let go of the mouse":                                                      true,
		"What is wrong?":                                                           false,
		"## What it reads":                                                         false,
		"Rebinding a key replaces its default action.":                             false,
		"Text that merely looks like a citation is left alone.":                    false,
		"back to where you were":                                                   false,
		"open link in the browser":                                                 false,
	} {
		if got := len(flaws(text)) > 0; got != found {
			t.Errorf("flaws of %q: %q", text, flaws(text))
		}
	}
}

func checkEnglish(t *testing.T, where, text string) {
	t.Helper()
	for _, flaw := range flaws(text) {
		t.Errorf("%s: %s in %q", where, flaw, text)
	}
}

// flaws returns what is not plain English in a text.
func flaws(text string) []string {
	var found []string
	for i, u := range unidiomatic {
		if words := unidiomaticWords[i].FindString(text); words != "" {
			found = append(found, strconv.Quote(words)+", not "+u.instead)
		}
	}
	if m := clauseFirst.FindStringSubmatch(text); m != nil {
		found = append(found, "a clause as subject: "+strconv.Quote(m[1]))
	}
	return found
}

var unidiomaticWords = func() []*regexp.Regexp {
	var all []*regexp.Regexp
	for _, u := range unidiomatic {
		all = append(all, regexp.MustCompile(`(?i)(?:^|[^\w"./-])(`+u.words+`)(?:$|[^\w"/])`))
	}
	return all
}()

// paragraphs matches the end of a paragraph or of an item of a list.
var paragraphs = regexp.MustCompile(`\n\n|\n[-*] (?:\*\*.*\*\*)?`)

// withoutExamples returns a page with its code blanked out.
func withoutExamples(page string) string {
	return regexp.MustCompile("(?ms)^```.*?^```$|`[^`\n]*`").ReplaceAllStringFunc(page, func(code string) string {
		return strings.Repeat("\n", strings.Count(code, "\n"))
	})
}

// templates returns the paths of the forms for issues and pull requests.
func templates(t *testing.T) []string {
	t.Helper()
	forms, err := filepath.Glob(root + ".github/ISSUE_TEMPLATE/*.yml")
	if err != nil || len(forms) == 0 {
		t.Fatal("no forms for issues: ", err)
	}
	return forms
}

// messages returns the strings of more than one word in a source file, by their places. Strings
// that are added are one.
func messages(t *testing.T, path string) map[string]string {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	files := token.NewFileSet()
	parsed, err := parser.ParseFile(files, path, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	ast.Inspect(parsed, func(n ast.Node) bool {
		text, ok := constantText(n)
		if ok && strings.Contains(text, " ") {
			found[files.Position(n.Pos()).String()] = text
		}
		return !ok
	})
	return found
}

// constantText returns the text of a string literal or of a sum of which one is.
func constantText(n ast.Node) (text string, ok bool) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if n.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(n.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		left, isLeft := constantText(n.X)
		right, isRight := constantText(n.Y)
		return left + right, isLeft || isRight
	}
	return "", false
}
