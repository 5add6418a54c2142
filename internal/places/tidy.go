package places

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
)

// A DamagedError says that the file was damaged, and where it was put.
type DamagedError struct{ Aside string }

func (e *DamagedError) Error() string {
	return "the places file was damaged; it is kept as " + e.Aside
}

// tidy writes the file anew where it has grown large, and sets it aside where it is
// damaged. The file is locked.
func (s *Store) tidy(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("places: %w", err)
	}
	first := make([]byte, len(header))
	_, _ = f.ReadAt(first, 0) // a file too short for it is damaged
	if info.Size() <= compactFrom && string(first) == header {
		return nil
	}
	data := make([]byte, min(info.Size(), maxFile))
	if _, err := f.ReadAt(data, 0); err != nil && err != io.EOF {
		return fmt.Errorf("places: %w", err)
	}
	marks, sound := decodeAll(data)
	if sound {
		return s.replace(marks)
	}
	aside, err := s.setAside()
	if err != nil {
		return err
	}
	if err := s.replace(marks); err != nil {
		return err
	}
	return &DamagedError{aside}
}

// setAside gives the damaged file a name that no other file has.
func (s *Store) setAside() (string, error) {
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s.damaged-%d", s.path, n)
		if _, err := os.Lstat(name); err == nil {
			continue
		}
		if err := os.Rename(s.path, name); err != nil {
			return "", fmt.Errorf("places: set the damaged file aside: %w", err)
		}
		return name, nil
	}
}

// replace puts a file with these marks in the place of the store's. A program that is killed
// here leaves the old file as it was, and a new one that the next takes over.
func (s *Store) replace(marks map[string]Mark) error {
	kept := slices.SortedFunc(maps.Values(marks), func(a, b Mark) int { return a.When.Compare(b.When) })
	kept = kept[max(len(kept)-maxArticles, 0):]
	var b bytes.Buffer
	b.WriteString(header)
	for _, m := range kept {
		record, err := json.Marshal(m)
		if err != nil {
			return fmt.Errorf("places: %w", err)
		}
		b.Write(append(record, '\n'))
	}
	name := s.path + ".new"
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("places: %w", err)
	}
	_, err = f.Write(b.Bytes())
	err = cmp.Or(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(name, s.path)
	}
	if err != nil {
		_ = os.Remove(name) // what is left of it is of no use
		return fmt.Errorf("places: %w", err)
	}
	return nil
}
