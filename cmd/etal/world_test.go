package main

import (
	"crypto/x509"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"etal/internal/obtain/obtaintest"
)

// rootsVariable names the file of the certificates that the program under test believes.
const rootsVariable = "ETAL_TEST_ROOTS"

// trust makes the program believe the certificates in a file, unless that is not named.
func trust(path string) {
	if path == "" {
		return
	}
	pem, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	x509.SetFallbackRoots(roots)
}

// play is a script command that lets the files in a folder stand for the web, and what is kept of it be in a folder of
// its own.
func play(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: world FOLDER")
	}
	files, folder := map[string]string{}, ts.MkAbs(args[0])
	ts.Check(filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		files[strings.TrimSuffix(filepath.ToSlash(name), ".answer")] = string(text)
		return err
	}))
	w := obtaintest.New(obtaintest.OfFiles(files))
	ts.Defer(w.Close)
	roots, proxy, err := w.Encrypt()
	ts.Check(err)
	path := ts.MkAbs("roots.pem")
	ts.Check(os.WriteFile(path, roots, 0o600))
	ts.Setenv(rootsVariable, path)
	ts.Setenv("GODEBUG", "x509usefallbackroots=1")
	ts.Setenv("https_proxy", proxy)
	ts.Setenv("http_proxy", proxy)
}
