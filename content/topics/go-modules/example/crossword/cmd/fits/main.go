// Fits prints the words that match a pattern such as k??t.
package main

import (
	"fmt"
	"os"

	"example.com/crossword/internal/grid"
	"example.com/wordlist"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: fits PATTERN")
		os.Exit(2)
	}
	for _, word := range grid.Fits(os.Args[1], wordlist.All()) {
		fmt.Println(word)
	}
}
