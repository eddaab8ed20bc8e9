package scale

import (
	"slices"
	"testing"
)

func TestParse(t *testing.T) {
	tests := map[string]struct {
		line string
		want Reading
		ok   bool
	}{
		"a reading":       {"oak 31200", Reading{"oak", 31200}, true},
		"more space":      {"  elm\t28900 ", Reading{"elm", 28900}, true},
		"not ASCII":       {"höhle 0", Reading{"höhle", 0}, true},
		"empty":           {"", Reading{}, false},
		"no weight":       {"oak", Reading{}, false},
		"three fields":    {"oak 1 2", Reading{}, false},
		"not a number":    {"oak x", Reading{}, false},
		"a fraction":      {"oak 31.2", Reading{}, false},
		"negative":        {"oak -1", Reading{}, false},
		"too heavy":       {"oak 200001", Reading{}, false},
		"beyond an int":   {"oak 99999999999999999999", Reading{}, false},
		"heaviest weight": {"oak 200000", Reading{"oak", 200_000}, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := Parse(tt.line)
			if got != tt.want || (err == nil) != tt.ok {
				t.Errorf("Parse(%q) = %v, %v", tt.line, got, err)
			}
		})
	}
}

// #region test
func TestTrimmed(t *testing.T) {
	tests := map[string]struct{ grams, want []int }{
		"in the middle": {[]int{31200, 72000, 32100}, []int{31200, 32100}},
		"at the end":    {[]int{31200, 72000}, []int{31200}},
		"twice":         {[]int{72000, 72000}, []int{72000}},
		"one":           {[]int{31200}, []int{}},
		"none":          {nil, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			before := slices.Clone(tt.grams)
			if got := Trimmed(tt.grams); !slices.Equal(got, tt.want) {
				t.Errorf("Trimmed(%v) = %v, want %v", before, got, tt.want)
			}
			if !slices.Equal(tt.grams, before) {
				t.Errorf("Trimmed(%v) changed its argument to %v", before, tt.grams)
			}
		})
	}
}

// #endregion test

func TestLog(t *testing.T) {
	var log Log
	if got := log.Hives(); len(got) != 0 {
		t.Errorf("an empty log has hives: %v", got)
	}
	log.Add(Reading{"oak", 31200})
	for _, hive := range []string{"yew", "elm", "fir", "ash"} {
		log.Add(Reading{hive, 28900})
	}
	log.Add(Reading{"oak", 31950})
	if got := log.Hives(); !slices.Equal(got, []string{"ash", "elm", "fir", "oak", "yew"}) {
		t.Errorf("hives %v", got)
	}
	grams := log.Grams("oak")
	grams[0] = 0
	if got := log.Grams("oak"); !slices.Equal(got, []int{31200, 31950}) {
		t.Errorf("oak %v", got)
	}
	if got := log.Grams("elder"); len(got) != 0 {
		t.Errorf("elder %v", got)
	}
}
