package names

import "strings"

// Months are the English abbreviations of the months in lower case, as alternatives of a
// regular expression, January first.
const Months = `jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec`

// monthNames are the names and abbreviations of the months in English, French, German,
// Italian, Spanish and Portuguese; the first line has the seasons.
const monthNames = `spring summer autumn fall winter printemps été automne hiver frühjahr sommer herbst
jan january janvier januar janeiro gennaio enero
feb february février februar febbraio febrero fevereiro
mar march mars märz marzo março
apr april avril aprile abril
may mai maggio mayo maio
jun june juin juni giugno junio junho
jul july juillet juli luglio julio julho
aug august août agosto
sep sept september septembre settembre septiembre setembro
oct october octobre oktober okt ottobre octubre outubro
nov november novembre noviembre novembro
dec december décembre dezember dez dicembre diciembre dezembro`

var monthNumbers = func() map[string]int {
	numbers := map[string]int{}
	for number, line := range strings.Split(monthNames, "\n") {
		for _, name := range strings.Fields(line) {
			numbers[name] = number
		}
	}
	return numbers
}()

// Month returns the number of the month that a name or an abbreviation without its full
// stop stands for, in any case; 0 is a season. It reports whether the word is either.
func Month(word string) (number int, ok bool) {
	number, ok = monthNumbers[strings.ToLower(word)]
	return number, ok
}
