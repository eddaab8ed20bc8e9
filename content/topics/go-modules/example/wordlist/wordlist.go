// Package wordlist holds the words that crosswords are made of.
package wordlist

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var words string

// All returns every word in lower case.
func All() []string {
	return strings.Fields(words)
}
