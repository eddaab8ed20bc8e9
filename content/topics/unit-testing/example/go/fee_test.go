package carpark

import (
	"errors"
	"testing"
)

// #region go
func TestFee(t *testing.T) {
	tests := []struct {
		name    string
		minutes int
		cents   int
		err     error
	}{
		{"last free minute", 15, 0, nil},
		{"first paid minute", 16, 250, nil},
		{"one hour", 60, 250, nil},
		{"second hour has started", 61, 500, nil},
		{"far above the cap", 9000, 1500, nil},
		{"negative stay", -1, 0, ErrNegativeStay},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cents, err := Fee(tt.minutes)
			if !errors.Is(err, tt.err) {
				t.Fatalf("error %v, want %v", err, tt.err)
			}
			if cents != tt.cents {
				t.Errorf("%d cents, want %d", cents, tt.cents)
			}
		})
	}
}

// #endregion go
