package wordlist

import (
	"slices"
	"testing"
)

func TestAll(t *testing.T) {
	if all := All(); !slices.Contains(all, "kelp") || slices.Contains(all, "") {
		t.Errorf("All() = %q", all)
	}
}
