package main

import (
	"errors"
	"fmt"
	"testing"

	"example.com/locker/internal/delivery"
	"example.com/locker/internal/door"
)

func TestAdvice(t *testing.T) {
	tests := []struct {
		want string
		err  error
	}{
		{"check the number", fmt.Errorf("deliver: %w", delivery.ErrNoParcel)},
		{"try again later", fmt.Errorf("deliver: %w", &door.Error{Door: 3, Err: door.ErrUnreachable})},
		{"take door 4 out of service", fmt.Errorf("deliver: %w", &door.Error{Door: 4, Err: door.ErrJammed})},
		{"tell the operator", errors.New("controller unreachable")},
		{"tell the operator", &door.Error{Door: 3, Err: errors.New("unknown reply")}},
	}
	for _, tt := range tests {
		if got := advice(tt.err); got != tt.want {
			t.Errorf("advice(%v) = %q, want %q", tt.err, got, tt.want)
		}
	}
}
