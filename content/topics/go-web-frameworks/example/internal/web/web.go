// Package web holds what all four versions of the API share.
package web

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"

	"example.com/garden/internal/garden"
)

// #region problem
var (
	ErrMember = errors.New("send the header Member")
	ErrInput  = errors.New("the request can't be read")
	ErrLarge  = errors.New("the request is too large")
)

// Problem says what a client learns about an error: its own mistakes, and nothing else.
func Problem(err error) (int, string) {
	switch {
	case errors.Is(err, ErrMember):
		return http.StatusUnauthorized, ErrMember.Error()
	case errors.Is(err, ErrInput):
		return http.StatusBadRequest, ErrInput.Error()
	case errors.Is(err, ErrLarge):
		return http.StatusRequestEntityTooLarge, ErrLarge.Error()
	case errors.Is(err, garden.ErrMonths):
		return http.StatusUnprocessableEntity, garden.ErrMonths.Error()
	case errors.Is(err, garden.ErrNotFound):
		return http.StatusNotFound, garden.ErrNotFound.Error()
	case errors.Is(err, garden.ErrTaken):
		return http.StatusConflict, garden.ErrTaken.Error()
	default:
		slog.Error("request failed", "error", err)
		return http.StatusInternalServerError, "something went wrong"
	}
}

// #endregion problem

// #region handler
// Handler is a handler that may return an error instead of writing a response.
type Handler func(http.ResponseWriter, *http.Request) error

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		status, message := Problem(err)
		_ = JSON(w, status, map[string]string{"error": message})
	}
}

// JSON writes nothing if the value can't be encoded, so that the error can still become a response.
func JSON(w http.ResponseWriter, status int, value any) error {
	body, err := json.Marshal(value)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(body) // if this fails, the client is gone
	return nil
}

// #endregion handler

// Lease is the body of a request.
type Lease struct {
	Months int `json:"months"`
}

func ReadLease(w http.ResponseWriter, r *http.Request) (Lease, error) {
	var lease Lease
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1000))
	err := decoder.Decode(&lease)
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return lease, ErrLarge
	}
	if err != nil || decoder.Decode(&struct{}{}) != io.EOF { // something follows the object
		return lease, ErrInput
	}
	return lease, nil
}

// ID reads the number of a plot from a path.
func ID(text string) (int, error) {
	id, err := strconv.Atoi(text)
	if err != nil {
		return 0, garden.ErrNotFound
	}
	return id, nil
}

// #region middleware
// RequireMember refuses requests that don't say who sends them.
func RequireMember(next http.Handler) http.Handler {
	return Handler(func(w http.ResponseWriter, r *http.Request) error {
		if r.Header.Get("Member") == "" {
			return ErrMember
		}
		next.ServeHTTP(w, r)
		return nil
	})
}

// #endregion middleware

// #region trace
type traceKey struct{}

// Trace stands for a tracing library: it puts an ID into the context and the response.
func Trace(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := rand.Text()
		w.Header().Set("Trace-Id", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), traceKey{}, id)))
	})
}

// TraceID returns the ID that Trace has put into the context.
func TraceID(ctx context.Context) string {
	id, _ := ctx.Value(traceKey{}).(string)
	return id
}

// #endregion trace
