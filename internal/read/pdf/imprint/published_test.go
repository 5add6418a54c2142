package imprint

import "testing"

func TestPublished(t *testing.T) {
	for _, tt := range []struct{ name, row, want string }{
		{"month, day, year", "Published: June 13, 2018", "2018-06-13"},
		{"day, month, year", "Published online 3 May 2021", "2021-05-03"},
		{"amid others", "Received 2 May 2019; accepted 4 June 2019; published 11 July 2019.", "2019-07-11"},
		{"an abbreviation", "Published: 7 Sept. 2020", "2020-09-07"},
		{"an issue", "IEEE TRANSACTIONS ON TIDES, VOL. 7, NO. 5, OCTOBER 1997", "1997-10"},
		{"accepted", "Accepted: June 13, 2018", ""},
		{"no month", "Published in Hull, 13 2018", ""},
		{"no day", "Published: 45 June 2018", ""},
		{"an issue without a month", "Journal of Tides, vol. 7, page 1997", ""},
		{"a reference", "Tides, vol. 7, May 1997, pp. 3-9", ""},
	} {
		if got := Published([]string{"Tides of the north", tt.row}); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if got := Published([]string{"VOL. 7, NO. 5, OCTOBER 1997", "Published: 3 May 1998"}); got != "1998-05-03" {
		t.Errorf("the day before the issue: %q", got)
	}
}
