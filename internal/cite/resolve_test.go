package cite

import (
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

var shortTests = []struct {
	name    string
	entries []string
	want    string // what the citations [1] [2] … lead to
}{
	{"ibid", []string{"Wren, A. (1998). The Wheel. Hill.", "Ibid., 34.", "Ibid."}, "[1]→1 [2]→1 [3]→1"},
	{"op. cit.", []string{"Wren, A. (1998). The Wheel. Hill.", "Lind, C. (2004). Rims. Hill.", "Wren, op. cit., p. 3."}, "[1]→1 [2]→2 [3]→1"},
	{"op. cit. of two works", []string{"Wren, A. (1998). The Wheel. Hill.", "Wren, A. (2004). Rims. Hill.", "Wren, op. cit., p. 3."}, "[1]→1 [2]→2 [3]→|1,2"},
	{"short title", []string{"Wren, A. (1998). The Wheel. Hill.", "Wren, A. (2004). Rims. Hill.", "Wren, Rims, 33–35."}, "[1]→1 [2]→2 [3]→2"},
	{"supra", []string{"Wren, A. (1998). The Wheel. Hill.", "Lind, C. (2004). Rims. Hill.", "See supra note 1, at 12.", "Wie Anm. 2, S. 7."}, "[1]→1 [2]→2 [3]→1 [4]→2"},
	{"German", []string{"Wren, A. (1998). Das Rad. Berg.", "Ebd., S. 12.", "Wren, a. a. O., S. 14."}, "[1]→1 [2]→1 [3]→1"},
	{"a work that was not named", []string{"Wren, A. (1998). The Wheel. Hill.", "Lind, op. cit."}, "[1]→1 [2]→2"},
	{"words that no work has", []string{"Wren, A. (1998). The Wheel. Hill.", "Wren, Sails, op. cit., p. 3."}, "[1]→1 [2]→2"},
	{"words of two works, but not together", []string{"Wren, A. (1998). The Wheel. Hill.", "Wren, A. (2004). Rims. Hill.", "Wren, Wheel Rims, 3."}, "[1]→1 [2]→2 [3]→3"},
	{"families of several words", []string{"Van Dyk, A. (1998). The Wheel. Hill.", "Van Dyk, op. cit.", "Van Dyks, op. cit.", "Van, op. cit."}, "[1]→1 [2]→1 [3]→3 [4]→4"},
	{"no short form", []string{"Wren, A. (1998). The Wheel. Hill.", "Wren, A. Ibidem and other words. Hill, 2004."}, "[1]→1 [2]→2"},
}

func TestShort(t *testing.T) {
	for _, tt := range shortTests {
		t.Run(tt.name, func(t *testing.T) {
			references := upTo(len(tt.entries))
			text := ""
			for i := range references {
				references[i].Text = safe.New(tt.entries[i])
				text += "[" + references[i].Label.String() + "] "
			}
			prose := []article.Span{{Start: 0, End: len(text)}}
			if got := show(Resolve(text, prose, found(text, prose, references), references)); got != tt.want {
				t.Errorf("got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestAgain(t *testing.T) {
	text := "Ibid. it began [1], and (ibid., p. 3) went on [2, 3]. Ibid. again."
	prose := []article.Span{{Start: 0, End: len(text)}}
	references := upTo(3)
	if got, want := show(Resolve(text, prose, found(text, prose, references), references)), "[1]→1 ibid.→1 [2, 3]→2,3 Ibid.→3"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// Where another note stands between a citation and the note "Ibid.", that one is meant.
func TestAgainInNotes(t *testing.T) {
	references := upTo(3)
	for text, want := range map[string]string{
		"So.\n\n1\\. As in [1].\n2\\. Ibid., 3.":                          "[1]→1 Ibid.→1",
		"So [1].\n\n1\\. Wren, Rims, 9.\n2\\. Ibid., 3.":                  "[1]→1",
		"So [1].\n1. One step.\n2. Another, as there (ibid., 3) is told.": "[1]→1 ibid.→1",
	} {
		prose := []article.Span{{Start: 0, End: len(text)}}
		if got := show(Resolve(text, prose, found(text, prose, references), references)); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}
