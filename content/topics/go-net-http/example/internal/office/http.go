package office

import (
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"time"
)

// #region handler

// A handler may return an error instead of writing a response.
type handler func(http.ResponseWriter, *http.Request) error

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	if err == nil {
		return
	}
	p, ok := errors.AsType[problem](err)
	if !ok {
		slog.ErrorContext(r.Context(), "request failed", "path", r.URL.Path, "error", err)
		p = problem{http.StatusInternalServerError, "internal error"}
	}
	respond(w, p.Status, p)
}

// problem is an error that the client may see.
type problem struct {
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

func (p problem) Error() string { return p.Detail }

// #endregion handler

// #region json
func decode(w http.ResponseWriter, r *http.Request, into any) error {
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1024))
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return problem{http.StatusRequestEntityTooLarge, "the body may have 1024 bytes"}
	}
	if err != nil {
		return problem{http.StatusBadRequest, "the body ended too early"}
	}
	if err := json.Unmarshal(data, into); err != nil {
		return problem{http.StatusBadRequest, "the body isn't the JSON that we expect"}
	}
	return nil
}

func respond(w http.ResponseWriter, status int, body any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(data)
	return nil
}

// #endregion json

// #region logged
func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		rec := &recorder{ResponseWriter: w}
		defer func() { // deferred, so that it runs after a panic, too
			slog.InfoContext(r.Context(), "request", "method", r.Method, "path", r.URL.Path,
				"status", rec.status, "took", time.Since(start))
		}()
		next.ServeHTTP(rec, r)
		rec.note(http.StatusOK) // what net/http sends if the handler wrote nothing
	})
}

// recorder remembers the status, which a ResponseWriter doesn't tell.
type recorder struct {
	http.ResponseWriter
	status int
}

// note keeps the first status, as the client does; 1xx responses come before it.
func (r *recorder) note(status int) {
	if r.status < 200 {
		r.status = status
	}
}

func (r *recorder) WriteHeader(status int) {
	r.note(status)
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(data []byte) (int, error) {
	r.note(http.StatusOK)
	return r.ResponseWriter.Write(data)
}

func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// #endregion logged
