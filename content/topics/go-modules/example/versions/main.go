// Sheet says how many glyphs the font of a crossword sheet has.
package main

import (
	"fmt"
	"log"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
)

func main() {
	font, err := opentype.Parse(goregular.TTF)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("the font has", font.NumGlyphs(), "glyphs")
}
