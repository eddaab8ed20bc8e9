// Package office is the API of a lost property office.
package office

import (
	"slices"
	"sync"
)

// Item is something that was found.
type Item struct {
	ID   int    `json:"id"`
	What string `json:"what"`
}

// Store keeps items until the process ends. An empty Store is ready to use.
type Store struct {
	mu    sync.Mutex
	items []Item
}

func (s *Store) add(what string) Item {
	s.mu.Lock()
	defer s.mu.Unlock()
	item := Item{ID: len(s.items) + 1, What: what}
	s.items = append(s.items, item)
	return item
}

func (s *Store) find(id int) (Item, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if id < 1 || id > len(s.items) {
		return Item{}, false
	}
	return s.items[id-1], true
}

func (s *Store) all() []Item {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.items)
}
