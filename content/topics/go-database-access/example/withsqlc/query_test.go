package withsqlc

import (
	"os"
	"testing"

	"github.com/jackc/pgx/v5"
)

func TestQuickRecipes(t *testing.T) {
	url := os.Getenv("TEST_DATABASE_URL")
	if url == "" {
		t.Skip("TEST_DATABASE_URL is not set")
	}
	ctx := t.Context()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, `CREATE TEMPORARY TABLE recipes (
		id bigint GENERATED ALWAYS AS IDENTITY, title text NOT NULL, source text,
		minutes integer NOT NULL)`); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Exec(ctx, `INSERT INTO recipes (title, minutes)
		VALUES ('Dal', 30), ('Goulash', 180)`); err != nil {
		t.Fatal(err)
	}
	quick, err := New(conn).QuickRecipes(ctx, 30)
	if err != nil || len(quick) != 1 || quick[0].Title != "Dal" {
		t.Errorf("got %+v, %v", quick, err)
	}
}
