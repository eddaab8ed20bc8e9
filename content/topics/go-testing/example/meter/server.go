package meter

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"regexp"
	"time"

	"example.com/parking/money"
)

const centsPerHour = 200

var plates = regexp.MustCompile(`^[A-Z0-9][A-Z0-9 -]{1,9}$`)

// #region handler

// New returns the API of a parking meter.
func New(store Store) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /tickets", func(w http.ResponseWriter, r *http.Request) {
		var in struct{ Plate, Paid string }
		body := http.MaxBytesReader(w, r.Body, 1024)
		if err := json.NewDecoder(body).Decode(&in); err != nil {
			status := http.StatusBadRequest
			if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
				status = http.StatusRequestEntityTooLarge
			}
			respond(w, status, problem{"not the JSON of a ticket"})
			return
		}
		cents, err := money.ParseCents(in.Paid)
		if err != nil || cents == 0 || cents > 24*centsPerHour || !plates.MatchString(in.Plate) {
			respond(w, http.StatusUnprocessableEntity, problem{"plate or amount is wrong"})
			return
		}
		stay := time.Duration(cents) * time.Hour / centsPerHour
		ticket := Ticket{Plate: in.Plate, Until: time.Now().Add(stay).UTC()}
		if err := store.Save(r.Context(), ticket); err != nil {
			fail(w, r, err)
			return
		}
		respond(w, http.StatusCreated, ticket)
	})
	mux.HandleFunc("GET /tickets/{plate}", func(w http.ResponseWriter, r *http.Request) {
		plate := r.PathValue("plate")
		if !plates.MatchString(plate) {
			respond(w, http.StatusNotFound, problem{"no valid ticket"})
			return
		}
		ticket, err := store.Find(r.Context(), plate)
		switch {
		case errors.Is(err, ErrNoTicket):
			respond(w, http.StatusNotFound, problem{"no valid ticket"})
		case err != nil:
			fail(w, r, err)
		default:
			respond(w, http.StatusOK, ticket)
		}
	})
	return mux
}

// #endregion handler

type problem struct {
	Error string `json:"error"`
}

func fail(w http.ResponseWriter, r *http.Request, err error) {
	slog.ErrorContext(r.Context(), "store", "error", err)
	respond(w, http.StatusInternalServerError, problem{"internal error"})
}

func respond(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}
