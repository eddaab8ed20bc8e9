// Package recipes keeps recipes and a pantry in PostgreSQL.
package recipes

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// #region find

// ErrNotFound says that there is no such recipe.
var ErrNotFound = errors.New("recipe not found")

// Recipe is a row of the table recipes.
type Recipe struct {
	ID      int64
	Title   string
	Source  *string // nil if unknown
	Minutes int
}

// Store reads and writes recipes.
type Store struct{ DB *sql.DB }

// Find returns one recipe, or ErrNotFound.
func (s Store) Find(ctx context.Context, id int64) (Recipe, error) {
	r := Recipe{ID: id}
	err := s.DB.QueryRowContext(ctx,
		`SELECT title, source, minutes FROM recipes WHERE id = $1`, id).
		Scan(&r.Title, &r.Source, &r.Minutes)
	if errors.Is(err, sql.ErrNoRows) {
		return Recipe{}, ErrNotFound
	}
	if err != nil {
		return Recipe{}, fmt.Errorf("find recipe %d: %w", id, err)
	}
	return r, nil
}

// #endregion find

// #region list

// Quick returns the recipes that take at most so many minutes.
func (s Store) Quick(ctx context.Context, minutes int) ([]Recipe, error) {
	rows, err := s.DB.QueryContext(ctx, `
		SELECT id, title, source, minutes FROM recipes
		WHERE minutes <= $1 ORDER BY minutes, id`, minutes)
	if err != nil {
		return nil, fmt.Errorf("list recipes: %w", err)
	}
	defer rows.Close()

	var found []Recipe
	for rows.Next() {
		var r Recipe
		if err := rows.Scan(&r.ID, &r.Title, &r.Source, &r.Minutes); err != nil {
			return nil, fmt.Errorf("list recipes: %w", err)
		}
		found = append(found, r)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("list recipes: %w", err)
	}
	return found, nil
}

// #endregion list

// #region write

// Add inserts a recipe and returns its ID.
func (s Store) Add(ctx context.Context, r Recipe) (id int64, err error) {
	err = s.DB.QueryRowContext(ctx, `
		INSERT INTO recipes (title, source, minutes) VALUES ($1, $2, $3)
		RETURNING id`, r.Title, r.Source, r.Minutes).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("add recipe: %w", err)
	}
	return id, nil
}

// Rename changes the title of a recipe, or returns ErrNotFound.
func (s Store) Rename(ctx context.Context, id int64, title string) error {
	result, err := s.DB.ExecContext(ctx,
		`UPDATE recipes SET title = $1 WHERE id = $2`, title, id)
	if err != nil {
		return fmt.Errorf("rename recipe %d: %w", id, err)
	}
	if n, err := result.RowsAffected(); err != nil {
		return err
	} else if n == 0 {
		return ErrNotFound
	}
	return nil
}

// #endregion write

// #region cook

// Cook takes ingredients from the pantry: all of them or none.
func (s Store) Cook(ctx context.Context, grams map[string]uint) error {
	tx, err := s.DB.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("cook: %w", err)
	}
	defer tx.Rollback() // does nothing after a commit

	// Always in the same order, so that two cooks don't wait for each other.
	for _, name := range slices.Sorted(maps.Keys(grams)) {
		result, err := tx.ExecContext(ctx, `
			UPDATE pantry SET grams = grams - $1
			WHERE name = $2 AND grams >= $1`, grams[name], name)
		if err != nil {
			return fmt.Errorf("take %s: %w", name, err)
		}
		if n, err := result.RowsAffected(); err != nil {
			return err
		} else if n == 0 {
			return fmt.Errorf("not enough %s", name)
		}
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("cook: %w", err)
	}
	return nil
}

// #endregion cook
