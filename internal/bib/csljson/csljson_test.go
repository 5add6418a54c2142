package csljson

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"etal/internal/bib"
)

// The persons and works are invented.
var readTests = []struct{ name, in, want string }{
	{"CSL-JSON, as it should be and as it is",
		`[{"id": 7, "type": "sculpture", "title": "A <i>b</i> &amp; c", "volume": 12, "issue": "3", "issued": {"date-parts": [["2014", "7"]]}, "page": "45–67", "author": [{"family": "Berg", "dropping-particle": "van", "given": "Jan"}, {"name": "X"}]}, {"id": "r", "type": "book", "title": ["R", "s"], "issued": {"raw": "3 July 2014"}}, {"id": "l", "type":"book", "title": "L", "issued": {"literal": "forthcoming"}}, {"id":"s","type":"book","title":"S","issued":"2014-07"}]`,
		`[{"id":"7","type":"sculpture","author":[{"family":"Berg","given":"Jan","non-dropping-particle":"van"},{"literal":"X"}],"issued":{"date-parts":[[2014,7]]},"title":"A b & c","volume":"12","issue":"3","page":"45-67"},{"id":"r","type":"book","issued":{"date-parts":[[2014,7,3]]},"title":"R"},{"id":"l","type":"book","issued":{"literal":"forthcoming"},"title":"L"},{"id":"s","type":"book","issued":{"date-parts":[[2014,7]]},"title":"S"}]`},
	{"one item alone", `{"id": "a", "type": "book", "title": "A"}`, `[{"id":"a","type":"book","title":"A"}]`},
	{"CSL-JSON under a name", `{"items": [{"id": "a", "type": "book", "title": "A"}], "references": 3}`, `[{"id":"a","type":"book","title":"A"}]`},
	{"CSL-JSON names", `[{"type":"book","author":{"family":"One","given":"A."},"editor":[{"given":"Plato"},{"literal":"others"},{"literal":"et al"},{"literal":"Org","family":"Fam"},{"family":"Cruz","given":"Ana de la"},{},3],"title":"T"}]`,
		`[{"type":"book","author":[{"family":"One","given":"A."}],"title":"T"}]`},
	{"CSL-JSON names that are no persons", `[{"type":"book","editor":[{"given":"Plato"},{"literal":"others"},{"literal":"et al"},{"literal":"Org","family":"Fam"},{"family":"Cruz","given":"Ana de la"},{}],"title":"T"}]`,
		`[{"type":"book","editor":[{"family":"Plato"},{"literal":"others"},{"literal":"others"},{"family":"Fam"},{"family":"Cruz","given":"Ana","non-dropping-particle":"de la"}],"title":"T"}]`},
	{"CSL-JSON dates", `[{"type":"a","issued":{"date-parts":[[2014,3,31],[2015,1],[2016]]}},{"type":"b","issued":{"date-parts":[[2014,13]]}},{"type":"c","issued":{"date-parts":[[2014,12,32]]}},{"type":"d","issued":{"date-parts":[[0]]}},{"type":"e","issued":{"date-parts":[[-44,3]]}},{"type":"f","issued":{"date-parts":[[10000]]}},{"type":"g","issued":{"year":2014}},{"type":"h","issued":{"date-parts":[[9999,1,1]]}}]`,
		`[{"type":"a","issued":{"date-parts":[[2014,3,31],[2015,1]]}},{"type":"b","issued":{"date-parts":[[2014]]}},{"type":"c","issued":{"date-parts":[[2014,12]]}},{"type":"d"},{"type":"e","issued":{"date-parts":[[-44,3]]}},{"type":"f"},{"type":"g","issued":{"date-parts":[[2014]]}},{"type":"h","issued":{"date-parts":[[9999,1,1]]}}]`},
	{"CSL-JSON fields of other kinds", `[{"title":["",["x"]],"container-title":[["x"]],"volume":-3,"issue":true,"page-first":"4","page":"","DOI":"https://doi.org/10.5555/a"}]`, `[{"type":"document","volume":"-3","page":"4","DOI":"10.5555/a"}]`},
}

func TestRead(t *testing.T) {
	for _, tt := range readTests {
		t.Run(tt.name, func(t *testing.T) {
			items, notices := Read(strings.ReplaceAll(tt.in, "\r\n", "\n"))
			if len(notices) > 0 {
				t.Error(notices)
			}
			if got, _ := json.Marshal(items); !sameJSON(string(got), tt.want) {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func asJSON(items []bib.Item) string {
	out, _ := json.Marshal(items)
	return string(out)
}

func sameJSON(a, b string) bool {
	var x, y any
	return json.Unmarshal([]byte(a), &x) == nil && json.Unmarshal([]byte(b), &y) == nil && reflect.DeepEqual(x, y)
}

// TestReadBroken checks that a broken entry costs only itself, and is reported.
func TestReadBroken(t *testing.T) {
	for _, tt := range []struct{ name, in, want, notice string }{
		{"CSL-JSON with other things", `[{"id":"a","type":"book","title":"A"}, 3, null, {"id":"b","type":"book"}]`, "a b", "item 2 is not an object"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			items, notices := Read(tt.in)
			var ids []string
			for _, item := range items {
				ids = append(ids, item.ID)
			}
			if got := strings.Join(ids, " "); got != tt.want {
				t.Errorf("read %q, want %q", got, tt.want)
			}
			if got := strings.Join(notices, "\n"); !strings.HasPrefix(got, tt.notice) || tt.notice == "" && got != "" {
				t.Errorf("notices %q, want %q", got, tt.notice)
			}
		})
	}
}

// TestWrite checks how items are written, and that they are read again as they were.
func TestWrite(t *testing.T) {
	for _, tt := range writeTests {
		var items []bib.Item
		if err := json.Unmarshal([]byte(tt.items), &items); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := Write(&b, items); err != nil || b.String() != tt.want {
			t.Errorf("%v\ngot  %s\nwant %s", err, b.String(), tt.want)
		}
		again, notices := Read(strings.ReplaceAll(b.String(), "\r\n", "\n"))
		if len(notices) > 0 || asJSON(again) != asJSON(items) {
			t.Errorf("%s\nis read as %v, %v\nwant %v", b.String(), again, notices, items)
		}
	}
}

// FuzzRead checks that whatever is read can be written and read again.
func FuzzRead(f *testing.F) {
	for _, tt := range readTests {
		f.Add(tt.in)
	}
	for _, tt := range writeTests {
		f.Add(tt.want)
	}
	f.Fuzz(func(t *testing.T, in string) {
		items, _ := Read(in)
		bib.MakeSafe(items)
		var b bytes.Buffer
		if err := Write(&b, items); err != nil {
			t.Fatal(err)
		}
		if again, notices := Read(strings.ReplaceAll(b.String(), "\r\n", "\n")); len(again) != len(items) || len(notices) > 0 {
			t.Errorf("%d of %d are read again, %v\n%s", len(again), len(items), notices, b.String())
		}
	})
}

var writeTests = []struct{ items, want string }{
	{`[{"id":"a","type":"article-journal","author":[{"family":"Berg","given":"Jan","non-dropping-particle":"van der"},{"family":"Ng","given":"É.","suffix":"Jr."},{"literal":"Ministry of Sleep and Waves"},{"literal":"others"}],"issued":{"date-parts":[[2014,3,5]]},"title":"50% of H₂O & {x} -- 'a' ~ #1_b","container-title":"J. Waves","volume":"12","issue":"3-4","page":"45-67","DOI":"10.5555/a_b(3)","URL":"https://e.example/a_b~c?d=%20&e#f"},{"id":"b","type":"book","editor":[{"family":"Plato","given":"X."}],"translator":[{"family":"Ito","given":"K."}],"issued":{"date-parts":[[1999,2]]},"title":"Nets","edition":"2","publisher":"Harbour","publisher-place":"Lund","collection-title":"Series","ISBN":"978-3-16-148410-0","number-of-pages":"333"},{"id":"c","type":"thesis","issued":{"date-parts":[[871]]},"title":"T","genre":"PhD thesis","publisher":"Uni"},{"id":"d","type":"article","issued":{"literal":"in press"},"title":"P","number":"arXiv:1401.01234"},{"id":"e","type":"chapter","title":"C","container-title":"Book","page":"e12"}]`,
		`[
  {
    "id": "a",
    "type": "article-journal",
    "author": [
      {
        "family": "Berg",
        "given": "Jan",
        "non-dropping-particle": "van der"
      },
      {
        "family": "Ng",
        "given": "É.",
        "suffix": "Jr."
      },
      {
        "literal": "Ministry of Sleep and Waves"
      },
      {
        "literal": "others"
      }
    ],
    "issued": {
      "date-parts": [
        [
          2014,
          3,
          5
        ]
      ]
    },
    "title": "50% of H₂O & {x} -- 'a' ~ #1_b",
    "container-title": "J. Waves",
    "volume": "12",
    "issue": "3-4",
    "page": "45-67",
    "DOI": "10.5555/a_b(3)",
    "URL": "https://e.example/a_b~c?d=%20&e#f"
  },
  {
    "id": "b",
    "type": "book",
    "editor": [
      {
        "family": "Plato",
        "given": "X."
      }
    ],
    "translator": [
      {
        "family": "Ito",
        "given": "K."
      }
    ],
    "issued": {
      "date-parts": [
        [
          1999,
          2
        ]
      ]
    },
    "title": "Nets",
    "number-of-pages": "333",
    "edition": "2",
    "publisher": "Harbour",
    "publisher-place": "Lund",
    "collection-title": "Series",
    "ISBN": "978-3-16-148410-0"
  },
  {
    "id": "c",
    "type": "thesis",
    "issued": {
      "date-parts": [
        [
          871
        ]
      ]
    },
    "title": "T",
    "publisher": "Uni",
    "genre": "PhD thesis"
  },
  {
    "id": "d",
    "type": "article",
    "issued": {
      "literal": "in press"
    },
    "title": "P",
    "number": "arXiv:1401.01234"
  },
  {
    "id": "e",
    "type": "chapter",
    "title": "C",
    "container-title": "Book",
    "page": "e12"
  }
]
`},
}

// What an item has no place for is written as it stood, and nothing else is kept twice.
func TestOwn(t *testing.T) {
	for in, want := range map[string]string{
		`{"title":"E. <i>coli</i>"}`: "title", `{"custom":{"a":1.50}}`: "custom", `{"issued":{"date-parts":[[2019]],"season":"2"}}`: "issued", `{"volume":3}`: "volume",
		`{"author":[{"family":"Berg","given":"J.","dropping-particle":"von"}]}`: "author", `{"categories":["a"]}`: "categories", `{"page":"1–9"}`: "page",
		`{"author":[{"given":"J.","family":"Berg"}],"issued":{"date-parts":[[2019]]},"title":"A \"b\" \\","note":"é","director":[{"literal":"X"}],"accessed":{"date-parts":[[2020]]}}`: "",
	} {
		items, _ := Read(`[{"id":"a","type":"book",` + in[1:] + `]`)
		got := []string{}
		if own := items[0].Own; own != nil {
			for _, f := range own.Fields {
				got = append(got, f.Name)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: keeps %q, want %q", in, s, want)
		}
		var b bytes.Buffer
		if err := Write(&b, items); err != nil || !sameJSON(b.String(), `[{"id":"a","type":"book",`+in[1:]+`]`) {
			t.Errorf("%s: %v, is written as %s", in, err, b.String())
		}
	}
}
