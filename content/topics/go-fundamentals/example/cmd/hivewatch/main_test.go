package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	in, err := os.Open("../../readings.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out, problems strings.Builder
	if err := run(in, &out, &problems); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), "elm lost 1800 g\n"; got != want {
		t.Errorf("printed %q, want %q", got, want)
	}
	if got, want := problems.String(), "line 5: not a weight in grams: \"x\"\n"; got != want {
		t.Errorf("problems %q, want %q", got, want)
	}
}

func TestLineTooLong(t *testing.T) {
	in := strings.NewReader("oak " + strings.Repeat("1", bufio.MaxScanTokenSize))
	if err := run(in, io.Discard, io.Discard); !errors.Is(err, bufio.ErrTooLong) {
		t.Errorf("error %v, want %v", err, bufio.ErrTooLong)
	}
}

func TestEmptyInput(t *testing.T) {
	if err := run(strings.NewReader(""), io.Discard, io.Discard); err != nil {
		t.Error(err)
	}
}
