// Program firsttry drops the highest reading, bug included.
package main

import "fmt"

// #region trimmed
// trimmed returns the readings without the highest one.
func trimmed(grams []int) []int {
	high := 0
	for i, g := range grams {
		if g > grams[high] {
			high = i
		}
	}
	return append(grams[:high], grams[high+1:]...)
}

func main() {
	week := []int{31200, 31950, 72000, 32100, 32300}
	fmt.Println("trimmed: ", trimmed(week))
	fmt.Println("measured:", week)
}

// #endregion trimmed
