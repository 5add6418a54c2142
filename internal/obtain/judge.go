package obtain

import (
	"bytes"
	"strings"

	"etal/internal/article"
	"etal/internal/identify"
	"etal/internal/lazyregexp"
	"etal/internal/web"
)

// name is what an answer is called while it is judged.
const name = "answer"

// judge returns why an answer is not the work, nil if it is.
func (q *inquiry) judge(p identify.Place, page web.Page) error {
	switch {
	case isPDF(page.Data) && p.Answer != identify.JATS:
		return nil
	case p.Answer == identify.PDF:
		return says("sent something else than the PDF")
	}
	a, err := q.read(page)
	switch {
	case p.Answer == identify.JATS && (err != nil || a.Format != article.JATS || a.Words == 0):
		return says("sent something else than the article")
	case err != nil:
		return says("sent a page that cannot be read (" + err.Error() + ")")
	case asksForHuman(a, page.Data):
		return says("asks to prove that no program is reading")
	case p.Answer == identify.JATS, p.Answer == identify.Any, isWhole(a):
		return nil
	case login.MatchString(a.Body.String()):
		return says("asks for a login")
	}
	return says("shows no more than an abstract")
}

// isPDF reports whether an answer is a PDF, whose header may stand behind up to 1,024 bytes (ISO 32000-1,
// Annex H, note 13).
func isPDF(data []byte) bool { return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) }

func (q *inquiry) read(page web.Page) (*article.Article, error) {
	r := q.reader
	r.Type, r.URL, r.Format = page.Type, page.URL, ""
	return r.Read(name, page.Data)
}

// The lengths of texts in words by which an article is told from a page about it: abstracts have up to 400 words
// (most journals ask for 150 to 350), and letters to journals from 400 on.
const (
	longPage  = 800 // an article, whatever it looks like
	shortPage = 400 // an article where it cites, or has sections
	fewParts  = 3   // headings beside the title
)

// isWhole reports whether a page of a publisher is the article, not only its abstract.
func isWhole(a *article.Article) bool {
	return a.Words >= longPage || a.Words >= shortPage && (len(a.Citations) > 0 || len(a.Headings) > fewParts)
}

// login matches the words by which a page offers the article to those who pay.
var login = lazyregexp.New(`(?i)\b(?:log[- ]?in|sign[- ]?in|institutional access|get access|buy (?:this )?article|purchase|subscribe|shibboleth|openathens)\b`)

// human matches the words of pages that let no program through, and robot the marks of their scripts.
var (
	human = lazyregexp.New(`(?i)\b(?:captcha|you are (?:a )?human|not a robot|just a moment|checking your browser|unusual traffic|enable javascript and cookies)\b`)
	robot = lazyregexp.New(`(?i)cf-chl|g-recaptcha|h-captcha|px-captcha|turnstile|_incapsula_`)
)

// fewWords is the length of a text that is nothing but the question whether a human is reading.
const fewWords = 150

func asksForHuman(a *article.Article, data []byte) bool {
	if a.Words > fewWords {
		return false
	}
	return human.MatchString(a.Title.String()+" "+a.Body.String()) || robot.MatchString(strings.ToValidUTF8(string(data[:min(len(data), 256<<10)]), ""))
}
