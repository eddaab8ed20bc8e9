package birds

import (
	"maps"
	"sync"
)

// #region tally

// Tally counts birds by species. An empty Tally is ready to use, from any number of goroutines.
type Tally struct {
	mu     sync.Mutex
	counts map[string]int
}

// Add counts n more birds of a species.
func (t *Tally) Add(species string, n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.counts == nil {
		t.counts = make(map[string]int)
	}
	t.counts[species] += n
}

// Counts returns a copy of the counts.
func (t *Tally) Counts() map[string]int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return maps.Clone(t.counts)
}

// #endregion tally
