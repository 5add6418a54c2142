package main

import (
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"etal/internal/cli"
)

var update = flag.Bool("update", false, "rewrite the expected output")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"etal": func() { os.Exit(cli.Main()) }})
}

// TestScripts runs the scripts in testdata: the command line as a shell sees it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata", UpdateScripts: *update, RequireExplicitExec: true, Setup: setup,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"serve": serve},
	})
}

// setup passes on the settings of the race detector.
func setup(e *testscript.Env) error {
	e.Setenv("GORACE", os.Getenv("GORACE"))
	return nil
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
