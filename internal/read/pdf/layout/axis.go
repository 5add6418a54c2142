package layout

import (
	"math"
	"strconv"
	"strings"
)

// fewestSteps is how many numbers in even steps are an axis.
const fewestSteps = 4

// HaveEvenSteps reports whether lines from left to right begin with numbers that rise in even steps, as those at the
// axis of a drawing do.
func HaveEvenSteps(lines []Line) bool {
	var numbers []float64
	for _, l := range lines {
		first, _, _ := strings.Cut(l.Text(), " ")
		n, err := strconv.ParseFloat(strings.Replace(first, "−", "-", 1), 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return false
		}
		numbers = append(numbers, n)
	}
	for i := 2; i < len(numbers); i++ {
		if math.Abs(numbers[i]-2*numbers[i-1]+numbers[i-2]) > 1e-6*math.Abs(numbers[i]) {
			return false
		}
	}
	return len(numbers) >= fewestSteps && numbers[1] > numbers[0]
}
