package cff

import (
	"encoding/json"
	"strings"
	"testing"
)

// The persons and works are invented.
const file = `cff-version: 1.2.0
title: Tidecount
version: 2.1
date-released: 2021-04-03
doi: 10.5555/tc
repository-code: https://example.org/tc
license: MIT
keywords: [tides, moon]
authors:
  - family-names: Berg
    given-names: Jan
    name-particle: van der
    name-suffix: Jr.
  - name: Tide Group
preferred-citation:
  type: article
  title: Tides
  authors: [{family-names: Oke, given-names: Ben}, {alias: tidy}]
  journal: J. Tides
  volume: 3
  issue: 1
  start: 1
  end: 9
  year: 2020
  month: 9
  identifiers: [{type: url, value: "https://a.org"}, {type: doi, value: 10.5555/t}]
references:
  - type: book
    title: Nets
    editors: [{family-names: Wren, given-names: A.}]
    publisher: {name: Quay, city: Hull}
    pages: 300
    isbn: 978-3-16-148410-0
    date-accessed: 2022-01-05
  - type: conference-paper
    title: Waves
    conference: {name: Conference on Waves}
    languages: [en]
  - type: conference-paper
    title: Nets
    conference: {name: Conference on Nets}
    collection-title: Proceedings of Nets
    publisher: ~
    license: ~
    pages: 12--19
`

func TestRead(t *testing.T) {
	const want = `[{"type":"article-journal","author":[{"family":"Oke","given":"Ben"},{"literal":"tidy"}],"issued":{"date-parts":[[2020,9]]},"title":"Tides","container-title":"J. Tides","volume":"3","issue":"1","page":"1-9","DOI":"10.5555/t"},` +
		`{"type":"software","author":[{"family":"Berg","given":"Jan","suffix":"Jr.","non-dropping-particle":"van der"},{"literal":"Tide Group"}],"issued":{"date-parts":[[2021,4,3]]},"title":"Tidecount","DOI":"10.5555/tc","URL":"https://example.org/tc","version":"2.1","license":"MIT","keyword":"tides, moon"},` +
		`{"type":"book","editor":[{"family":"Wren","given":"A."}],"title":"Nets","number-of-pages":"300","publisher":"Quay","publisher-place":"Hull","ISBN":"978-3-16-148410-0","accessed":{"date-parts":[[2022,1,5]]}},` +
		`{"type":"paper-conference","title":"Waves","container-title":"Conference on Waves","language":"en"},` +
		`{"type":"paper-conference","title":"Nets","container-title":"Proceedings of Nets","page":"12-19","event-title":"Conference on Nets"}]`
	items, notices := Read(file)
	if got, _ := json.Marshal(items); string(got) != want || len(notices) > 0 {
		t.Errorf("%v\n got %s\nwant %s", notices, got, want)
	}
}

func TestReadBroken(t *testing.T) {
	for _, in := range []string{"cff-version: [", "cff-version: 1\ntitle: " + strings.Repeat("x", maxSize)} {
		if items, notices := Read(in); len(items) != 0 || len(notices) != 1 {
			t.Errorf("%.20q: %v, %v", in, items, notices)
		}
	}
	items, _ := Read("cff-version: 1\nauthors: x\nreferences: {a: b}\npreferred-citation: []\nkeywords: {a: b}\nlanguages: [[a]]\n")
	if got, _ := json.Marshal(items); string(got) != `[{"type":"software"}]` {
		t.Errorf("%s", got)
	}
}
