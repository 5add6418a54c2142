package pdfium

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"etal/internal/lazyregexp"
)

// The most that is repaired of a file: far more than an article has.
const (
	maxRepaired = 100_000  // objects
	maxUnpacked = 8 << 20  // bytes of a stream of objects
	allUnpacked = 24 << 20 // bytes of all of them
)

var (
	objectStart = lazyregexp.New(`(?:^|[\r\n ])(\d{1,7}) \d{1,5} obj\b`)
	isEncrypted = lazyregexp.New(`/Encrypt\b|/Filter\s*/Standard\b`)
	isPage      = lazyregexp.New(`/Type\s*/Page\b`)
	isPacked    = lazyregexp.New(`/Type\s*/ObjStm\b`)
	packedCount = lazyregexp.New(`/N\s+(\d{1,6})\b`)
	packedFirst = lazyregexp.New(`/First\s+(\d{1,6})\b`)
	streamStart = lazyregexp.New(`stream\r?\n`)
)

// repaired returns a file that lost its table of objects, with a new one and a new tree of all pages
// that are found in it; nil if there are none, or if the file is encrypted. Pages that have their size
// or their fonts from a lost part of the tree stay without them.
func repaired(data []byte) []byte {
	text := string(data)
	if isEncrypted.MatchString(text) {
		return nil
	}
	r := &repair{out: bytes.NewBuffer(bytes.Clone(data)), starts: map[int]int{}}
	r.out.WriteString("\n")
	found := objectStart.FindAllStringSubmatchIndex(text, maxRepaired)
	for i, m := range found {
		end := len(data)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		number, _ := strconv.Atoi(text[m[2]:m[3]])
		r.add(number, m[2], text[m[1]:end])
	}
	if len(r.pages) == 0 {
		return nil
	}
	return r.end()
}

// A repair collects the objects of a file.
type repair struct {
	out      *bytes.Buffer
	starts   map[int]int // of objects in out
	pages    []int
	unpacked int // bytes
}

// add notes an object, and those that are packed in it.
func (r *repair) add(number, start int, object string) {
	r.starts[number] = start
	head, stream := object, ""
	if at := streamStart.FindStringIndex(object); at != nil {
		head, stream = object[:at[0]], object[at[1]:]
	}
	if isPage.MatchString(head) && !slices.Contains(r.pages, number) {
		r.pages = append(r.pages, number)
	}
	if isPacked.MatchString(head) {
		r.unpack(intIn(packedCount, head), intIn(packedFirst, head), stream)
	}
}

func intIn(pattern *lazyregexp.Regexp, head string) int {
	m := pattern.FindStringSubmatch(head)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// unpack appends the objects of a stream, as far as it is whole.
func (r *repair) unpack(n, first int, stream string) {
	z, err := zlib.NewReader(strings.NewReader(stream))
	if err != nil || r.unpacked > allUnpacked {
		return
	}
	unpacked, _ := io.ReadAll(io.LimitReader(z, maxUnpacked)) // it may end early
	packed := string(unpacked)
	r.unpacked += len(packed)
	if first > len(packed) {
		return
	}
	fields := strings.Fields(packed[:first])
	body := packed[first:]
	for i := 0; i < n && 2*i+1 < len(fields); i++ {
		number, err1 := strconv.Atoi(fields[2*i])
		from, err2 := strconv.Atoi(fields[2*i+1])
		to := len(body)
		if 2*i+3 < len(fields) {
			to, _ = strconv.Atoi(fields[2*i+3])
		}
		if err1 != nil || err2 != nil || from < 0 || from >= to || to > len(body) || len(r.starts) > maxRepaired {
			return
		}
		start := r.out.Len()
		fmt.Fprintf(r.out, "%d 0 obj\n%s\nendobj\n", number, body[from:to])
		r.add(number, start, body[from:to])
	}
}

// end appends the tree of pages and the table of objects.
func (r *repair) end() []byte {
	last := 0
	for number := range r.starts {
		last = max(last, number)
	}
	tree, catalog := last+1, last+2
	r.starts[tree] = r.out.Len()
	fmt.Fprintf(r.out, "%d 0 obj\n<< /Type /Pages /Count %d /Kids [", tree, len(r.pages))
	for _, p := range r.pages {
		fmt.Fprintf(r.out, "%d 0 R\n", p)
	}
	r.out.WriteString("] >>\nendobj\n")
	r.starts[catalog] = r.out.Len()
	fmt.Fprintf(r.out, "%d 0 obj\n<< /Type /Catalog /Pages %d 0 R >>\nendobj\n", catalog, tree)
	table := r.out.Len()
	r.out.WriteString("xref\n")
	for number := range catalog + 1 {
		if start, ok := r.starts[number]; ok {
			fmt.Fprintf(r.out, "%d 1\n%010d 00000 n \n", number, start)
		}
	}
	fmt.Fprintf(r.out, "trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", catalog+1, catalog, table)
	return r.out.Bytes()
}
