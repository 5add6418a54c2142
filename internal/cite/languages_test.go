package cite

import (
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

// Citations as texts in other languages have them, by authors and years or by the numbers of a
// list.
var languageTests = []struct {
	language string
	byYear   []string // the list of the forms by author and year
	forms    []struct{ text, want string }
}{
	{"Chinese", []string{"李四.（2019）. 月球与海. 科学出版社.", "张三, 李四.（2016）. 港口. 海洋学报, 13(3), 1-9.", "王五, 赵六, 孙七.（2018）. 太阳与海. 海洋学报, 15(1), 10-19."}, []struct{ text, want string }{
		{"李四（2019）指出", "李四（2019）→1"},
		{"有人认为（李四，2019）", "（李四，2019）→1"},
		{"根据张三和李四（2016）的研究", "张三和李四（2016）→2"},
		{"见（张三、李四，2016；王五等，2018）", "（张三、李四，2016；王五等，2018）→2,3"},
		{"王五等（2018）发现", "王五等（2018）→3"},
		{"王五等人(2018)发现", "王五等人(2018)→3"},
		{"月球［1］和太阳［2－3］", "［1］→1 ［2－3］→2,3"},
		{"月球［１，２］", "［１，２］→1,2"},
		{"月球【1】和[2, 第3页]", "【1】→1 [2, 第3页]→2"},
		{"月球〔1、3〕", "〔1、3〕→1,3"},
	}},
	{"Japanese", []string{"田中太郎（2019）「月と海」『海洋学会誌』12, 1-9.", "鈴木一郎・佐藤花子（2016）『港』東京: 海社.", "山田, 高橋, 伊藤（2018）『太陽と海』海社."}, []struct{ text, want string }{
		{"田中太郎（2019）は", "田中太郎（2019）→1"},
		{"とされる（田中太郎, 2019）", "（田中太郎, 2019）→1"},
		{"鈴木一郎・佐藤花子（2016）は", "鈴木一郎・佐藤花子（2016）→2"},
		{"（鈴木一郎・佐藤花子，2016）", "（鈴木一郎・佐藤花子，2016）→2"},
		{"（山田ほか, 2018）", "（山田ほか, 2018）→3"},
		{"山田ほか（2018）では", "山田ほか（2018）→3"},
		{"山田ら（2018）では", "山田ら（2018）→3"},
		{"月［1］と太陽［2～3］", "［1］→1 ［2～3］→2,3"},
		{"月［１］、太陽［２、３］", "［１］→1 ［２、３］→2,3"},
		{"月[1, p. 5]", "[1, p. 5]→1"},
	}},
	{"Korean", []string{"김철수. (2019). 달과 바다. 해양학회지, 12(1), 1-9.", "이영희, 박민수. (2018). 바다. 서울: 창비.", "최민호, 정수진, 강하늘. (2017). 소금. 해양학회지, 10(1), 3-5."}, []struct{ text, want string }{
		{"김철수(2019)에 따르면", "김철수(2019)→1"},
		{"그렇다(김철수, 2019).", "(김철수, 2019)→1"},
		{"이영희와 박민수(2018)는", "이영희와 박민수(2018)→2"},
		{"(이영희·박민수, 2018)", "(이영희·박민수, 2018)→2"},
		{"(이영희 & 박민수, 2018)", "(이영희 & 박민수, 2018)→2"},
		{"최민호 외(2017)는", "최민호 외(2017)→3"},
		{"(최민호 등, 2017)", "(최민호 등, 2017)→3"},
		{"(김철수, 2019; 최민호 외, 2017)", "(김철수, 2019; 최민호 외, 2017)→1,3"},
		{"달[1]과 해[2,3]", "[1]→1 [2,3]→2,3"},
		{"달[1~3]", "[1~3]→1,2,3"},
	}},
	{"Russian", []string{"Иванов И. И. Приливы. М.: Наука, 2015.", "Петров П. П., Сидоров С. С. Луна и море. М.: Наука, 2018.", "Козлов К. К., Орлов О. О., Белов Б. Б. Соль. М.: Мир, 2019."}, []struct{ text, want string }{
		{"Иванов (2015) пишет", "Иванов (2015)→1"},
		{"это так (Иванов, 2015)", "(Иванов, 2015)→1"},
		{"И. Иванов (2015) пишет", "Иванов (2015)→1"},
		{"(Петров, Сидоров, 2018)", "(Петров, Сидоров, 2018)→2"},
		{"Петров и Сидоров (2018)", "Петров и Сидоров (2018)→2"},
		{"(Козлов и др., 2019: 12)", "(Козлов и др., 2019: 12)→3"},
		{"вода [1, с. 5]", "[1, с. 5]→1"},
		{"вода [2; 3, с. 10–12]", "[2; 3, с. 10–12]→2,3"},
		{"вода [1, т. 2, с. 7] и [2, стр. 4]", "[1, т. 2, с. 7]→1 [2, стр. 4]→2"},
		{"вода [1 и 2]", "[1 и 2]→1,2"},
	}},
	{"Portuguese", []string{"SILVA, A. B.; SOUZA, C. Marés do porto. 2. ed. Rio de Janeiro: Mar, 2001.", "COSTA, D. A.; LIMA, E.; MORAES, F. S. A maré. Revista do Mar, v. 12, n. 3, p. 11-19, 2003.", "BRASIL. Constituição. Brasília: República, 1988. Acesso em: 2 jan. 2020."}, []struct{ text, want string }{
		{"a maré (SILVA; SOUZA, 2001)", "(SILVA; SOUZA, 2001)→1"},
		{"(SILVA; SOUZA, 2001, p. 5)", "(SILVA; SOUZA, 2001, p. 5)→1"},
		{"Silva e Souza (2001) dizem", "Silva e Souza (2001)→1"},
		{"Costa et al. (2003)", "Costa et al. (2003)→2"},
		{"(COSTA; LIMA; MORAES, 2003)", "(COSTA; LIMA; MORAES, 2003)→2"},
		{"(COSTA et al., 2003; BRASIL, 1988)", "(COSTA et al., 2003; BRASIL, 1988)→2,3"},
		{"Costa e cols. (2003)", "Costa e cols. (2003)→2"},
		{"a maré [1 e 2]", "[1 e 2]→1,2"},
		{"a maré que sobe [1 a 3]", "[1 a 3]→1,2,3"},
		{"a maré [2, pág. 5]", "[2, pág. 5]→2"},
	}},
	{"Spanish", []string{"García, A., y López, B. (2001). Mareas. Mar, 1, 2-3.", "Núñez, C., Ruiz, D., y Gil, E. (2005). Puertos. Mar, 2, 4-5.", "Vega, F. (s. f.). Sal. Madrid: Mar."}, []struct{ text, want string }{
		{"(García y López, 2001)", "(García y López, 2001)→1"},
		{"García y López (2001) dicen", "García y López (2001)→1"},
		{"Núñez y otros (2005)", "Núñez y otros (2005)→2"},
		{"(Núñez y cols., 2005)", "(Núñez y cols., 2005)→2"},
		{"(Núñez et al., 2005; García y López, 2001)", "(Núñez et al., 2005; García y López, 2001)→2,1"},
		{"(Vega, s. f.)", "(Vega, s. f.)→3"},
		{"Vega (s.f.) dice", "Vega (s.f.)→3"},
		{"el agua [1 y 2]", "[1 y 2]→1,2"},
		{"el agua que sube [1 a 3]", "[1 a 3]→1,2,3"},
		{"el agua [véase 1, pág. 5]", "[véase 1, pág. 5]→1"},
	}},
	{"Italian", []string{"Rossi, A., e Bianchi, B. (2001). Maree. Mare, 1, 2-3.", "Verdi, C., Neri, D., e Gallo, E. (2005). Porti. Mare, 2, 4-5.", "De Luca, F. (in stampa). Sale. Milano: Mare."}, []struct{ text, want string }{
		{"(Rossi e Bianchi, 2001)", "(Rossi e Bianchi, 2001)→1"},
		{"Rossi e Bianchi (2001) dicono", "Rossi e Bianchi (2001)→1"},
		{"Verdi e altri (2005)", "Verdi e altri (2005)→2"},
		{"(Verdi et al., 2005)", "(Verdi et al., 2005)→2"},
		{"(cfr. Rossi e Bianchi, 2001; Verdi et al., 2005)", "(cfr. Rossi e Bianchi, 2001; Verdi et al., 2005)→1,2"},
		{"De Luca (in stampa)", "De Luca (in stampa)→3"},
		{"(Rossi & Bianchi 2001, p. 5)", "(Rossi & Bianchi 2001, p. 5)→1"},
		{"il mare [1 e 2]", "[1 e 2]→1,2"},
		{"il mare [1, pag. 5]", "[1, pag. 5]→1"},
		{"il mare [1-3]", "[1-3]→1,2,3"},
	}},
	{"French", []string{"Dupont, A., et Martin, B. (2001). Marées. Mer, 1, 2-3.", "Lefèvre, C., Petit, D., et Roux, E. (2005). Ports. Mer, 2, 4-5.", "Noël, F. (s. d.). Sel. Paris: Mer."}, []struct{ text, want string }{
		{"(Dupont et Martin, 2001)", "(Dupont et Martin, 2001)→1"},
		{"Dupont et Martin (2001) disent", "Dupont et Martin (2001)→1"},
		{"Lefèvre et coll. (2005)", "Lefèvre et coll. (2005)→2"},
		{"(Lefèvre et autres, 2005)", "(Lefèvre et autres, 2005)→2"},
		{"(voir Lefèvre et al., 2005 ; Dupont et Martin, 2001)", "(voir Lefèvre et al., 2005 ; Dupont et Martin, 2001)→2,1"},
		{"(Noël, s. d.)", "(Noël, s. d.)→3"},
		{"(Dupont & Martin, 2001, p. 5)", "(Dupont & Martin, 2001, p. 5)→1"},
		{"la mer [1 et 2]", "[1 et 2]→1,2"},
		{"la mer [1 à 3]", "[1 à 3]→1,2,3"},
		{"la mer [voir 1, p. 5]", "[voir 1, p. 5]→1"},
	}},
	{"German", []string{"Schmidt, Karl/Weber, Ina (2018): Ebbe. Köln: DuMont.", "Müller, Anna/Huber, Lars/Koch, Eva (2017): Sonne. Wien: Facultas.", "Weiß, Tom (o. J.): Watt. Kiel: Meer."}, []struct{ text, want string }{
		{"Es gilt (Schmidt/Weber 2018, S. 12).", "(Schmidt/Weber 2018, S. 12)→1"},
		{"Nach Schmidt/Weber (2018) nicht", "Schmidt/Weber (2018)→1"},
		{"Schmidt und Weber (2018)", "Schmidt und Weber (2018)→1"},
		{"(Müller/Huber/Koch 2017: 5)", "(Müller/Huber/Koch 2017: 5)→2"},
		{"Müller u. a. (2017)", "Müller u. a. (2017)→2"},
		{"(vgl. Müller et al. 2017; Schmidt/Weber 2018)", "(vgl. Müller et al. 2017; Schmidt/Weber 2018)→2,1"},
		{"Weiß (o. J.)", "Weiß (o. J.)→3"},
		{"(Weiß o.J.: 3)", "(Weiß o.J.: 3)→3"},
		{"das Meer [1 bis 3]", "[1 bis 3]→1,2,3"},
		{"das Meer [vgl. 1, S. 5 und 2]", "[vgl. 1, S. 5 und 2]→1,2"},
	}},
}

func TestLanguages(t *testing.T) {
	numbered := func(list []article.Reference) []article.Reference {
		for i := range list {
			list[i].Label = safe.New(string(rune('1' + i)))
		}
		return list
	}
	for _, tt := range languageTests {
		for _, form := range tt.forms {
			if got := show(found(form.text, []article.Span{{End: len(form.text)}}, numbered(works(tt.byYear...)))); got != form.want {
				t.Errorf("%s: %q\n got %s\nwant %s", tt.language, form.text, got, form.want)
			}
		}
	}
}

var narrowTests = []struct{ in, want string }{
	{"", ""},
	{"[1] (a, b)", "[1] (a, b)"},
	{"［１２］，３", "[  12      ],  3  "},
	{"（一：２～３）", "(  一:  2  ~  3    )"},
	{"\ufffd，１\ufffd", "\ufffd,  1  \ufffd"},
	{"\xff１\xff、", "\xff1  \xff,  "},
}

func TestNarrow(t *testing.T) {
	for _, tt := range narrowTests {
		if got := narrow(tt.in); got != tt.want || len(got) != len(tt.in) {
			t.Errorf("narrow(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzNarrow(f *testing.F) {
	for _, tt := range narrowTests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := narrow(text); len(got) != len(text) || narrow(got) != got {
			t.Errorf("%q becomes %q of another length, or again another", text, got)
		}
	})
}
