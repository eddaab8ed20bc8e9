//go:build firsttry

package money

import (
	"fmt"
	"strconv"
	"strings"
)

// #region parse
func ParseCents(s string) (int, error) {
	whole, fraction, _ := strings.Cut(s, ".")
	euros, err := strconv.Atoi(whole)
	if err != nil {
		return 0, fmt.Errorf("amount %q: %w", s, err)
	}
	cents, err := strconv.Atoi(fraction)
	if err != nil {
		return 0, fmt.Errorf("amount %q: %w", s, err)
	}
	return euros*100 + cents, nil
}

// #endregion parse

func Format(cents int) string {
	return fmt.Sprintf("%d.%02d", cents/100, cents%100)
}
