//go:build firsttry

package meter

import (
	"sync"
	"testing"
)

// #region test
func TestPayInParallel(t *testing.T) {
	store := NewStore()
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { store.Pay("AB 123", 50) })
	}
	wg.Wait()
	if got := store.paid["AB 123"]; got != 100 {
		t.Errorf("paid %d, want 100", got)
	}
}

// #endregion test
