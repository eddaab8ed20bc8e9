// Leak shows what rows that stay open do to a pool of two connections.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"example.com/recipes"
)

func main() {
	db, err := recipes.Open(context.Background(), os.Getenv("DATABASE_URL"), 2)
	if err != nil {
		log.Fatal(err)
	}
	// #region leak
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	for i := 1; i <= 3; i++ {
		fmt.Printf("query %d: %d connections in use", i, db.Stats().InUse)
		rows, err := db.QueryContext(ctx, `SELECT generate_series(1, 3)`)
		fmt.Println(", error:", err)
		if err == nil {
			rows.Next() // reads one row of three, and forgets rows.Close()
		}
	}
	fmt.Println("waited for a connection:", db.Stats().WaitCount)
	// #endregion leak
}
