//go:build firsttry

package meter

// #region store
type Store struct {
	paid map[string]int
}

func NewStore() *Store {
	return &Store{paid: make(map[string]int)}
}

func (s *Store) Pay(plate string, cents int) {
	s.paid[plate] += cents
}

// #endregion store
