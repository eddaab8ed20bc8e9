package meter

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"sync"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
)

// #region contract
func testStore(t *testing.T, store Store) {
	ctx := t.Context()
	t.Run("finds what was saved", func(t *testing.T) {
		want := Ticket{"AB 123", time.Now().Add(time.Hour).UTC().Truncate(time.Microsecond)}
		if err := store.Save(ctx, want); err != nil {
			t.Fatal(err)
		}
		got, err := store.Find(ctx, want.Plate)
		if err != nil || got.Plate != want.Plate || !got.Until.Equal(want.Until) {
			t.Errorf("got %v, %v; want %v", got, err, want)
		}
	})
	t.Run("a new ticket replaces the old one", func(t *testing.T) {
		until := time.Now().Add(2 * time.Hour).Truncate(time.Microsecond)
		store.Save(ctx, Ticket{"CD 1", time.Now().Add(time.Hour)})
		store.Save(ctx, Ticket{"CD 1", until})
		if got, err := store.Find(ctx, "CD 1"); err != nil || !got.Until.Equal(until) {
			t.Errorf("got %v, %v; want %v", got.Until, err, until)
		}
	})
	t.Run("an expired ticket is none", func(t *testing.T) {
		store.Save(ctx, Ticket{"EF 2", time.Now().Add(-time.Second)})
		if _, err := store.Find(ctx, "EF 2"); !errors.Is(err, ErrNoTicket) {
			t.Errorf("error %v, want ErrNoTicket", err)
		}
	})
	t.Run("many at once", func(t *testing.T) {
		var wg sync.WaitGroup
		for i := range 20 {
			wg.Go(func() {
				ticket := Ticket{fmt.Sprint("GH ", i), time.Now().Add(time.Hour)}
				if err := store.Save(ctx, ticket); err != nil {
					t.Errorf("save %s: %v", ticket.Plate, err)
				}
				if _, err := store.Find(ctx, ticket.Plate); err != nil {
					t.Errorf("find %s: %v", ticket.Plate, err)
				}
			})
		}
		wg.Wait()
	})
}

func TestMemory(t *testing.T) {
	testStore(t, NewMemory())
}

// #endregion contract

// #region postgres
func TestPostgres(t *testing.T) {
	testStore(t, Postgres{openTestDB(t)})
}

func openTestDB(t *testing.T) *sql.DB {
	t.Helper()
	address := os.Getenv("TEST_DATABASE_URL")
	if address == "" {
		t.Skip("TEST_DATABASE_URL is not set")
	}
	admin, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { admin.Close() })

	schema := fmt.Sprintf("test_%d", time.Now().UnixNano())
	if _, err := admin.Exec("CREATE SCHEMA " + schema); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { admin.Exec("DROP SCHEMA " + schema + " CASCADE") })

	db, err := sql.Open("pgx", withSchema(t, address, schema))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if _, err := db.Exec(Schema); err != nil {
		t.Fatal(err)
	}
	return db
}

// #endregion postgres

func withSchema(t *testing.T, address, schema string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	query := u.Query()
	query.Set("search_path", schema)
	u.RawQuery = query.Encode()
	return u.String()
}
