package endnote

import (
	"encoding/json"
	"testing"

	"etal/internal/bib"
)

// The persons and works are invented.
var readTests = []struct{ name, in, want string }{
	{"an article and a book", "%0 Journal Article\n%A Wren, Anna\n%A Tide Group,\n%T Tides\n%J J. Tides\n%D 2019\n%8 July 3\n%V 3\n%N 2\n%P 1-9\n%@ 1234-5678\n%R 10.1000/x\n%U https://a.org\n%X It\n\nrises.\n%K tides\n%K moon\n\n%0 Book\n%A Lind, C.\n%E Oke, B.\n%Y Berg, J.\n%? Ito, K.\n%T Nets\n%S Waves\n%I Quay\n%C Hull\n%7 2nd\n%P 300\n%@ 978-3-16-148410-0\n%F lind\n",
		`[{"type":"article-journal","author":[{"family":"Wren","given":"Anna"},{"literal":"Tide Group"}],"issued":{"date-parts":[[2019,7,3]]},"title":"Tides","container-title":"J. Tides","volume":"3","issue":"2","page":"1-9","DOI":"10.1000/x","URL":"https://a.org","ISSN":"1234-5678","abstract":"It rises.","keyword":"tides, moon"},{"id":"lind","type":"book","author":[{"family":"Lind","given":"C."}],"editor":[{"family":"Oke","given":"B."}],"translator":[{"family":"Ito","given":"K."}],"title":"Nets","number-of-pages":"300","edition":"2nd","publisher":"Quay","publisher-place":"Hull","collection-title":"Waves","ISBN":"978-3-16-148410-0","collection-editor":[{"family":"Berg","given":"J."}]}]`},
	{"dates", "%T A\n%D 2019\n%8 2019-07-03\n\n%T B\n%D 2019\n%8 2020-07-03\n\n%T C\n%8 2019-07\n\n%T D\n%D 2019-03\n%8 July\n\n%T E\n%D in press\n%8 July\n\n%T F\n%D 2019\n%8 July 3\n",
		`[{"type":"document","issued":{"date-parts":[[2019,7,3]]},"title":"A"},{"type":"document","issued":{"date-parts":[[2019]]},"title":"B"},{"type":"document","issued":{"date-parts":[[2019,7]]},"title":"C"},{"type":"document","issued":{"date-parts":[[2019,3]]},"title":"D"},{"type":"document","issued":{"literal":"in press"},"title":"E"},{"type":"document","issued":{"date-parts":[[2019,7,3]]},"title":"F"}]`},
	{"numbers of books and serials", "%T A\n%@ 1234-5678 3161484100 978-3-16-148410-0\n\n%T B\n%@ 123 12345678901\n", `[{"type":"document","title":"A","ISBN":"3161484100","ISSN":"1234-5678"},{"type":"document","title":"B","ISBN":"12345678901"}]`},
	{"a publisher's report", "%T A\n%I Quay\n%R 10.5555/a\n", `[{"type":"document","title":"A","publisher":"Quay","DOI":"10.5555/a"}]`},
	{"numbers and pages", "%0 Report\n%T A\n%N 7\n%P 3-9\n%B Series\n\n%0 Book\n%T B\n%S Series\n%B Book\n%P 300\n", `[{"type":"report","title":"A","page":"3-9","number":"7","collection-title":"Series"},{"type":"book","title":"B","number-of-pages":"300","collection-title":"Series"}]`},
	{"a tag without a value", "%T A\n%K\n%N \n%V 3\n", `[{"type":"document","title":"A","volume":"3"}]`},
	{"without types", "%A Anna Wren\n%T Tides\n%J J. Tides\n%D 1989\n\n%A B. Oke\n%T Nets\n%I Quay\n\n%A B. Oke\n%T Nets\n%B Book\n",
		`[{"type":"article-journal","author":[{"family":"Wren","given":"Anna"}],"issued":{"date-parts":[[1989]]},"title":"Tides","container-title":"J. Tides"},{"type":"book","author":[{"family":"Oke","given":"B."}],"title":"Nets","publisher":"Quay"},{"type":"chapter","author":[{"family":"Oke","given":"B."}],"title":"Nets","container-title":"Book"}]`},
}

func TestRead(t *testing.T) {
	for _, tt := range readTests {
		check(t, tt.name, Read, tt.in, tt.want)
	}
}

func check(t *testing.T, name string, read func(string) ([]bib.Item, []string), in, want string) {
	t.Helper()
	items, notices := read(in)
	if got, _ := json.Marshal(items); string(got) != want || len(notices) > 0 {
		t.Errorf("%s: %v\n got %s\nwant %s", name, notices, got, want)
	}
}

const xmlFile = `<?xml version="1.0" encoding="UTF-8"?><xml><records><record><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal">Wren, Anna</style></author><author>Oke, B.</author></authors></contributors>
<titles><title><style>Tides &amp; </style><style face="italic">waves</style></title><secondary-title>J. Tides</secondary-title></titles>
<pages>1-9</pages><volume>3</volume><dates><year>2019</year><pub-dates><date>July</date></pub-dates></dates><keywords><keyword>tides</keyword></keywords>
<electronic-resource-num>10.5555/x</electronic-resource-num><urls><related-urls><url>https://a.org</url></related-urls></urls></record>
<record><ref-type name="Book Section">5</ref-type><contributors><authors><author>Lind, C.</author></authors><secondary-authors><author>Ed, D.</author></secondary-authors></contributors>
<titles><title>Nets</title><secondary-title>Waves</secondary-title></titles><publisher>Quay</publisher></record></records></xml>`

func TestReadXML(t *testing.T) {
	check(t, "two", ReadXML, xmlFile, `[{"type":"article-journal","author":[{"family":"Wren","given":"Anna"},{"family":"Oke","given":"B."}],"issued":{"date-parts":[[2019,7]]},"title":"Tides \u0026 waves","container-title":"J. Tides","volume":"3","page":"1-9","DOI":"10.5555/x","URL":"https://a.org","keyword":"tides"},`+
		`{"type":"chapter","author":[{"family":"Lind","given":"C."}],"editor":[{"family":"Ed","given":"D."}],"title":"Nets","container-title":"Waves","publisher":"Quay"}]`)
	check(t, "text around", ReadXML, "<xml>said<other><title>A</title></other><records><record><titles><title>B</title></titles></record></records></xml>", `[{"type":"document","title":"B"}]`)
	if items, notices := ReadXML(xmlFile[:len(xmlFile)-len("</records></xml>")]); len(items) != 2 || len(notices) != 1 {
		t.Errorf("%d items, %v", len(items), notices)
	}
}
