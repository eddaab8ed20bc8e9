package main

import (
	"log"
	"net/http"
	"time"
)

// #region wrap
func logRequests(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		defer func() { // also if something inside panics
			log.Printf("%s %q %v", r.Method, r.URL.Path, time.Since(start))
		}()
		next.ServeHTTP(w, r) // everything inside
	})
}

func requireKey(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Api-Key") != "k-17" {
			http.Error(w, "unknown key", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func newHandler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/parcels", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("your parcels"))
	})
	return logRequests(requireKey(mux)) // the outermost comes first
}

// #endregion wrap

func main() {
	log.Fatal(http.ListenAndServe(":3000", newHandler()))
}
