package meter

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// #region call
func call(t *testing.T, h http.Handler, method, path, body string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, path, strings.NewReader(body))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if got := w.Header().Get("Content-Type"); w.Code != 405 && got != "application/json" {
		t.Errorf("%s %s: Content-Type %q", method, path, got)
	}
	return w
}

func TestRefusals(t *testing.T) {
	long := strings.Repeat("x", 1024) + `"}`
	tests := map[string]struct {
		method, path, body string
		want               int
	}{
		"no JSON":        {"POST", "/tickets", `{`, 400},
		"too large":      {"POST", "/tickets", `{"plate":"AB 123","paid":"2.00","note":"` + long, 413},
		"no plate":       {"POST", "/tickets", `{"paid":"2.00"}`, 422},
		"wrong amount":   {"POST", "/tickets", `{"plate":"AB 123","paid":"1.5"}`, 422},
		"nothing paid":   {"POST", "/tickets", `{"plate":"AB 123","paid":"0.00"}`, 422},
		"more than 24 h": {"POST", "/tickets", `{"plate":"AB 123","paid":"48.01"}`, 422},
		"no ticket":      {"GET", "/tickets/XY-9", ``, 404},
		"wrong method":   {"DELETE", "/tickets/XY-9", ``, 405},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			store := NewMemory()
			w := call(t, New(store), tt.method, tt.path, tt.body)
			if w.Code != tt.want {
				t.Errorf("status %d, want %d; body %s", w.Code, tt.want, w.Body)
			}
			if n := store.size(); n != 0 {
				t.Errorf("%d tickets were stored", n)
			}
		})
	}
}

// #endregion call

// #region time
func TestTicketEndsAfterPaidTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := New(NewMemory())
		w := call(t, api, "POST", "/tickets", `{"plate":"AB 123","paid":"3.00"}`)
		if w.Code != 201 {
			t.Fatalf("status %d; body %s", w.Code, w.Body)
		}

		time.Sleep(90*time.Minute - time.Nanosecond)
		if w := call(t, api, "GET", "/tickets/AB%20123", ""); w.Code != 200 {
			t.Errorf("just before the end: status %d", w.Code)
		}
		time.Sleep(time.Nanosecond)
		if w := call(t, api, "GET", "/tickets/AB%20123", ""); w.Code != 404 {
			t.Errorf("at the end: status %d", w.Code)
		}
	})
}

func TestSweepDeletesExpiredTickets(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := NewMemory()
		go store.Sweep(t.Context(), time.Minute)
		store.Save(t.Context(), Ticket{"AB 123", time.Now().Add(time.Minute)})
		store.Save(t.Context(), Ticket{"XY 9", time.Now().Add(time.Hour)})

		time.Sleep(time.Minute)
		synctest.Wait() // until the sweeper waits again
		_, err := store.Find(t.Context(), "XY 9")
		if n := store.size(); n != 1 || err != nil {
			t.Errorf("%d tickets left, want 1; XY 9: %v", n, err)
		}
	})
}

// #endregion time

func TestLongestStayIsADay(t *testing.T) {
	w := call(t, New(NewMemory()), "POST", "/tickets", `{"plate":"AB 123","paid":"48.00"}`)
	if w.Code != 201 {
		t.Errorf("status %d; body %s", w.Code, w.Body)
	}
}

// #region broken
type brokenStore struct{ Store }

func (brokenStore) Find(context.Context, string) (Ticket, error) {
	return Ticket{}, errors.New("dial 10.0.0.5: refused")
}

func TestStoreErrorIsNotShown(t *testing.T) {
	w := call(t, New(brokenStore{}), "GET", "/tickets/XY-9", "")
	if w.Code != 500 || strings.Contains(w.Body.String(), "10.0.0.5") {
		t.Errorf("status %d, body %s", w.Code, w.Body)
	}
}

// #endregion broken

func TestOddPlateStaysOutsideTheStore(t *testing.T) {
	for _, plate := range []string{"%00", "%FF", "A", "AB%27", "%20%20"} {
		if w := call(t, New(brokenStore{}), "GET", "/tickets/"+plate, ""); w.Code != 404 {
			t.Errorf("plate %s: status %d, want 404", plate, w.Code)
		}
	}
}

// #region server
func TestOverTheNetwork(t *testing.T) {
	server := httptest.NewServer(New(NewMemory()))
	defer server.Close()
	client := server.Client()
	client.Timeout = 5 * time.Second

	body := strings.NewReader(`{"plate":"AB 123","paid":"2.00"}`)
	res, err := client.Post(server.URL+"/tickets", "application/json", body)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	var got Ticket
	if err := json.Unmarshal(data, &got); err != nil || got.Plate != "AB 123" {
		t.Errorf("body %s: %v", data, err)
	}
}

// #endregion server
