package recipes

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

//go:embed schema.sql
var schema string

// openTest returns a pool whose connections use a new schema.
func openTest(t *testing.T, size int) *sql.DB {
	t.Helper()
	base := os.Getenv("TEST_DATABASE_URL")
	if base == "" {
		t.Skip("TEST_DATABASE_URL is not set")
	}
	ctx := context.Background()
	admin, err := Open(ctx, base, 1)
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("test_%d", time.Now().UnixNano())
	if _, err := admin.Exec(`CREATE SCHEMA ` + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		admin.Exec(`DROP SCHEMA ` + name + ` CASCADE`)
		admin.Close()
	})
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	query := u.Query()
	query.Set("search_path", name)
	u.RawQuery = query.Encode()
	db, err := Open(ctx, u.String(), size)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if _, err := db.Exec(schema); err != nil {
		t.Fatal(err)
	}
	return db
}

// #region missing
func TestMissingAndNull(t *testing.T) {
	store := Store{openTest(t, 1)} // with one connection, a leak would hang
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	for range 2 {
		id, err := store.Add(ctx, Recipe{Title: "Dal", Minutes: 30})
		if err != nil {
			t.Fatal(err)
		}
		if r, err := store.Find(ctx, id); err != nil || r.Source != nil {
			t.Errorf("got %+v, %v", r, err)
		}
		if _, err := store.Find(ctx, -1); !errors.Is(err, ErrNotFound) {
			t.Errorf("find: %v, want ErrNotFound", err)
		}
		if err := store.Rename(ctx, -1, "x"); !errors.Is(err, ErrNotFound) {
			t.Errorf("rename: %v, want ErrNotFound", err)
		}
		if err := store.Rename(ctx, id, "Red dal"); err != nil {
			t.Error(err)
		}
		if _, err := store.Quick(ctx, 30); err != nil {
			t.Error(err)
		}
	}
	quick, err := store.Quick(ctx, 30)
	if err != nil || len(quick) != 2 || quick[0].Title != "Red dal" {
		t.Errorf("got %+v, %v", quick, err)
	}
}

// #endregion missing

// #region close
func TestQuickClosesItsRowsAfterAnError(t *testing.T) {
	db := openTest(t, 1)
	if _, err := db.Exec(`
		ALTER TABLE recipes ALTER title DROP NOT NULL;
		INSERT INTO recipes (title, minutes) VALUES (NULL, 10), ('Dal', 30)`); err != nil {
		t.Fatal(err)
	}
	if found, err := (Store{db}).Quick(t.Context(), 30); err == nil {
		t.Errorf("got %+v, want an error for the NULL", found)
	}
	if used := db.Stats().InUse; used != 0 {
		t.Errorf("%d connections are still in use", used)
	}
}

// #endregion close

func TestQuickReportsAnErrorInTheMiddle(t *testing.T) {
	db := openTest(t, 1)
	// The server sends the first row, and then divides by zero.
	if _, err := db.Exec(`
		INSERT INTO recipes (title, minutes) VALUES ('Dal', 10), ('Soup', 20);
		ALTER TABLE recipes RENAME TO stored;
		CREATE INDEX ON stored (minutes, id);
		CREATE VIEW recipes AS
			SELECT id, title || 1 / (20 - minutes) AS title, source, minutes FROM stored;
		SET enable_seqscan = off; SET enable_sort = off`); err != nil {
		t.Fatal(err)
	}
	if found, err := (Store{db}).Quick(t.Context(), 30); err == nil {
		t.Errorf("got %+v, want the error after the first row", found)
	}
}

func TestScanNullIntoString(t *testing.T) {
	db := openTest(t, 1)
	var source string
	err := db.QueryRow(`SELECT NULL::text AS source`).Scan(&source)
	if err == nil || !strings.Contains(err.Error(), "converting NULL to string is unsupported") {
		t.Errorf("got %v", err)
	}
}

// #region cook
func TestCookTakesAllOrNothing(t *testing.T) {
	db := openTest(t, 8)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if _, err := db.ExecContext(ctx,
		`INSERT INTO pantry VALUES ('lentils', 20000), ('rice', 12000)`); err != nil {
		t.Fatal(err)
	}
	var cooked int
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range 200 {
		wg.Go(func() {
			err := Store{db}.Cook(ctx, map[string]uint{"rice": 200, "lentils": 150})
			if err == nil {
				mu.Lock()
				cooked++
				mu.Unlock()
			} else if err.Error() != "not enough rice" {
				t.Error(err)
			}
		})
	}
	wg.Wait()

	var rice, lentils int
	if err := db.QueryRowContext(ctx, `
		SELECT (SELECT grams FROM pantry WHERE name = 'rice'),
		       (SELECT grams FROM pantry WHERE name = 'lentils')`).
		Scan(&rice, &lentils); err != nil {
		t.Fatal(err)
	}
	if cooked != 60 || rice != 0 || lentils != 20000-60*150 {
		t.Errorf("cooked %d times; %d g of rice, %d g of lentils", cooked, rice, lentils)
	}
	if used := db.Stats().InUse; used != 0 {
		t.Errorf("%d connections are still in use", used)
	}
}

// #endregion cook

func TestOpenWithoutServer(t *testing.T) {
	if _, err := Open(t.Context(), "postgres://x@127.0.0.1:1/x", 1); err == nil {
		t.Error("no error")
	}
}
