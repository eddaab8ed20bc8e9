package main

import "golang.org/x/net/html/charset"

// encodingName returns the standard name of an encoding, or "" if there is none.
func encodingName(label string) string {
	_, name := charset.Lookup(label)
	return name
}
