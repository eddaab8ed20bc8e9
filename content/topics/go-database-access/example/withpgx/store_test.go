package withpgx

import (
	"context"
	"errors"
	"os"
	"testing"

	"example.com/recipes"
	"github.com/jackc/pgx/v5/pgxpool"
)

func TestStore(t *testing.T) {
	url := os.Getenv("TEST_DATABASE_URL")
	if url == "" {
		t.Skip("TEST_DATABASE_URL is not set")
	}
	ctx := context.Background()
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		t.Fatal(err)
	}
	config.MaxConns = 1 // the temporary table belongs to one connection
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	if _, err := pool.Exec(ctx, `CREATE TEMPORARY TABLE recipes (
		id bigint GENERATED ALWAYS AS IDENTITY, title text NOT NULL, source text,
		minutes integer NOT NULL)`); err != nil {
		t.Fatal(err)
	}
	store := Store{pool}
	source := "Grandmother"
	all := []recipes.Recipe{
		{Title: "Dal", Minutes: 30},
		{Title: "Soup", Minutes: 20, Source: &source},
	}
	if err := store.Import(ctx, all); err != nil {
		t.Fatal(err)
	}
	if r, err := store.Find(ctx, 1); err != nil || r.Title != "Dal" || r.Source != nil {
		t.Errorf("got %+v, %v", r, err)
	}
	if _, err := store.Find(ctx, 99); !errors.Is(err, recipes.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	found, err := store.FindAll(ctx, []int64{2, 99})
	if err != nil || len(found) != 1 || *found[0].Source != source {
		t.Errorf("got %+v, %v", found, err)
	}
	if none, err := store.FindAll(ctx, nil); err != nil || len(none) != 0 {
		t.Errorf("got %+v, %v", none, err)
	}
}
