// Program crash shows which panics net/http catches.
package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"time"
)

func main() {
	log.SetOutput(io.Discard) // leaves out the stack trace that net/http logs
	// #region crash
	mux := http.NewServeMux()
	mux.HandleFunc("/in-handler", func(w http.ResponseWriter, r *http.Request) {
		panic("door 3 has no motor")
	})
	mux.HandleFunc("/in-goroutine", func(w http.ResponseWriter, r *http.Request) {
		go func() { panic("door 4 has no motor") }()
	})
	server := httptest.NewServer(mux)
	for _, path := range []string{"/in-handler", "/in-goroutine"} {
		http.Get(server.URL + path)
		time.Sleep(100 * time.Millisecond)
		fmt.Println("still running after", path)
	}
	// #endregion crash
}
