//go:build !windows

package places

import (
	"io/fs"
	"path/filepath"
	"testing"
)

func TestForTheOwnerAlone(t *testing.T) {
	s := New(filepath.Join(t.TempDir(), "state", "etal"))
	for i := range 600 {
		put(t, s, Mark{Article: "tides", Place: at(i)})
	}
	err := filepath.WalkDir(filepath.Dir(s.folder), func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
