// Program firsttry serves items without any limit.
package main

import (
	"fmt"
	"log"
	"net/http"
)

func main() {
	// #region first
	http.HandleFunc("/items", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "hat, umbrella")
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:8080", nil))
	// #endregion first
}
