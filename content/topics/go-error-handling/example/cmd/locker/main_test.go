package main

import (
	"errors"
	"fmt"
	"testing"

	"example.com/locker/internal/delivery"
	"example.com/locker/internal/door"
)

func TestAdvice(t *testing.T) {
	tests := map[string]error{
		"check the number":           fmt.Errorf("deliver: %w", delivery.ErrNoParcel),
		"try again later":            fmt.Errorf("deliver: %w", &door.Error{Door: 3, Err: door.ErrUnreachable}),
		"take door 4 out of service": fmt.Errorf("deliver: %w", &door.Error{Door: 4, Err: door.ErrJammed}),
		"tell the operator":          errors.New("controller unreachable"),
	}
	for want, err := range tests {
		if got := advice(err); got != want {
			t.Errorf("advice(%v) = %q, want %q", err, got, want)
		}
	}
}
