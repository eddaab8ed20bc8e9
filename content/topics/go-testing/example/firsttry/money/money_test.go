//go:build firsttry

package money

import "testing"

// #region first
func TestParseCents(t *testing.T) {
	got, err := ParseCents("2.50")
	if err != nil {
		t.Fatalf("ParseCents: %v", err)
	}
	if got != 250 {
		t.Errorf("got %d, want 250", got)
	}
}

// #endregion first

// #region fuzz
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

// #endregion fuzz

// #region table
func TestParseCentsTable(t *testing.T) {
	tests := map[string]struct {
		in   string
		want int
		ok   bool
	}{
		"euros and cents": {in: "2.50", want: 250, ok: true},
		"no decimals":     {in: "12"},
		"one decimal":     {in: "1.5"},
		"negative":        {in: "-0.50"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := ParseCents(tt.in)
			if ok := err == nil; ok != tt.ok || got != tt.want {
				t.Errorf("ParseCents(%q) = %d, %v", tt.in, got, err)
			}
		})
	}
}

// #endregion table
