package bib

import (
	"strings"
	"testing"
)

func TestKeys(t *testing.T) {
	smith := Item{Author: []Name{{Family: "Smith"}}, Issued: &Date{Parts: [][]int{{2019}}}}
	id := func(s string) Item { i := smith; i.ID = s; return i }
	got := Keys([]Item{
		smith, smith, smith, id("smith2019b"), id("Knu84"), id("12"), id("a b"), id("Knu84"), id("müller:2017"), id("o'neil"), id("a,b"), id("a{b"),
		{Author: []Name{{Family: "Østgård-Ng"}}}, {Author: []Name{{Literal: "World Sleep Organization"}}, Issued: smith.Issued}, {Title: "On the Waves"}, {},
	})
	want := "Smith2019 Smith2019a Smith2019c smith2019b Knu84 12 a_b Knu84a müller:2017 o'neil Smith2019d Smith2019e OstgardNg WorldSleepOrganization2019 Waves ref"
	if strings.ReplaceAll(strings.Join(got, "|"), " ", "_") != strings.ReplaceAll(want, " ", "|") {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
