package cite

import (
	"testing"

	"etal/internal/article"
)

var labelTests = []struct {
	name, text, want string
	labels           []string
}{
	{"of documents", "as in [RFC2119] and [RFC 8174], not [RFC9999]", "[RFC2119]→1 [RFC 8174]→2 [RFC9999]→?RFC9999", []string{"RFC2119", "RFC8174"}},
	{"of words", "the mail format [IMAIL], Section 3; see [Unicode]", "[IMAIL]→1 [Unicode]→2", []string{"IMAIL", "UNICODE"}},
	{"of authors", "[Knu84, ABC+20; see also Lam98, p. 12]", "[Knu84, ABC+20; see also Lam98, p. 12]→1,2,3", []string{"Knu84", "ABC+20", "Lam98"}},
	{"of authors, missing", "[Knu84] and [Tur36]", "[Knu84]→1 [Tur36]→?Tur36", []string{"Knu84", "ABC+20", "Lam98"}},
	{"of authors, missing, in a list with too few", "[Knu84] and [Tur36]", "[Knu84]→1", []string{"Knu84", "ABC+20"}},
	{"of a supplement beside numbers", "as [1] and [S1, S3], in refs S1 and S2, here^S1,S2^ and <sup>S3</sup>, [2; S2–S3], [S2-4]", "[1]→1 [S1, S3]→3,5 refs S1 and S2→3,4 S1,S2→3,4 S3→5 [2; S2–S3]→2,4,5 [S2-4]→4,5?S4", []string{"1", "2", "S1", "S2", "S3"}},
	{"letters with numbers that the list has none of", "the sites S1 and (S2), ref S4, x^S9^, [T1–T3]", "ref S4→?S4 S9→?S9", []string{"S1", "S2"}},
	{"neighbours", "[RFC2119][RFC8174]", "[RFC2119]→1 [RFC8174]→2", []string{"RFC2119", "RFC8174"}},
	{"over a line's end", "see [RFC\n2119]", "[RFC 2119]→1", []string{"RFC2119"}},
	{"with numbers in the list", "[A1] and [1-3]", "[A1]→4 [1-3]→1,2,3", []string{"1", "2", "3", "A1"}},
	{"no label", "[sic] she said […] and [HERE]", "", []string{"RFC2119"}},
	{"link", "[RFC2119](https://example.org)", "", []string{"RFC2119"}},
	{"element of an array", "a[1] and items[2]", "", []string{"RFC2119"}},
}

func TestLabels(t *testing.T) {
	for _, tt := range labelTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(found(tt.text, []article.Span{{Start: 0, End: len(tt.text)}}, list(tt.labels...))); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}
