package imprint

import (
	"fmt"
	"strconv"
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// date matches a day or a month; its groups are month and day, day and month, or the month alone, and the year. Of days
// on which a conference was held, the first counts.
const date = `(?:(\p{L}{3,9})\.?\s+(\d{1,2})(?:\s?[–-]\s?(?:\p{L}{3,9}\.?\s+)?\d{1,2})?,?|(\d{1,2})(?:\s?[–-]\s?\d{1,2})?\s+(\p{L}{3,9})\.?,?|(\p{L}{3,9})\.?,?)\s+((?:19|20)\d\d)\b`

// dated are the rows that tell when an article was published, the surest first.
var dated = []*lazyregexp.Regexp{
	lazyregexp.New(`(?i)\bpublished(?:\s+online)?(?:\s+on)?\s*:?\s*` + date),
	// the meeting that an article was read at, and the year in its name
	lazyregexp.New(`^(?:In )?(?:Proceedings\b|\p{Lu}[\p{Ll}-]{0,8}\p{Lu}[\p{L}-]{0,8}\s?(?:[’']|19|20)(\d\d)\b).{0,150}?[\s(]` + date),
	lazyregexp.New(`^.{0,100}?\b` + date + `\.?.{0,8}\b(?:19|20)\d\d Association for\b`),
	// the issue
	lazyregexp.New(`(?i)^.{0,80}\bvol(?:\.|ume)?\s*\d+.{0,30},\s*` + date + `$`),
	lazyregexp.New(`(?i)^` + date + `,\s*vol(?:\.|ume)?\s*\d`),
	lazyregexp.New(`^arXiv:\S+\s+\[[\w.-]+\]\s+` + date),
}

// inYear are the rows that tell in which year an article was published, the surest first: a journal with its volume,
// and whose the rights are. They may also be those of a map, or of another article in a note.
var inYear = []*lazyregexp.Regexp{
	lazyregexp.New(`^\p{Lu}[\p{L} .&:-]{3,60}\s\(((?:19|20)\d\d)\),?\s\d+(?:[:(]\d+\)?)?,\s*\d+[–-]\d`),
	lazyregexp.New(`^\p{Lu}[\p{L} .&:-]{3,60}\s\d+(?:\(\d+\))?\s\(((?:19|20)\d\d)\)\s\d+[–-]\d`),
	lazyregexp.New(`(?i)(?:©|\bcopyright|\(c\))\s*(?:©\s*)?((?:19|20)\d\d)\b`),
}

// Published returns the date at which an article was published, by the rows of its first page and the day on which its
// file was made, if that is known: 2018-06-13, 1997-10 where only the month is told, 2014 where only the year is. The
// file's day counts if the rows do not say more, and it does not differ.
func Published(rows []string, made string) string {
	if date := published(rows, made); !strings.HasPrefix(made, date) {
		return date
	}
	return made
}

func published(rows []string, made string) string {
	for _, is := range dated {
		for _, row := range rows {
			m := is.FindStringSubmatch(row)
			if m == nil {
				continue
			}
			named := strings.Join(m[1:len(m)-6], "")
			m = m[len(m)-6:]
			if found := day(m[0]+m[3]+m[4], m[1]+m[2], m[5]); found != "" && strings.HasSuffix(m[5], named) {
				return found
			}
		}
	}
	for _, is := range inYear {
		for _, row := range rows {
			if m := is.FindStringSubmatch(row); m != nil && isNear(m[1], made) {
				return m[1]
			}
		}
	}
	return ""
}

// isNear reports whether a year is that of a day or one beside it, or the day is "".
func isNear(year, day string) bool {
	if day == "" {
		return true
	}
	a, _ := strconv.Atoi(year)
	b, _ := strconv.Atoi(day[:len("2006")])
	return max(a-b, b-a) <= 1
}

// day returns a day, or a month if its number is "".
func day(name, number, year string) string {
	month, ok := names.Month(name)
	if !ok || month == 0 {
		return ""
	}
	if number == "" {
		return fmt.Sprintf("%s-%02d", year, month)
	}
	d, _ := strconv.Atoi(number)
	if d < 1 || d > 31 {
		return ""
	}
	return fmt.Sprintf("%s-%02d-%02d", year, month, d)
}
