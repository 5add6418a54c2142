package main

import (
	"archive/zip"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"etal/internal/cli"
	"etal/internal/read/pdf/pdftest"
)

var update = flag.Bool("update", false, "rewrite the expected output")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"etal": func() {
		trust(os.Getenv(rootsVariable))
		os.Exit(cli.Main())
	}})
}

// TestScripts runs the scripts in testdata: the command line as a shell sees it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata", UpdateScripts: *update, RequireExplicitExec: true, Setup: setup,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"serve": serve, "zip": makeZip, "pdf": makePDF, "world": play},
	})
}

// setup passes on the settings of the race detector, and where compiled code is kept.
func setup(e *testscript.Env) error {
	e.Setenv("GORACE", os.Getenv("GORACE"))
	e.Setenv("XDG_CACHE_HOME", pdftest.Cache())
	return nil
}

// makePDF is a script command that makes a PDF of a text, with a page of each part between lines of
// dashes, encrypted if there is a password.
func makePDF(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: pdf TEXT FILE [PASSWORD]")
	}
	password := ""
	if len(args) == 3 {
		password = args[2]
	}
	var pages [][]string
	for _, page := range strings.Split(ts.ReadFile(args[0]), "---\n") {
		pages = append(pages, strings.Split(page, "\n"))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), pdftest.File(password, pages...), 0o600))
}

// makeZip is a script command that packs the files in a folder into a zip archive, such as a book.
func makeZip(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: zip FOLDER FILE")
	}
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	defer f.Close()
	z := zip.NewWriter(f)
	ts.Check(z.AddFS(os.DirFS(ts.MkAbs(args[0]))))
	ts.Check(z.Close())
}

// serve is a script command that serves the files in a folder at $SITE.
func serve(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: serve FOLDER")
	}
	s := httptest.NewServer(http.FileServer(http.Dir(ts.MkAbs(args[0]))))
	ts.Defer(s.Close)
	ts.Setenv("SITE", s.URL)
}
