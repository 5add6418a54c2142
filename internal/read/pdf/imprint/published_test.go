package imprint

import "testing"

func TestPublished(t *testing.T) {
	for _, tt := range []struct{ name, row, want string }{
		{"month, day, year", "Published: June 13, 2018", "2018-06-13"},
		{"day, month, year", "Published online 3 May 2021", "2021-05-03"},
		{"amid others", "Received 2 May 2019; accepted 4 June 2019; published 11 July 2019.", "2019-07-11"},
		{"an abbreviation", "Published: 7 Sept. 2020", "2020-09-07"},
		{"an issue", "IEEE TRANSACTIONS ON TIDES, VOL. 7, NO. 5, OCTOBER 1997", "1997-10"},
		{"the days of a conference", "STOC’07, June 11–13, 2007, San Diego, California, USA.", "2007-06-11"},
		{"days of two months", "CHI 2013 Extended Abstracts, April 27–May 2, 2013, Paris, France.", "2013-04-27"},
		{"days before their month", "Jeju, Republic of Korea, 8-14 July 2012. c 2012 Association for Computational Linguistics", "2012-07-08"},
		{"days with blanks", "New Orleans, Louisiana, June 1 - 6, 2018. fl c 2017 Association for Computational Linguistics", "2018-06-01"},
		{"the month of a conference", "In Proceedings of the 4th Meeting of Pilots (MP-2007), Hull, June 2007.", "2007-06"},
		{"a month before its volume", "January 2007, Volume 18, Issue 3. http://www.example.org/", "2007-01"},
		{"a stamp in the margin", "arXiv:2203.00274v2 [cs.CL] 3 May 2022", "2022-05-03"},
		{"a journal and its year", "International Tides (2014), 26:1, 147–154", "2014"},
		{"a journal, its volume and its year", "Journal of Tides 310 (2005) 253–265", "2005"},
		{"the rights", "978-1-4577-9538-2/11/$26.00 ©2011 IEEE", "2011"},
		{"a month at the beginning of a row", "April 2009), Tides (1980 to April 2009), the Pilots", ""},
		{"a date beside a name with another year", "HeLa 2011 cells were kept in Hull (May 2009)", ""},
		{"a season", "Tides, Vol. 3, Fall 2011", ""},
		{"a day in a sentence", "The tides of June 11–13, 2007, were high.", ""},
		{"a reference with its year", "[3] A. Berg, Tides 310 (2005) 253–265", ""},
		{"accepted", "Accepted: June 13, 2018", ""},
		{"no month", "Published in Hull, 13 2018", ""},
		{"no day", "Published: 45 June 2018", ""},
		{"an issue without a month", "Journal of Tides, vol. 7, page 1997", ""},
		{"a reference", "Tides, vol. 7, May 1997, pp. 3-9", ""},
	} {
		if got := Published([]string{"Tides of the north", tt.row}, ""); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	for _, rows := range [][]string{
		{"VOL. 7, NO. 5, OCTOBER 1997", "Published: 3 May 1998"},
		{"© 1997 The Pilots", "Tides (1997) 12, 3–9", "Published: 3 May 1998"},
		{"arXiv:9803.00274v2 [cs.CL] 3 April 1998", "TIDES’98, May 3–5, 1998, Hull"},
		{"© 1999 The Pilots", "arXiv:9803.00274v2 [cs.CL] 3 May 1998"},
	} {
		if got := Published(rows, "1999-02-03"); got != "1998-05-03" {
			t.Errorf("%q: %q", rows, got)
		}
	}
	for _, tt := range []struct{ name, row, made, want string }{
		{"no date", "Tides", "2014-05-03", "2014-05-03"},
		{"a month, and a day in it", "TIDES, VOL. 7, OCTOBER 1997", "1997-10-03", "1997-10-03"},
		{"a month, and a day in another", "TIDES, VOL. 7, OCTOBER 1997", "2014-05-03", "1997-10"},
		{"a year, and a day in it", "© 2014 The Pilots", "2014-05-03", "2014-05-03"},
		{"the year before", "Journal of Tides (2013) 12, 345–367", "2014-05-03", "2013"},
		{"the year after", "Journal of Tides 310 (2015) 253–265", "2014-05-03", "2015"},
		{"an article in a note", "Journal of Tides (1998) 12, 345–367", "2014-05-03", "2014-05-03"},
		{"a map", "Map data © 2009 Harbours", "2014-05-03", "2014-05-03"},
	} {
		if got := Published([]string{tt.row}, tt.made); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
