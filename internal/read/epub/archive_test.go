package epub

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// opfOf returns the package document of a book with so many chapters, 1.xhtml and on.
func opfOf(chapters int) txtar.File {
	var manifest, spine strings.Builder
	for i := 1; i <= chapters; i++ {
		fmt.Fprintf(&manifest, `<item id="c%d" href="%d.xhtml" media-type="application/xhtml+xml"/>`, i, i)
		fmt.Fprintf(&spine, `<itemref idref="c%d"/>`, i)
	}
	return text("book.opf", "<package><metadata><title>Tides</title></metadata><manifest>"+manifest.String()+"</manifest><spine>"+spine.String()+"</spine></package>")
}

func text(name, content string) txtar.File { return txtar.File{Name: name, Data: []byte(content)} }

func chapter(n int, content string) txtar.File {
	return text(fmt.Sprintf("%d.xhtml", n), "<html><body>"+content+"</body></html>")
}

// What cannot be read says so in a few words, and what can be is shown with a notice.
func TestDamaged(t *testing.T) {
	encrypted := func(uri string) txtar.File {
		return text("../META-INF/encryption.xml", `<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/><CipherData><CipherReference URI="`+uri+`"/></CipherData></EncryptedData></encryption>`)
	}
	one, two := chapter(1, "<p>The moon pulls.</p>"), chapter(2, "<p>The sea follows.</p>")
	whole := packBook(t, opfOf(2), one, two)
	for _, tt := range []struct {
		name    string
		data    []byte
		err     string
		notices string
		want    string // in the body
	}{
		{"whole", whole, "", "", "The moon pulls.\n\nThe sea follows."},
		{"no archive", []byte("The moon"), errNotZip.Error(), "", ""},
		{"nothing in it", packed(t, nil), errNotZip.Error(), "", ""},
		{"no text in it", packed(t, []txtar.File{text("a.png", "x")}), errNotEPUB.Error(), "", ""},
		{"no chapters", packBook(t, opfOf(0)), errNoText.Error(), "", ""},
		{"a chapter that is encrypted", packBook(t, opfOf(1), one, encrypted("OPS/1.xhtml")), errEncrypted.Error(), "", ""},
		{"a font that is", packBook(t, opfOf(1), one, encrypted("OPS/font.otf")), "", "", "The moon pulls."},
		{"a chapter that is missing", packBook(t, opfOf(3), one, two), "", "missing or damaged chapter: 3.xhtml", "The sea follows."},
		{"chapters that are", packBook(t, opfOf(9), one, two), "", "7 missing or damaged chapters: 3.xhtml, 4.xhtml, 5.xhtml, …", "The sea follows."},
		{"its directory is missing", whole[:bytes.Index(whole, []byte(directory))], "", "damaged EPUB: its zip archive is incomplete", "The sea follows."},
		{"cut in a chapter", whole[:bytes.LastIndex(whole, []byte(signature))], "", "damaged EPUB: its zip archive is incomplete|missing or damaged chapter: 2.xhtml", "The moon pulls."},
		{"no package document", packBook(t, one, two), "", "damaged EPUB: chapters are in the order of its archive", "The sea follows."},
		{"no container", packed(t, []txtar.File{text("b.opf", string(opfOf(1).Data)), one}), "", "", "The moon pulls."},
		{"pages that are pictures", packBook(t, opfOf(1), chapter(1, "<img src='a.png' alt='Cover'/>")), "", noticePictures, "# Tides"},
		{"pictures instead of pages", packBook(t, text("book.opf", `<package><manifest><item id="a" href="a.png" media-type="image/png" fallback="nav"/><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`),
			text("nav.xhtml", `<html xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol><li><a href="a.png">1</a></li></ol></nav></body></html>`)), errPictures.Error(), "", ""},
		{"chapters that are nested too deeply", packBook(t, opfOf(2), chapter(1, strings.Repeat("<div>", 600)), two), "", noticeDeep, "The sea follows."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Read(tt.data, plain)
			if err != nil || tt.err != "" {
				if err == nil || err.Error() != tt.err {
					t.Errorf("error %v, want %q", err, tt.err)
				}
				return
			}
			var notices []string
			for _, n := range d.Notices {
				notices = append(notices, n.String())
			}
			if got := strings.Join(notices, "|"); got != tt.notices {
				t.Errorf("notices %q, want %q", got, tt.notices)
			}
			if body := d.Draft().Body.String(); !strings.Contains(body, tt.want) {
				t.Errorf("%q is not in %q", tt.want, body)
			}
		})
	}
}

// Limits hold whatever an archive says.
func TestLimits(t *testing.T) {
	files := make([]txtar.File, maxFiles+1)
	for i := range files {
		files[i].Name = fmt.Sprint(i)
	}
	if _, err := Read(packed(t, files), plain); err != errTooMany {
		t.Errorf("many files: %v", err)
	}
	big := chapter(1, strings.Repeat(" ", maxFile))
	d, err := Read(packBook(t, opfOf(2), big, chapter(2, "<p>The sea follows.</p>")), plain)
	if err != nil || len(d.Notices) != 1 || !strings.Contains(d.Draft().Body.String(), "The sea follows.") {
		t.Errorf("a large chapter: %v", err)
	}
	tags := chapter(1, strings.Repeat("<i>", maxTags))
	if _, err := Read(packBook(t, opfOf(1), tags), plain); err == nil || err.Error() != errNoText.Error()+": "+noticeLong {
		t.Errorf("many tags: %v", err)
	}
}

// Paths never leave the archive.
func TestClean(t *testing.T) {
	for name, want := range map[string]string{
		"a/b.xhtml": "a/b.xhtml", "../../etc/passwd": "etc/passwd", "/a": "a", `..\..\a`: "a", "a/../../b": "b", "": "",
	} {
		if got := clean(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestResolve(t *testing.T) {
	for _, tt := range []struct{ from, reference, name, fragment string }{
		{"OPS/text/a.xhtml", "b.xhtml#c", "OPS/text/b.xhtml", "c"},
		{"OPS/text/a.xhtml", "../b.xhtml", "OPS/b.xhtml", ""},
		{"OPS/a.xhtml", "#c%20d", "OPS/a.xhtml", "c d"},
		{"a.xhtml", "../../b%20c.xhtml", "b c.xhtml", ""},
		{"a.xhtml", "/b.xhtml", "b.xhtml", ""},
	} {
		name, fragment, ok := resolve(tt.from, tt.reference)
		if !ok || name != tt.name || fragment != tt.fragment {
			t.Errorf("%s from %s: %s#%s, %v", tt.reference, tt.from, name, fragment, ok)
		}
	}
	for _, reference := range []string{"https://example.org/a", "//example.org/a", "mailto:a@example.org", "data:text/html,x", "%zz"} {
		if name, _, ok := resolve("a.xhtml", reference); ok {
			t.Errorf("%s: %s", reference, name)
		}
	}
}

// A book that is cut anywhere, or has a byte changed, is read without a panic.
func TestCut(t *testing.T) {
	data := packBook(t, opfOf(2), chapter(1, "<p>The moon <a href='2.xhtml#x'>1</a> pulls.</p>"), chapter(2, "<p id='x'>1 The sea.</p>"))
	for i := range data {
		for _, damaged := range [][]byte{data[:i], append(append(bytes.Clone(data[:i]), data[i]^0x55), data[i+1:]...)} {
			if d, err := Read(damaged, plain); err == nil {
				d.Draft()
			}
		}
	}
}

// FuzzRead reads books of two chapters and their contents.
func FuzzRead(f *testing.F) {
	f.Add("<h1>A</h1><p>b<a href='2.xhtml#n'>1</a>", "<p id='n'>1 c <a href='1.xhtml'>1</a>", "<ol><li><a href='1.xhtml'>A</a><ol><li><a href='2.xhtml#n'>c</a></li></ol></li></ol>")
	f.Add("<aside epub:type='footnote' id='a'>x</aside><a epub:type='noteref' href='#a'>*</a>", "<nav epub:type='toc'/><switch><case/></switch>", "<li><span>x</span><a href='1.xhtml'/></li>")
	f.Add("<h2><img alt='A'/></h2><![CDATA[<]]><?x?><!-- -->", "<p/><p id='a'/><a name='b'/>", "<ol><li><a href='#'>1</a></li></ol>")
	f.Fuzz(func(t *testing.T, one, two, contents string) {
		opf := strings.Replace(string(opfOf(2).Data), "<manifest>", `<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>`, 1)
		data := packBook(t, text("book.opf", opf), text("1.xhtml", one), text("2.xhtml", two), text("nav.xhtml", "<nav epub:type='toc'>"+contents+"</nav>"))
		d, err := Read(data, plain)
		if err != nil {
			return
		}
		draft := d.Draft()
		for _, l := range draft.Links {
			if l.Inside() && l.Target > draft.Body.Len() {
				t.Errorf("link %+v of %d bytes", l, draft.Body.Len())
			}
		}
	})
}
