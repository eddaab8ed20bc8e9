package grid

import (
	"slices"
	"testing"
)

func TestFits(t *testing.T) {
	words := []string{"kiln", "knot", "kelp", "café", "lint"}
	tests := []struct {
		pattern string
		want    []string
	}{
		{"k??t", []string{"knot"}},
		{"?I??", []string{"kiln", "lint"}},
		{"caf?", []string{"café"}},
		{"???", nil},
		{"", nil},
	}
	for _, test := range tests {
		if got := Fits(test.pattern, words); !slices.Equal(got, test.want) {
			t.Errorf("Fits(%q) = %q, want %q", test.pattern, got, test.want)
		}
	}
}
