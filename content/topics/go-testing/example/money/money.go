// Package money reads and writes amounts such as 12.50.
package money

import (
	"errors"
	"fmt"
)

// #region parse

// ErrAmount says that a text isn't an amount from 0.00 to 9999999.99.
var ErrAmount = errors.New("not an amount such as 12.50")

// ParseCents returns the cents in an amount with exactly two decimals.
func ParseCents(s string) (int, error) {
	point := len(s) - 3
	if point < 1 || point > 7 || s[point] != '.' {
		return 0, fmt.Errorf("%w: %q", ErrAmount, s)
	}
	if s[0] == '0' && point > 1 {
		return 0, fmt.Errorf("%w: %q", ErrAmount, s)
	}
	cents := 0
	for i := range len(s) {
		if i == point {
			continue
		}
		digit := s[i] - '0'
		if digit > 9 {
			return 0, fmt.Errorf("%w: %q", ErrAmount, s)
		}
		cents = cents*10 + int(digit)
	}
	return cents, nil
}

// #endregion parse

// Format is the opposite of ParseCents.
func Format(cents int) string {
	return fmt.Sprintf("%d.%02d", cents/100, cents%100)
}
