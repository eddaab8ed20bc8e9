// Package withpgx does the same with pgx's own interface.
package withpgx

import (
	"context"
	"errors"
	"fmt"

	"example.com/recipes"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// #region store

// Store reads and writes recipes through pgx.
type Store struct{ Pool *pgxpool.Pool }

// Find returns one recipe, or ErrNotFound.
func (s Store) Find(ctx context.Context, id int64) (recipes.Recipe, error) {
	// Query's error comes back from the collecting function.
	rows, _ := s.Pool.Query(ctx,
		`SELECT id, title, source, minutes FROM recipes WHERE id = $1`, id)
	r, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[recipes.Recipe])
	if errors.Is(err, pgx.ErrNoRows) {
		return recipes.Recipe{}, recipes.ErrNotFound
	}
	return r, err
}

// FindAll returns the recipes that have one of the IDs.
func (s Store) FindAll(ctx context.Context, ids []int64) ([]recipes.Recipe, error) {
	rows, _ := s.Pool.Query(ctx, `
		SELECT id, title, source, minutes FROM recipes
		WHERE id = ANY($1) ORDER BY id`, ids)
	return pgx.CollectRows(rows, pgx.RowToStructByName[recipes.Recipe])
}

// Import adds many recipes with COPY: all of them or none.
func (s Store) Import(ctx context.Context, all []recipes.Recipe) error {
	columns := []string{"title", "source", "minutes"}
	_, err := s.Pool.CopyFrom(ctx, pgx.Identifier{"recipes"}, columns,
		pgx.CopyFromSlice(len(all), func(i int) ([]any, error) {
			return []any{all[i].Title, all[i].Source, all[i].Minutes}, nil
		}))
	if err != nil {
		return fmt.Errorf("import recipes: %w", err)
	}
	return nil
}

// #endregion store
