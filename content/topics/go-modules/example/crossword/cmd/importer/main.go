// Importer reads words, one a line, in any encoding that the web knows, and
// prints those that fit a pattern in UTF-8: importer LABEL PATTERN < words.txt
package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"example.com/crossword/internal/grid"
	"golang.org/x/net/html/charset"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: importer LABEL PATTERN < FILE")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "importer:", err)
		os.Exit(1)
	}
}

func run(label, pattern string, in io.Reader, out io.Writer) error {
	utf8, err := charset.NewReaderLabel(label, in)
	if err != nil {
		return err
	}
	text, err := io.ReadAll(utf8)
	if err != nil {
		return err
	}
	for _, word := range grid.Fits(pattern, strings.Fields(string(text))) {
		fmt.Fprintln(out, word)
	}
	return nil
}
