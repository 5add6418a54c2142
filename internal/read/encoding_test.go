package read

import (
	"bytes"
	"compress/gzip"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

// The same sentence, as a harbour master would write it in several languages.
const (
	tidesInRussian   = "Много лет подряд смотритель гавани вставал до рассвета, измерял высоту воды у старой лестницы и записывал число карандашом в клетчатую тетрадь, чтобы корабли знали свой час."
	tidesInJapanese  = "港の番人は何年ものあいだ夜明け前に起き、古い石段で水の高さを測り、船が時を知るように鉛筆で帳面に数を書いていた。"
	tidesInChinese   = "港口的看守人许多年来都在天亮以前起床，在旧石阶旁测量水的高度，用铅笔把数字写在本子上，好让船知道它们的时间。"
	tidesInTaiwanese = "港口的看守人許多年來都在天亮以前起床，在舊石階旁測量水的高度，用鉛筆把數字寫在本子上，好讓船知道它們的時間。"
	tidesInKorean    = "항구를 지키는 사람은 여러 해 동안 해가 뜨기 전에 일어나 낡은 돌계단에서 물의 높이를 재고 배들이 때를 알 수 있도록 연필로 공책에 숫자를 적었다."
	tidesInCzech     = "Hlídač přístavu vstával po mnoho let před úsvitem, měřil u starých schodů výšku vody a zapisoval číslo tužkou do sešitu, aby lodě věděly, kdy přijde jejich čas."
	tidesInPolish    = "Strażnik portu przez wiele lat wstawał przed świtem, mierzył wysokość wody przy starych schodach i zapisywał liczbę ołówkiem w zeszycie, żeby łodzie znały swój czas."
	tidesInGreek     = "Ο φύλακας του λιμανιού σηκωνόταν για πολλά χρόνια πριν από την αυγή, μετρούσε το νερό στα παλιά σκαλιά και έγραφε τον αριθμό με μολύβι."
	tidesInTurkish   = "Limanın bekçisi yıllarca şafaktan önce kalktı, eski basamaklarda suyun yüksekliğini ölçtü ve gemiler vaktini bilsin diye sayıyı deftere yazdı."
	tidesInHebrew    = "שומר הנמל קם במשך שנים רבות לפני הזריחה, מדד את גובה המים ליד המדרגות הישנות ורשם את המספר בעיפרון."
	tidesInArabic    = "كان حارس الميناء يستيقظ لسنوات كثيرة قبل الفجر ويقيس ارتفاع الماء عند الدرج القديم ويكتب الرقم بقلم الرصاص في دفتر."
	tidesInThai      = "ผู้ดูแลท่าเรือตื่นก่อนรุ่งสางเป็นเวลาหลายปี วัดระดับน้ำที่บันไดเก่าแล้วจดตัวเลขด้วยดินสอ"
	tidesInFrench    = "Pendant des années, le gardien du port s’est levé avant l’aube, a mesuré la hauteur de l’eau près du vieil escalier et noté le chiffre à la mine dans un cahier usé."
	tidesInGerman    = "Über viele Jahre stand der Wächter des Hafens vor der Dämmerung auf, maß die Höhe des Wassers an der alten Treppe und schrieb die Zahl für die Schiffe in ein großes, schönes Buch."
	tidesInSwedish   = "I många år steg hamnens väktare upp före gryningen, mätte vattnets höjd vid den gamla trappan och skrev talet för båtarna i en tjock, grön bok."
	tidesInEnglish   = "For many years the harbour’s keeper rose before dawn, measured the height of the water – 3.1 m ± 0.2 m at 5 °C – and wrote the “number” down, naïve as he was."
)

// encoded returns a text in an encoding.
func encoded(t *testing.T, name, text string) []byte {
	t.Helper()
	enc, err := htmlindex.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return data
}

// Encodings that declare nothing are guessed, in a short text and in a long one, amid English and
// in a page, and a notice says so.
func TestGuess(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"windows-1251", tidesInRussian}, {"koi8-r", tidesInRussian}, {"iso-8859-5", tidesInRussian},
		{"euc-jp", tidesInJapanese}, {"shift_jis", tidesInJapanese}, {"gb18030", tidesInChinese}, {"gbk", tidesInChinese},
		{"big5", tidesInTaiwanese}, {"ibm866", tidesInRussian}, {"windows-874", tidesInThai}, {"euc-kr", tidesInKorean},
		{"iso-8859-2", tidesInCzech}, {"windows-1250", tidesInPolish}, {"iso-8859-7", tidesInGreek}, {"windows-1254", tidesInTurkish},
		{"windows-1255", tidesInHebrew}, {"windows-1256", tidesInArabic},
		{"windows-1252", tidesInFrench}, {"windows-1252", tidesInGerman}, {"windows-1252", tidesInSwedish}, {"windows-1252", tidesInEnglish},
	} {
		for _, text := range []string{
			tt.text, strings.Repeat(tt.text+"\n", 40),
			strings.Repeat("The tables of the tides were kept in every port of the world.\n", 30) + tt.text + "\n",
		} {
			got, err := decode(encoded(t, tt.name, text), "", "")
			if err != nil || got.text != text {
				t.Errorf("%s: got %.60q, want %.60q, %v", tt.name, got.text, text, err)
			}
			if !strings.HasPrefix(got.notice, "encoding guessed as ") || !strings.HasSuffix(got.notice, "; --encoding NAME overrides") {
				t.Errorf("%s: notice %q", tt.name, got.notice)
			}
		}
	}
}

// What cannot be told is read as before, and a notice says so.
func TestNoGuess(t *testing.T) {
	for _, data := range [][]byte{[]byte("caf\xe9"), []byte("\x8cti su \x9aist\x92\x81\x82"), []byte("na\xefve \xe0 la carte")} {
		got, err := decode(data, "", "")
		want := "encoding not recognized, read as windows-1252; --encoding NAME overrides"
		if enc, _ := htmlindex.Get("windows-1252"); err != nil || got.notice != want {
			t.Errorf("notice %q, %v", got.notice, err)
		} else if text, _ := enc.NewDecoder().String(string(data)); text != got.text {
			t.Errorf("%q", got.text)
		}
	}
	for _, data := range []string{"plain", "caf\u00e9", "<meta charset=koi8-r>\xd4", "\xff\xfea\x00"} {
		if got, err := decode([]byte(data), "", ""); err != nil || got.notice != "" {
			t.Errorf("%q: notice %q, %v", data, got.notice, err)
		}
	}
}

// Escape sequences for Japanese are as good as a declaration.
func TestEscapedJapanese(t *testing.T) {
	if got, err := decode(encoded(t, "iso-2022-jp", tidesInJapanese), "", ""); err != nil || got.text != tidesInJapanese || got.notice != "" {
		t.Errorf("got %.60q, %q, %v", got.text, got.notice, err)
	}
}

func TestUnmarkedUTF16(t *testing.T) {
	for _, text := range []string{tidesInRussian, tidesInGreek, tidesInHebrew, tidesInKorean, tidesInEnglish, tidesInJapanese + "\n" + tidesInJapanese, tidesInChinese + "\n" + tidesInChinese} {
		for _, name := range []string{"utf-16le", "utf-16be"} {
			if got, err := decode(encoded(t, name, text), "", ""); err != nil || got.text != text || got.notice != "" {
				t.Errorf("%s: got %.40q, want %.40q, %v", name, got.text, text, err)
			}
		}
	}
}

// An encoding that is named counts for more than what the bytes declare or look like.
func TestEncodingNamed(t *testing.T) {
	for _, name := range Encodings() {
		if _, err := htmlindex.Get(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"", "none", "utf"} {
		if IsEncoding(name) {
			t.Errorf("%q is an encoding", name)
		}
	}
	for _, tt := range []struct{ label, name, text string }{
		{"ibm866", "ibm866", tidesInRussian}, {"CP1251", "windows-1251", tidesInRussian}, {"eucjp", "euc-jp", tidesInJapanese},
		{"utf16le", "utf-16le", tidesInRussian}, {"UTF8", "utf-8", "caf\u00e9"}, {"latin1", "windows-1252", "caf\u00e9"},
	} {
		a, err := Reader{Encoding: tt.label}.Read("-", encoded(t, tt.name, "<meta charset=big5>\n\n"+tt.text))
		if err != nil || !strings.Contains(a.Body.String(), tt.text) || len(a.Notices) > 0 {
			t.Errorf("%s: %v %v", tt.label, a, err)
		}
	}
}

func zipped(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGzip(t *testing.T) {
	data := zipped(t, "The *moon* pulls.")
	for name, want := range map[string]string{"tides.md.gz": "markdown The *moon* pulls.", "tides.txt.GZ": `text The \*moon\* pulls.`, "-": `text The \*moon\* pulls.`} {
		a, err := Read(name, data)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(a.Format) + " " + strings.TrimSpace(a.Body.String()); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if a, err := Read("tides.md.gz", data); err != nil || a.Title.String() != "tides" {
		t.Errorf("title %q, %v", a.Title, err)
	}
	for name, damaged := range map[string][]byte{"cut": data[:len(data)-6], "no more than a magic": []byte(gzipMagic), "changed": append(bytes.Clone(data[:15]), 'x', 'y')} {
		if _, err := Read("a.gz", damaged); !errors.Is(err, errDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Read("a.gz", bytes.Repeat(zipped(t, strings.Repeat("\n", 1<<20)), MaxSource>>20+1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a bomb: %v", err)
	}
	if _, err := Read("a.gz", zipped(t, string(data))); !errors.Is(err, ErrBinary) {
		t.Errorf("twice: %v", err)
	}
	source := "# Tides\n\nThe moon pulls the sea, and the sea rises.\n\nSee the tables of the port for more of it.\n"
	a, _ := Read("a.md.gz", zipped(t, source))
	if line, _, ok := (Reader{}).Locator(a, zipped(t, source)).Find(strings.Index(a.Body.String(), "See")); !ok || line != 5 {
		t.Errorf("line %d", line)
	}
}
