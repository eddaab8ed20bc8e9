package main

import (
	"strings"
	"testing"
)

func TestRunReadsLatin1(t *testing.T) {
	var out strings.Builder
	in := strings.NewReader("caf\xe9\nkelp\n")
	if err := run("latin1", "caf?", in, &out); err != nil {
		t.Fatal(err)
	}
	if out.String() != "café\n" {
		t.Errorf("got %q", out.String())
	}
}

func TestRunRefusesUnknownLabels(t *testing.T) {
	if err := run("utf-9", "?", strings.NewReader(""), &strings.Builder{}); err == nil {
		t.Error("no error")
	}
}
