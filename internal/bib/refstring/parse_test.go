package refstring

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"etal/internal/bib"
)

// The persons and works are invented. Each row is one style or shape of a printed
// reference; the want is CSL-JSON.
var parseTests = []struct{ name, in, want string }{
	{"APA journal",
		`Okoro, B. C., & van der Linden, J. P. (2014). Slow waves in sleeping cities. Journal of Urban Acoustics, 12(3), 45–67. https://doi.org/10.5555/jua.2014.12.3.45`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B. C."},{"family":"Linden","given":"J. P.","non-dropping-particle":"van der"}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in sleeping cities","container-title":"Journal of Urban Acoustics","volume":"12","issue":"3","page":"45-67","DOI":"10.5555/jua.2014.12.3.45"}`},
	{"APA with odd names up to the year",
		`Okoro, B., Blok, W. J. d., wavewatcher, Tanaka, & others (2014). Slow waves. Zenodo. https://doi.org/10.5555/zenodo.12`,
		`{"type":"document","author":[{"family":"Okoro","given":"B."},{"family":"Blok","given":"W. J. d."},{"family":"wavewatcher"},{"family":"Tanaka"}],"issued":{"date-parts":[[2014]]},"title":"Slow waves","publisher":"Zenodo","DOI":"10.5555/zenodo.12"}`},
	{"APA by an organisation with a plain name",
		`The wave watchers team (2014). Slow waves in sleeping cities. Zenodo. https://doi.org/10.5555/zenodo.13`,
		`{"type":"document","author":[{"literal":"The wave watchers team"}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in sleeping cities","publisher":"Zenodo","DOI":"10.5555/zenodo.13"}`},
	{"Vancouver journal",
		`Okoro BC, Lindqvist A. Slow waves in sleeping cities: a cohort study. J Urban Acoust. 2014;12(3):45-67. doi:10.5555/jua.2014.045`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"BC"},{"family":"Lindqvist","given":"A"}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in sleeping cities: a cohort study","container-title":"J Urban Acoust","volume":"12","issue":"3","page":"45-67","DOI":"10.5555/jua.2014.045"}`},
	{"Vancouver with et al. and supplement",
		`Okoro B, Lindqvist A, Tanaka H, et al. Slow waves. Lancet 2014;24 Suppl 6:vi51-6.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B"},{"family":"Lindqvist","given":"A"},{"family":"Tanaka","given":"H"}],"issued":{"date-parts":[[2014]]},"title":"Slow waves","container-title":"Lancet","volume":"24","issue":"Suppl 6","page":"vi51-6"}`},
	{"Nature",
		`Okoro, B. C., Lindqvist, A. & Tanaka, H. Slow waves in sleeping cities. Nat. Acoust. 12, 45–67 (2014).`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B. C."},{"family":"Lindqvist","given":"A."},{"family":"Tanaka","given":"H."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in sleeping cities","container-title":"Nat. Acoust.","volume":"12","page":"45-67"}`},
	{"IEEE journal",
		`B. C. Okoro and A. Lindqvist, “Slow waves in sleeping cities,” IEEE Trans. Urban Acoust., vol. 12, no. 3, pp. 45–67, Mar. 2014, doi: 10.5555/tua.2014.7.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B. C."},{"family":"Lindqvist","given":"A."}],"issued":{"date-parts":[[2014,3]]},"title":"Slow waves in sleeping cities","container-title":"IEEE Trans. Urban Acoust.","volume":"12","issue":"3","page":"45-67","DOI":"10.5555/tua.2014.7"}`},
	{"Chicago author-date",
		`Okoro, Beatrice C., and Anna Lindqvist. 2014. “Slow Waves in Sleeping Cities.” Journal of Urban Acoustics 12 (3): 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"Beatrice C."},{"family":"Lindqvist","given":"Anna"}],"issued":{"date-parts":[[2014]]},"title":"Slow Waves in Sleeping Cities","container-title":"Journal of Urban Acoustics","volume":"12","issue":"3","page":"45-67"}`},
	{"Chicago notes",
		`Okoro, Beatrice. “Slow Waves in Sleeping Cities.” Journal of Urban Acoustics 12, no. 3 (2014): 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"Beatrice"}],"issued":{"date-parts":[[2014]]},"title":"Slow Waves in Sleeping Cities","container-title":"Journal of Urban Acoustics","volume":"12","issue":"3","page":"45-67"}`},
	{"MLA",
		`Okoro, Beatrice C., and Anna Lindqvist. "Slow Waves in Sleeping Cities." Journal of Urban Acoustics, vol. 12, no. 3, 2014, pp. 45-67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"Beatrice C."},{"family":"Lindqvist","given":"Anna"}],"issued":{"date-parts":[[2014]]},"title":"Slow Waves in Sleeping Cities","container-title":"Journal of Urban Acoustics","volume":"12","issue":"3","page":"45-67"}`},
	{"Harvard",
		`Okoro, B.C. and Lindqvist, A. (2014) 'Slow waves in sleeping cities', Journal of Urban Acoustics, 12(3), pp. 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B.C."},{"family":"Lindqvist","given":"A."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in sleeping cities","container-title":"Journal of Urban Acoustics","volume":"12","issue":"3","page":"45-67"}`},
	{"ACM proceedings",
		`Beatrice C. Okoro, Anna Lindqvist, and Hiro Tanaka. 2014. Slow waves in sleeping cities. In Proceedings of the 9th Conference on Urban Acoustics (CUA '14). ACM, New York, NY, 45–54. https://doi.org/10.5555/1234567.890`,
		`{"type":"paper-conference","author":[{"family":"Okoro","given":"Beatrice C."},{"family":"Lindqvist","given":"Anna"},{"family":"Tanaka","given":"Hiro"}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in sleeping cities","container-title":"Proceedings of the 9th Conference on Urban Acoustics (CUA '14)","page":"45-54","publisher":"ACM","publisher-place":"New York, NY","DOI":"10.5555/1234567.890"}`},
	{"Springer chapter",
		`Okoro, B., Lindqvist, A.: Slow waves in sleeping cities. In: Tanaka, H., Silva, M. (eds.) Handbook of Urban Sound, pp. 45–67. Springer, Heidelberg (2014)`,
		`{"type":"chapter","author":[{"family":"Okoro","given":"B."},{"family":"Lindqvist","given":"A."}],"editor":[{"family":"Tanaka","given":"H."},{"family":"Silva","given":"M."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in sleeping cities","container-title":"Handbook of Urban Sound","page":"45-67","publisher":"Springer","publisher-place":"Heidelberg"}`},
	{"APA chapter",
		`Okoro, B. (2014). Slow waves. In A. Lindqvist & H. Tanaka (Eds.), Handbook of urban sound (pp. 45–67). New York, NY: Routledge.`,
		`{"type":"chapter","author":[{"family":"Okoro","given":"B."}],"editor":[{"family":"Lindqvist","given":"A."},{"family":"Tanaka","given":"H."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves","container-title":"Handbook of urban sound","page":"45-67","publisher":"Routledge","publisher-place":"New York, NY"}`},
	{"NLM chapter",
		`Lindqvist A. Slow waves. In: Tanaka H, editor. Handbook of urban sound. 2nd ed. Philadelphia: Lippincott; 2014. p. 45-67.`,
		`{"type":"chapter","author":[{"family":"Lindqvist","given":"A."}],"editor":[{"family":"Tanaka","given":"H"}],"issued":{"date-parts":[[2014]]},"title":"Slow waves","container-title":"Handbook of urban sound","page":"45-67","edition":"2nd","publisher":"Lippincott","publisher-place":"Philadelphia"}`},
	{"physics without a title",
		`B. C. Okoro, A. Lindqvist, Phys. Rev. E 49, 1819 (2014).`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B. C."},{"family":"Lindqvist","given":"A."}],"issued":{"date-parts":[[2014]]},"container-title":"Phys. Rev. E","volume":"49","page":"1819"}`},
	{"physics with the section's letter on the volume",
		`B. Okoro et al., Phys. Lett. B712 (2014) 45, arXiv:1401.01234 [hep-ph].`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"container-title":"Phys. Lett. B","volume":"712","page":"45","number":"arXiv:1401.01234"}`},
	{"astronomy",
		`Okoro, B., Lindqvist, A., 2014, MNRAS, 358, L14`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."},{"family":"Lindqvist","given":"A."}],"issued":{"date-parts":[[2014]]},"container-title":"MNRAS","volume":"358","page":"L14"}`},
	{"preprint",
		`B. Okoro, A. Lindqvist, Slow waves in sleeping cities, arXiv:1401.01234 [physics.soc-ph] (2014).`,
		`{"type":"article","author":[{"family":"Okoro","given":"B."},{"family":"Lindqvist","given":"A."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in sleeping cities","number":"arXiv:1401.01234"}`},
	{"book with edition",
		`Okoro, B. (2014). The quiet town (2nd ed.). Cambridge, MA: MIT Press.`,
		`{"type":"book","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"The quiet town","edition":"2nd","publisher":"MIT Press","publisher-place":"Cambridge, MA"}`},
	{"book with subtitle",
		`Okoro, Beatrice. The Quiet Town: A History. Oxford: Oxford University Press, 2014.`,
		`{"type":"book","author":[{"family":"Okoro","given":"Beatrice"}],"issued":{"date-parts":[[2014]]},"title":"The Quiet Town: A History","publisher":"Oxford University Press","publisher-place":"Oxford"}`},
	{"Italian book",
		`B. Okoro, La città silenziosa, Firenze 1987.`,
		`{"type":"book","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[1987]]},"title":"La città silenziosa","publisher-place":"Firenze"}`},
	{"edited book",
		`Okoro, B., & Lindqvist, A. (Eds.). (2014). Handbook of urban sound. London: Routledge.`,
		`{"type":"book","editor":[{"family":"Okoro","given":"B."},{"family":"Lindqvist","given":"A."}],"issued":{"date-parts":[[2014]]},"title":"Handbook of urban sound","publisher":"Routledge","publisher-place":"London"}`},
	{"thesis",
		`Okoro, B. (2014). Slow waves in sleeping cities (Doctoral dissertation, University of Lagos).`,
		`{"type":"thesis","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in sleeping cities","publisher":"University of Lagos"}`},
	{"organisation as author",
		`World Noise Organization. (2011). Burden of noise. Geneva: World Noise Organization.`,
		`{"type":"book","author":[{"literal":"World Noise Organization"}],"issued":{"date-parts":[[2011]]},"title":"Burden of noise","publisher":"World Noise Organization","publisher-place":"Geneva"}`},
	{"web page",
		`World Noise Organization. Burden of noise. 2011. https://www.example.org/noise/report_1.pdf.`,
		`{"type":"webpage","author":[{"literal":"World Noise Organization"}],"issued":{"date-parts":[[2011]]},"title":"Burden of noise","URL":"https://www.example.org/noise/report_1.pdf"}`},
	{"web page without author, with day and date of access",
		`Quiet towns. (2014, March 3). Retrieved May 5, 2015, from http://example.org/quiet`,
		`{"type":"webpage","issued":{"date-parts":[[2014,3,3]]},"title":"Quiet towns","URL":"http://example.org/quiet"}`},
	{"suffix and particles",
		`King, M. L., Jr., & de la Cruz, S. (1999). On quiet streets. Street Review, 3, 12–19.`,
		`{"type":"article-journal","author":[{"family":"King","given":"M. L.","suffix":"Jr."},{"family":"Cruz","given":"S.","non-dropping-particle":"de la"}],"issued":{"date-parts":[[1999]]},"title":"On quiet streets","container-title":"Street Review","volume":"3","page":"12-19"}`},
	{"particles of two words and apostrophes",
		`aan het Veld, M., Mathew, S. J., & O'Neill, D. (2012). Quiet towns. Town Sci, 7, e0133994.`,
		`{"type":"article-journal","author":[{"family":"Veld","given":"M.","non-dropping-particle":"aan het"},{"family":"Mathew","given":"S. J."},{"family":"O'Neill","given":"D."}],"issued":{"date-parts":[[2012]]},"title":"Quiet towns","container-title":"Town Sci","volume":"7","page":"e0133994"}`},
	{"names left out by dots",
		`Okoro, B., Tanaka, H., … Lindqvist, A. (2014). Slow waves. Town Science, 7, 1–9.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."},{"family":"Tanaka","given":"H."},{"family":"Lindqvist","given":"A."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves","container-title":"Town Science","volume":"7","page":"1-9"}`},
	{"German",
		`Müller, K.-H. und Świątek, Ł. (1998): Stille Städte. Zeitschrift für Stadtklang, Jg. 4, Heft 2, S. 11–20.`,
		`{"type":"article-journal","author":[{"family":"Müller","given":"K.-H."},{"family":"Świątek","given":"Ł."}],"issued":{"date-parts":[[1998]]},"title":"Stille Städte","container-title":"Zeitschrift für Stadtklang","volume":"4","issue":"2","page":"11-20"}`},
	{"French",
		`Durand, J. et Lefèvre, É. (2001). « Les villes muettes ». Revue de l'écoute, vol. 7, n° 2, p. 33-48.`,
		`{"type":"article-journal","author":[{"family":"Durand","given":"J."},{"family":"Lefèvre","given":"É."}],"issued":{"date-parts":[[2001]]},"title":"Les villes muettes","container-title":"Revue de l'écoute","volume":"7","issue":"2","page":"33-48"}`},
	{"Spanish",
		`García Márquez, L. y Pérez, R. (2005). Ciudades silenciosas. Revista de Acústica, 22(1), 5-19.`,
		`{"type":"article-journal","author":[{"family":"García Márquez","given":"L."},{"family":"Pérez","given":"R."}],"issued":{"date-parts":[[2005]]},"title":"Ciudades silenciosas","container-title":"Revista de Acústica","volume":"22","issue":"1","page":"5-19"}`},
	{"Korean",
		`김철수, 이영희, '조용한 도시의 소리 풍경,' 도시음향학회지, 제12권, 제3호, pp.45-67, 2014.`,
		`{"type":"article-journal","author":[{"literal":"김철수"},{"literal":"이영희"}],"issued":{"date-parts":[[2014]]},"title":"조용한 도시의 소리 풍경","container-title":"도시음향학회지","volume":"12","issue":"3","page":"45-67"}`},
	{"no date",
		`Okoro, B. (in press). Slow waves. Journal of Urban Acoustics.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"title":"Slow waves","container-title":"Journal of Urban Acoustics"}`},
	{"Markdown and a label",
		`[12] Okoro, B. 2014a. *Slow waves*. **Journal of Urban Acoustics** 12: 45.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves","container-title":"Journal of Urban Acoustics","volume":"12","page":"45"}`},
	{"stops that slipped in a PDF",
		`Okoro ,B .,Lindqvist ,A .:Slow waves in sleeping cities .Commun .Urban .Phys .12 ,345 -367( 2016)`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."},{"family":"Lindqvist","given":"A."}],"issued":{"date-parts":[[2016]]},"title":"Slow waves in sleeping cities","container-title":"Commun. Urban. Phys.","volume":"12","page":"345-367"}`},
	{"years in a quoted title are no date",
		`Okoro, Beatrice. “Silence in the City, 1871–1914.” Past Sounds 12 (2014): 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"Beatrice"}],"issued":{"date-parts":[[2014]]},"title":"Silence in the City, 1871–1914","container-title":"Past Sounds","volume":"12","page":"45-67"}`},
	{"a dash for the authors of the entry before",
		`———. The Quiet Town. Oxford: Oxford University Press, 2014.`,
		`{"type":"book","issued":{"date-parts":[[2014]]},"title":"The Quiet Town","publisher":"Oxford University Press","publisher-place":"Oxford"}`},
	{"French capitals, pages counted",
		`OKORO, Béatrice. DURAND, Jean. La ville muette. Paris : Seuil, 2004. 172 p.`,
		`{"type":"book","author":[{"family":"OKORO","given":"Béatrice"},{"family":"DURAND","given":"Jean"}],"issued":{"date-parts":[[2004]]},"title":"La ville muette","number-of-pages":"172","publisher":"Seuil","publisher-place":"Paris"}`},
	{"group with persons",
		`QUIET Collaboration, B. Okoro et al., Slow waves in sleeping cities, J. High Urban Phys. 08 (2016) 029`,
		`{"type":"article-journal","author":[{"literal":"QUIET Collaboration"},{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2016]]},"title":"Slow waves in sleeping cities","container-title":"J. High Urban Phys.","volume":"08","page":"029"}`},
	{"title before the date",
		`Towns begin to sleep. (1996, May). Sleep Street Journal, 41(2), p. 17.`,
		`{"type":"article-journal","issued":{"date-parts":[[1996,5]]},"title":"Towns begin to sleep","container-title":"Sleep Street Journal","volume":"41","issue":"2","page":"17"}`},
	{"a name that is an article elsewhere",
		`Okoro, B., & Le, T. H. (2014). Slow waves in sleeping cities. Acoustics, 3, 22.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."},{"family":"Le","given":"T. H."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in sleeping cities","container-title":"Acoustics","volume":"3","page":"22"}`},
	{"a conference's year is no volume",
		`Okoro, B. (2014). Slow waves. In Proceedings of the Second Meeting on Quiet (QUIET ’14), pp. 4–9.`,
		`{"type":"paper-conference","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves","container-title":"Proceedings of the Second Meeting on Quiet (QUIET ’14)","page":"4-9"}`},
	{"translators",
		`Okoro, B. (1913). The quiet town (C. Lindqvist & D. Tanaka, Trans.). Oxford University Press.`,
		`{"type":"book","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[1913]]},"title":"The quiet town","publisher":"Oxford University Press"}`},
	{"chapter's number between volume and pages",
		`Okoro, B. (2014). Waves of towns (Vol. 3, ch. 6, pp. 4–5). Lund: Harbour Press.`,
		`{"type":"book","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Waves of towns","volume":"3","page":"4-5","publisher":"Harbour Press","publisher-place":"Lund"}`},
	{"pages in parentheses before In",
		`Okoro, B. 'Slow waves' (149-187) in Handbook of Sound. London: Harbour Press, 2014.`,
		`{"type":"chapter","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves","container-title":"Handbook of Sound","page":"149-187","publisher":"Harbour Press","publisher-place":"London"}`},
	{"a place that is not known",
		`Okoro, B. (2014). Slow waves in cities. Wavetown: Noise House.`,
		`{"type":"book","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","publisher":"Noise House","publisher-place":"Wavetown"}`},
	{"new series",
		`Okoro, B. Slow waves in cities. Town Science, n.s. 12 (2014): 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","container-title":"Town Science","volume":"12","page":"45-67"}`},
	{"Chicago with one page",
		`Okoro, B. Slow waves in cities. Town Science 12 (2014): 45.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","container-title":"Town Science","volume":"12","page":"45"}`},
	{"day behind the month",
		`Okoro, B. (2013, May 3). Slow waves in cities. Town Science, 12, 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2013,5,3]]},"title":"Slow waves in cities","container-title":"Town Science","volume":"12","page":"45-67"}`},
	{"day before the month",
		`Okoro, B. (3 May 2013). Slow waves in cities. Town Science, 12, 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2013,5,3]]},"title":"Slow waves in cities","container-title":"Town Science","volume":"12","page":"45-67"}`},
	{"forthcoming",
		`Okoro, B. (forthcoming). Slow waves in cities. Town Science.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"title":"Slow waves in cities","container-title":"Town Science"}`},
	{"year of the first edition",
		`Okoro, B. 1960 [1958]. Slow waves in cities. Town Science 12: 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[1960]]},"title":"Slow waves in cities","container-title":"Town Science","volume":"12","page":"45-67"}`},
	{"year with a letter in parentheses",
		`Okoro, B. 2000 (a). Slow waves in cities. Town Science 12: 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2000]]},"title":"Slow waves in cities","container-title":"Town Science","volume":"12","page":"45-67"}`},
	{"list ordered by year",
		`2014. Okoro, B. Slow waves in cities. Town Science 12: 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","container-title":"Town Science","volume":"12","page":"45-67"}`},
	{"no title",
		`Okoro, B., 1995;34:167-170.`,
		`{"type":"document","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[1995]]},"volume":"34","page":"167-170"}`},
	{"pages with letters",
		`Okoro, B. (2014). Slow waves in cities. Town Science, e12-e15.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","container-title":"Town Science","page":"e12-e15"}`},
	{"Roman volume",
		`Okoro, B. (2014). Slow waves in cities. Town Science, XII(3), 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","container-title":"Town Science","volume":"XII","issue":"3","page":"45-67"}`},
	{"supplement with letters on its pages",
		`Okoro, B. Slow waves in cities. Town Science 12 Suppl 3 (2014): S45-S67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","container-title":"Town Science","volume":"12","issue":"Suppl 3","page":"S45-S67"}`},
	{"volume that is glued to its journal",
		`Okoro, B. Slow waves in cities. Town Science Letters19, 45 (2014).`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","container-title":"Town Science Letters","volume":"19","page":"45"}`},
	{"thesis and university as sentences",
		`Okoro, B. Slow waves in cities. PhD thesis. University of Lagos, 2014.`,
		`{"type":"thesis","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","publisher":"University of Lagos"}`},
	{"publisher of several words with commas",
		`Okoro, B. The quiet town. Boston: Little, Brown, and Company, 2014.`,
		`{"type":"book","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"The quiet town","publisher":"Little, Brown, and Company","publisher-place":"Boston"}`},
	{"place in a state",
		`Okoro, B. The quiet town. Springfield, Illinois: Harbour Press, 2014.`,
		`{"type":"book","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"The quiet town","publisher":"Harbour Press","publisher-place":"Springfield, Illinois"}`},
	{"editor of a book with an author",
		`Okoro, B. The quiet town. Edited by Anna Silva. London: Harbour Press, 2014.`,
		`{"type":"book","author":[{"family":"Okoro","given":"B."}],"editor":[{"family":"Silva","given":"Anna"}],"issued":{"date-parts":[[2014]]},"title":"The quiet town","publisher":"Harbour Press","publisher-place":"London"}`},
	{"Italian chapter",
		`Okoro, B. Slow waves, in G. Durand, Lo spazio urbano, Milano, Einaudi, 1999, pp. 3-9.`,
		`{"type":"chapter","author":[{"family":"Okoro","given":"B."}],"editor":[{"family":"Durand","given":"G."}],"issued":{"date-parts":[[1999]]},"title":"Slow waves","container-title":"Lo spazio urbano","page":"3-9","publisher":"Einaudi","publisher-place":"Milano"}`},
	{"Korean counters",
		`김철수. 조용한 도시의 소리. 도시음향학회지. 제12권 제3호, 2014, 45-67.`,
		`{"type":"article-journal","author":[{"literal":"김철수"}],"issued":{"date-parts":[[2014]]},"title":"조용한 도시의 소리","container-title":"도시음향학회지","volume":"12","issue":"3","page":"45-67"}`},
	{"address and date of access",
		`Okoro, B. Slow waves in cities. [Online]. Available: https://example.org/waves (accessed 3 May 2014).`,
		`{"type":"webpage","author":[{"family":"Okoro","given":"B."}],"title":"Slow waves in cities","URL":"https://example.org/waves"}`},
	{"kind of work in brackets",
		`Okoro, B. (2014). The quiet town [Film]. Harbour Press.`,
		`{"type":"book","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"The quiet town","publisher":"Harbour Press"}`},
	{"TeX quotes",
		"Okoro, B. (2014). ``Slow waves in cities''. Town Science 12: 45–67.",
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","container-title":"Town Science","volume":"12","page":"45-67"}`},
	{"apostrophe within single quotes",
		`Okoro, B. ‘The town’s waves’, Town Science 12 (2014), 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"The town’s waves","container-title":"Town Science","volume":"12","page":"45-67"}`},
	{"guillemets",
		`Okoro, B. «Onde lente», Rivista di acustica, 12 (2014), pp. 45–67.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Onde lente","container-title":"Rivista di acustica","volume":"12","page":"45-67"}`},
	{"Vancouver with blanks",
		`Okoro B, Tanaka H. Slow waves in cities. Town Sci 2014; 12: 45–9.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B"},{"family":"Tanaka","given":"H"}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","container-title":"Town Sci","volume":"12","page":"45-9"}`},
	{"question within a title, volume and issue with a point",
		`Okoro, B. (2014). Slow waves? A study of cities. Town Science, 5.1: 26–41.`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves? A study of cities","container-title":"Town Science","volume":"5","issue":"1","page":"26-41"}`},
	{"physics with a title",
		`Okoro, B.: Slow waves in cities. Phys. Lett. B 34, 12–15 (2014)`,
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in cities","container-title":"Phys. Lett. B","volume":"34","page":"12-15"}`},
	{"number of volumes and of pages",
		`Okoro, B. 1999. The quiet town. 3 vols. London: Harbour Press. 300 p.`,
		`{"type":"book","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[1999]]},"title":"The quiet town","number-of-pages":"300","publisher":"Harbour Press","publisher-place":"London"}`},
	{"journal without a stop before it",
		`Okoro, B. (2014) Slow waves in quiet towns Phys. Proc. 12 45–67`,
		`{"type":"paper-conference","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in quiet towns","container-title":"Phys. Proc.","volume":"12","page":"45-67"}`},
	{"abbreviations alone are no title",
		`Okoro, B. Int. Symp. Urban Acoust. Proc. Town Soc. 12, 45–67 (2014).`,
		`{"type":"paper-conference","author":[{"family":"Okoro","given":"B."}],"issued":{"date-parts":[[2014]]},"container-title":"Int. Symp. Urban Acoust. Proc. Town Soc.","volume":"12","page":"45-67"}`},
	{"title alone", `The quiet town`, `{"type":"document","title":"The quiet town"}`},
	{"nothing", ``, `{"type":"document"}`},
}

func TestParse(t *testing.T) {
	for _, tt := range parseTests {
		t.Run(tt.name, func(t *testing.T) {
			var want bib.Item
			if err := json.Unmarshal([]byte(tt.want), &want); err != nil {
				t.Fatal(err)
			}
			if got := Parse(tt.in); !reflect.DeepEqual(got, want) {
				out, _ := json.Marshal(got)
				t.Errorf("%s\n got %s\nwant %s", tt.in, out, tt.want)
			}
		})
	}
}

// Emphasis goes, an underscore within a word or an address stays.
func TestTidy(t *testing.T) {
	for in, want := range map[string]string{
		"_Slow_ waves": "Slow waves", "*Slow* **waves**": "Slow waves", "a_b _c_": "a_b c", "https://x.example/_a": "https://x.example/_a", "a_ b": "a b", "<i>Slow</i> waves": "Slow waves",
		"[12] Okoro": "Okoro", "[Oko14], Waves": "Waves", "(3) Okoro": "Okoro", "3. Okoro": "Okoro", "3. 14": "3. 14", "• Okoro": "Okoro", "– Okoro": "Okoro", "J. -P. Okoro": "J.-P. Okoro",
		"Waves .Town ,12": "Waves. Town, 12", "( 12 )": "(12)", "a\tb\nc": "a b c", "a\x00b": "ab", "Waves (A. Silva, Trans.) B": "Waves B",
	} {
		if got := tidy(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestItemIsWrittenInCSLOrder(t *testing.T) {
	item := bib.Item{Type: "book", Title: "T", Author: []bib.Name{{Literal: "A"}}, DOI: "10.5555/1", Page: "1", Volume: "2"}
	got, err := json.Marshal(item)
	if want := `{"type":"book","author":[{"literal":"A"}],"title":"T","volume":"2","page":"1","DOI":"10.5555/1"}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
}

func TestParseCutsLongInput(t *testing.T) {
	long := "Okoro, B. (2014). " + strings.Repeat("Slow waves, 12(3), ", 1<<16)
	if got := Parse(long); len(got.Title)+len(got.ContainerTitle) > maxInput || len(got.Author) != 1 {
		t.Errorf("%d bytes of title, authors %v", len(got.Title), got.Author)
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		for _, tt := range parseTests {
			Parse(tt.in)
		}
	}
}
