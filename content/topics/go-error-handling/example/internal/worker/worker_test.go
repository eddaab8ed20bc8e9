package worker

import (
	"errors"
	"strings"
	"testing"
)

func TestSafely(t *testing.T) {
	want := errors.New("door 3")
	if err := Safely(func() error { return want }); !errors.Is(err, want) {
		t.Errorf("error %v, want %v", err, want)
	}
	if err := Safely(func() error { return nil }); err != nil {
		t.Error(err)
	}
	var doors []int
	err := Safely(func() error { doors[3]++; return nil })
	if err == nil || !strings.Contains(err.Error(), "index out of range") || !strings.Contains(err.Error(), "worker_test.go:") {
		t.Errorf("error %v doesn't say what panicked where", err)
	}
	if err := Safely(func() error { panic(nil) }); err == nil {
		t.Error("panic(nil) was taken for success")
	}
}
