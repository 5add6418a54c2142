package bib

import (
	"fmt"
	"strconv"
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/names"
)

var (
	isoDate  = lazyregexp.New(`^(-?\d{1,4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?[?~%]?/?(?:T.*)?$`)
	someYear = lazyregexp.New(`\b(1[0-9]{3}|20[0-9]{2})([a-z]?)\b`)
	yearPair = lazyregexp.New(`^(\d{4})\s*(?:/|-{1,2}|–)\s*(\d{4})$`)
)

// A Date is a CSL-JSON date: one list of year, month and day, as far as known, or
// two for a range; or words where there is no year: "in press".
type Date struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// Year returns the year of the date, 0 where there is none.
func (d *Date) Year() int {
	if d == nil || len(d.Parts) == 0 || len(d.Parts[0]) == 0 {
		return 0
	}
	return d.Parts[0][0]
}

// String returns the date as ISO 8601 has it, as far as it is known: 2019-07-03, a range with a
// slash; or its words.
func (d *Date) String() string {
	switch {
	case d == nil:
		return ""
	case d.Year() == 0:
		return d.Literal
	}
	var dates []string
	for _, parts := range d.Parts {
		s := ""
		for i, n := range parts {
			s += fmt.Sprintf([]string{"%04d", "-%02d", "-%02d"}[min(i, 2)], n)
		}
		dates = append(dates, s)
	}
	return strings.Join(dates, "/")
}

// ParseDate reads a date as bibliographies have it: 2019, 2019-07-03, 2019/07/03,
// 2019-07/2020-01, "3 July 2019". What has no year is kept as words; nil is no date.
func ParseDate(s string) *Date {
	s = strings.TrimSpace(s)
	if m := yearPair.FindStringSubmatch(s); m != nil {
		return &Date{Parts: [][]int{{atoi(m[1])}, {atoi(m[2])}}}
	}
	if parts := parseISO(s); parts != nil {
		return &Date{Parts: [][]int{parts}}
	}
	if from, to, ok := strings.Cut(s, "/"); ok {
		if first, second := parseISO(from), parseISO(to); first != nil && second != nil {
			return &Date{Parts: [][]int{first, second}}
		} else if first != nil {
			return &Date{Parts: [][]int{first}}
		}
	}
	if m := someYear.FindStringSubmatchIndex(s); m != nil {
		return wordyDate(s, m[2], m[3])
	}
	if s == "" {
		return nil
	}
	return &Date{Literal: s}
}

// parseISO reads one date of figures, or returns nil.
func parseISO(s string) []int {
	m := isoDate.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return nil
	}
	parts := []int{atoi(m[1])}
	if month := atoi(m[2]); month >= 1 && month <= 12 {
		parts = append(parts, month)
		if day := atoi(m[3]); day >= 1 && day <= 31 {
			parts = append(parts, day)
		}
	}
	return parts
}

// wordyDate reads a date of which the year stands at the bytes [start, end), with the
// month and day in words around it.
func wordyDate(s string, start, end int) *Date {
	d := &Date{Parts: [][]int{{atoi(s[start:end])}}}
	month, day := "", ""
	for _, w := range strings.FieldsFunc(s[:start]+" "+s[end:], func(r rune) bool { return strings.ContainsRune(" ,./-", r) }) {
		if monthNumber(w) > 0 && month == "" && atoi(w) == 0 {
			month = w
		} else if n := atoi(w); n >= 1 && n <= 31 && day == "" {
			day = w
		}
	}
	return d.With(month, day)
}

// With returns the date, a year, with the month and day that are given in words or
// figures.
func (d *Date) With(month, day string) *Date {
	fields := strings.FieldsFunc(month, func(r rune) bool { return strings.ContainsRune(" ,.~", r) })
	for _, f := range fields {
		if n := atoi(f); day == "" && n > 0 && len(fields) > 1 {
			day = f // "July 3" in the field of the month
		}
	}
	for _, f := range fields {
		if m := monthNumber(f); m > 0 && (len(fields) == 1 || atoi(f) == 0) {
			d.Parts[0] = append(d.Parts[0], m)
			if n := atoi(day); n >= 1 && n <= 31 {
				d.Parts[0] = append(d.Parts[0], n)
			}
			return d
		}
	}
	return d
}

// monthNumber returns the month of a name, its abbreviation or a figure, or 0.
func monthNumber(s string) int {
	if n := atoi(s); n >= 1 && n <= 12 {
		return n
	}
	n, _ := names.Month(s)
	return n
}

// atoi returns the value of decimal figures, 0 where s is none.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
