package read

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/cite"
)

// TestStyles holds that what help and README say of citations is so: in an article whose list
// is of the kind, each example is found whole, and leads to the list.
func TestStyles(t *testing.T) {
	numbered := ""
	for n := 1; n <= 12; n++ {
		numbered += fmt.Sprintf("%d. Smith J. Tides, part %d. Water. 2001;%d:1–9. https://doi.org/10.1000/%d\n", n, n, n, n)
	}
	lists := map[string]string{
		"authors and years": "- Lee, A. (2020a). Ebb. Water, 3, 1–9.\n- Lee, A. (2020b). Flood. Water, 3, 10–19.\n- Müller, B., Ohm, C., & Pohl, D. (in press). Sand. Water.\n" +
			"- Smith, J. (2019a). Tides. Water, 1, 2–3.\n- Smith, J., & Lee, A. (2019). Waves. Water, 1, 4–5.\n- Smith, J., & Lee, A. (2020a). Surf. Water, 2, 4–5.\n- Smith, J., & Lee, A. (2020b). Foam. Water, 2, 6–7.\n" +
			"- van der Berg, L., Ohm, C., & Pohl, D. (2020). Dikes. Water, 2, 6–7.\n- World Health Organization. (2010). Drinking water. WHO Press.\n",
		"authors and pages": "- Oke, Ben, and Ann Wren. Surf. Harbour Press, 2003.\n- Smith, John. “Tides.” Water, vol. 1, no. 2, 2001, pp. 1–90.\n- Wren, Ann, and Ben Oke. Waves. Harbour Press, 2002.\n",
		"labels":            "[ABC+20] Abel, A., Bohr, B., Cohn, C., & Dahl, D. Locks. Water, 2020.\n\n[Knu84] Knuth, D. Banks. Water, 1984.\n\n[RFC2119] Bradner, S. Key words. RFC 2119, 1997.\n",
	}
	// What may be something else is a citation in the company of others.
	company := map[string]string{
		"(3, 5–7)":     " (1). It fell (2), and rose (4) again (8, 9), for the fishes (10), too (11, 12),",
		"animals³,⁴":   "¹. It fell,² and rose,⁵ again,⁶ for fishes,⁷⁻⁹ too,¹⁰⁻¹²",
		"^3,4^":        "^1^. It fell^2^, and rose^5^ again^6^, for fishes^7–9^, too^10–12^,",
		"<sup>3</sup>": "<sup>1</sup>. It fell<sup>2</sup>, and rose<sup>4</sup> again<sup>5,6</sup>, for fishes<sup>7–9</sup>, too<sup>10–12</sup>,",
		"animals3,4":   ".1 It fell,2 and rose,5 again,6 for fishes,7–9 too.10–12 It went",
	}
	for _, style := range cite.Styles() {
		if style.Name == "authors and pages" {
			for _, example := range style.Examples {
				company[example] = " (Wren and Oke 7), and then fell (Oke and Wren 9),"
			}
		}
		for _, example := range style.Examples {
			t.Run(example, func(t *testing.T) {
				list, ok := lists[style.Name]
				if !ok {
					list = numbered
				}
				text := "# On tides\n\nThe tide was seen to rise" + company[example] + " beyond" + space(example) + strings.Replace(example, "doi.org/…", "doi.org/10.1000/1", 1) + " of the shore.\n\n"
				switch style.Name {
				case "footnotes that are references":
					text += "[^1]: Smith, J. (2019). Tides. Water, 1, 2–3.\n"
				case "links to an entry of the list":
					list = strings.Replace(list, "1. ", `1. <a id="ref1"></a>`, 1)
					fallthrough
				default:
					text += "## References\n\n" + list
				}
				a, err := Read("tides.md", []byte(text))
				if err != nil {
					t.Fatal(err)
				}
				start, end, led := strings.Index(a.Body.String(), " beyond"), strings.Index(a.Body.String(), " of the shore"), 0
				for _, c := range a.Citations {
					if c.Start >= start && c.End <= end {
						led += len(c.Candidates())
					}
				}
				if led == 0 {
					t.Errorf("%s: leads nowhere in\n%s", example, a.Body)
				}
			})
		}
	}
}

// space is what stands before a citation, unless it is raised.
func space(example string) string {
	if example[0] == '^' || example[0] == '<' {
		return ""
	}
	return " "
}
