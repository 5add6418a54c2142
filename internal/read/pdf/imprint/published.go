package imprint

import (
	"fmt"
	"strconv"

	"etal/internal/lazyregexp"
	"etal/internal/names"
)

var (
	// publishedOn matches the day of publication; the groups are day, month and year, or month, day and year.
	publishedOn = lazyregexp.New(`(?i)\bpublished(?:\s+online)?(?:\s+on)?\s*:?\s*(?:(\d{1,2})\s+(\p{L}+)\.?,?|(\p{L}+)\.?\s+(\d{1,2}),?)\s+((?:19|20)\d\d)\b`)
	// ofIssue matches the head of a page that names the issue; the groups are month and year.
	ofIssue = lazyregexp.New(`(?i)^.{0,80}\bvol(?:\.|ume)?\s*\d+.{0,30},\s*(\p{L}+)\.?\s+((?:19|20)\d\d)$`)
)

// Published returns the date at which an article was published, by the rows of its first page: 2018-06-13, or 1997-10
// where only the month of the issue is told; "" if they do not say.
func Published(rows []string) string {
	issue := ""
	for _, row := range rows {
		if m := publishedOn.FindStringSubmatch(row); m != nil {
			day, _ := strconv.Atoi(m[1] + m[4])
			if month, ok := names.Month(m[2] + m[3]); ok && day >= 1 && day <= 31 {
				return fmt.Sprintf("%s-%02d-%02d", m[5], month, day)
			}
		}
		if m := ofIssue.FindStringSubmatch(row); m != nil && issue == "" {
			if month, ok := names.Month(m[1]); ok {
				issue = fmt.Sprintf("%s-%02d", m[2], month)
			}
		}
	}
	return issue
}
