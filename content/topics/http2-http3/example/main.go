// Command tiles loads ten tiles, of which the first is slow, over each version of HTTP.
package main

import (
	"context"
	"fmt"
	"log"
	"time"
)

func main() {
	server, err := serve(tiles())
	if err != nil {
		log.Fatal(err)
	}
	defer server.stop(time.Second)
	for _, version := range []string{http1, http2, http3} {
		slow, others, err := behindSlowTile(version, server.addr)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: tile 0 after %3d ms, tiles 1 to 9 after %3d ms\n",
			version, slow.Milliseconds(), others.Milliseconds())
	}
}

// #region behind

// behindSlowTile asks for tile 0 and, 30 ms later, for nine others, over one connection.
func behindSlowTile(version, addr string) (slow, others time.Duration, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	c, closeClient := client(version, 1)
	defer closeClient()
	if _, err := get(ctx, c, addr, 1); err != nil { // opens the connection
		return 0, 0, err
	}
	start := time.Now()
	done := make(chan error, 10)
	go func() {
		_, err := get(ctx, c, addr, 0)
		slow = time.Since(start)
		done <- err
	}()
	time.Sleep(30 * time.Millisecond)
	for n := 1; n <= 9; n++ {
		go func() {
			_, err := get(ctx, c, addr, n)
			done <- err
		}()
	}
	for i := range 10 {
		if err := <-done; err != nil {
			return 0, 0, err
		}
		if i == 8 {
			others = time.Since(start)
		}
	}
	return slow, others, nil
}

// #endregion behind
