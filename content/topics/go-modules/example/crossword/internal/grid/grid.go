// Package grid finds the words that fit into a crossword.
package grid

import (
	"strings"
	"unicode/utf8"
)

// Fits returns the words that match a pattern like "k??t".
func Fits(pattern string, words []string) []string {
	var found []string
	for _, word := range words {
		if fits(pattern, word) {
			found = append(found, word)
		}
	}
	return found
}

func fits(pattern, word string) bool {
	if utf8.RuneCountInString(pattern) != utf8.RuneCountInString(word) {
		return false
	}
	letters := []rune(strings.ToLower(word))
	for i, want := range []rune(strings.ToLower(pattern)) {
		if want != '?' && want != letters[i] {
			return false
		}
	}
	return true
}
