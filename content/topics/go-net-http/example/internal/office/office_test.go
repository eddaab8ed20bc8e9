package office

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	m.Run()
}

// #region test
func TestResponses(t *testing.T) {
	long := `{"what":"` + strings.Repeat("x", 1024) + `"}`
	tests := []struct {
		method, path, body string
		status             int
		want               string
	}{
		{"POST", "/items", `{"what":" red umbrella "}`, 201, `{"id":2,"what":"red umbrella"}`},
		{"GET", "/items/1", ``, 200, `{"id":1,"what":"hat"}`},
		{"GET", "/items", ``, 200, `[{"id":1,"what":"hat"}]`},
		{"GET", "/items/2", ``, 404, `{"status":404,"detail":"no such item"}`},
		{"GET", "/items/x", ``, 404, `{"status":404,"detail":"no such item"}`},
		{"GET", "/items/-1", ``, 404, `{"status":404,"detail":"no such item"}`},
		{"POST", "/items", `{"what":"hat"} x`, 400, ``},
		{"POST", "/items", ``, 400, ``},
		{"POST", "/items", `{"what":7}`, 400, ``},
		{"POST", "/items", `null`, 422, ``},
		{"POST", "/items", `{"what":" "}`, 422, ``},
		{"POST", "/items", `{"what":"` + strings.Repeat("x", 101) + `"}`, 422, ``},
		{"POST", "/items", long, 413, ``},
		{"PUT", "/items/1", ``, 405, ``},
		{"GET", "/", ``, 404, ``},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.method, tt.path, tt.status), func(t *testing.T) {
			store := &Store{}
			store.add("hat")
			r := httptest.NewRequestWithContext(t.Context(), tt.method, tt.path, strings.NewReader(tt.body))
			w := httptest.NewRecorder()
			New(store).ServeHTTP(w, r)
			if w.Code != tt.status || tt.want != "" && w.Body.String() != tt.want {
				t.Errorf("%s: status %d, body %s", tt.body, w.Code, w.Body)
			}
			if added := len(store.all()) == 2; added != (tt.status == 201) {
				t.Errorf("%s: added is %t", tt.body, added)
			}
		})
	}
}

// #endregion test

func TestEmptyListIsAnArray(t *testing.T) {
	w := httptest.NewRecorder()
	New(&Store{}).ServeHTTP(w, httptest.NewRequest("GET", "/items", nil))
	if w.Body.String() != "[]" || w.Header().Get("Content-Type") != "application/json" {
		t.Errorf("body %s, headers %v", w.Body, w.Header())
	}
}

func TestUnknownErrorsStayInside(t *testing.T) {
	for _, err := range []error{errors.New("dial 10.0.0.5"), fmt.Errorf("dial: %w", problem{404, "gone"})} {
		w := httptest.NewRecorder()
		h := handler(func(http.ResponseWriter, *http.Request) error { return err })
		h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		if strings.Contains(w.Body.String(), "dial") {
			t.Errorf("status %d, body %s", w.Code, w.Body)
		}
	}
}

func TestLogSaysWhatTheClientGot(t *testing.T) {
	var log strings.Builder
	discard := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	t.Cleanup(func() { slog.SetDefault(discard) })
	call := func(h http.Handler, want ...string) {
		t.Helper()
		log.Reset()
		func() {
			defer func() { _ = recover() }() // as net/http does
			h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/items/7", nil))
		}()
		for _, part := range want {
			if !strings.Contains(log.String(), part) {
				t.Errorf("no %s in %s", part, log.String())
			}
		}
	}
	call(New(&Store{}), "path=/items/7 status=404")
	call(logged(handler(func(http.ResponseWriter, *http.Request) error {
		return errors.New("disk full")
	})), "disk full", "status=500")
	call(logged(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "body first")
		w.WriteHeader(http.StatusNotFound)
	})), "status=200")
	call(logged(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusEarlyHints)
		w.WriteHeader(http.StatusNotFound)
	})), "status=404")
	call(logged(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})), "status=200")
	call(logged(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		panic("no hat")
	})), "status=0")
}

func TestWriterCanBeFlushedThroughTheRecorder(t *testing.T) {
	w := httptest.NewRecorder()
	h := logged(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := http.NewResponseController(w).Flush(); err != nil {
			t.Error(err)
		}
	}))
	h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
}

func TestAddInParallel(t *testing.T) {
	api := New(&Store{})
	var wait sync.WaitGroup
	locations := make([]string, 50)
	for i := range locations {
		wait.Go(func() {
			w := httptest.NewRecorder()
			api.ServeHTTP(w, httptest.NewRequest("POST", "/items", strings.NewReader(`{"what":"hat"}`)))
			locations[i] = w.Header().Get("Location")
		})
	}
	wait.Wait()
	seen := make(map[string]bool)
	for _, location := range locations {
		if location == "" || seen[location] {
			t.Errorf("location %q twice", location)
		}
		seen[location] = true
	}
}
