package money

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// #region table
func TestParseCents(t *testing.T) {
	tests := map[string]struct {
		in   string
		want int
		err  error
	}{
		"euros and cents":  {in: "2.50", want: 250},
		"less than a euro": {in: "0.05", want: 5},
		"zero":             {in: "0.00", want: 0},
		"largest":          {in: "9999999.99", want: 999999999},
		"too large":        {in: "10000000.00", err: ErrAmount},
		"empty":            {in: "", err: ErrAmount},
		"no decimals":      {in: "12", err: ErrAmount},
		"one decimal":      {in: "1.5", err: ErrAmount},
		"three decimals":   {in: "1.505", err: ErrAmount},
		"negative":         {in: "-0.50", err: ErrAmount},
		"plus sign":        {in: "+1.00", err: ErrAmount},
		"sign in cents":    {in: "1.+5", err: ErrAmount},
		"leading zero":     {in: "01.00", err: ErrAmount},
		"space":            {in: " 1.00", err: ErrAmount},
		"comma":            {in: "1,50", err: ErrAmount},
		"colon after nine": {in: "1.5:", err: ErrAmount},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := ParseCents(tt.in)
			if !errors.Is(err, tt.err) {
				t.Fatalf("ParseCents(%q) error = %v, want %v", tt.in, err, tt.err)
			}
			if got != tt.want {
				t.Errorf("ParseCents(%q) = %d, want %d", tt.in, got, tt.want)
			}
		})
	}
}

// #endregion table

func FuzzParseCents(f *testing.F) {
	f.Add("2.50")
	f.Add("abc")
	f.Fuzz(func(t *testing.T, s string) {
		cents, err := ParseCents(s)
		if err != nil {
			return
		}
		if got := Format(cents); got != s {
			t.Errorf("ParseCents(%q) = %d, which is %q", s, cents, got)
		}
	})
}

// #region example
func ExampleParseCents() {
	cents, err := ParseCents("12.50")
	fmt.Println(cents, err)
	// Output: 1250 <nil>
}

// #endregion example

// #region benchmark
var amount = regexp.MustCompile(`^(?:0|[1-9][0-9]{0,6})\.[0-9]{2}$`)

func parseWithRegexp(s string) (int, error) {
	if !amount.MatchString(s) {
		return 0, ErrAmount
	}
	return strconv.Atoi(strings.Replace(s, ".", "", 1))
}

func BenchmarkParseCents(b *testing.B) {
	b.Run("loop", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			ParseCents("12345.67")
		}
	})
	b.Run("regexp", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			parseWithRegexp("12345.67")
		}
	})
}

// #endregion benchmark
