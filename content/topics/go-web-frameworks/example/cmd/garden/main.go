// Command garden serves the API with Echo.
package main

import (
	"log"
	"net/http"
	"time"

	"example.com/garden/internal/echoapi"
	"example.com/garden/internal/garden"
)

func main() {
	server := http.Server{
		Addr:              "127.0.0.1:8080",
		Handler:           echoapi.New(garden.New(garden.Plot{ID: 7, SquareMeters: 40})),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      10 * time.Second,
	}
	log.Fatal(server.ListenAndServe())
}
