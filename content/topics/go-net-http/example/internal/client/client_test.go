package client

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/lostfound/internal/office"
)

// #region test
func TestGetOverTheNetwork(t *testing.T) {
	server := httptest.NewServer(office.New(&office.Store{}))
	defer server.Close()
	c := &Client{server.URL, &http.Client{Timeout: 5 * time.Second}}

	hat := strings.NewReader(`{"what":"hat"}`)
	res, err := c.HTTP.Post(server.URL+"/items", "application/json", hat)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if item, err := c.Get(t.Context(), 1); err != nil || item.What != "hat" {
		t.Errorf("item %v, %v", item, err)
	}
	if _, err := c.Get(t.Context(), 2); err == nil {
		t.Error("item 2 was found")
	}
}

func TestSlowServer(t *testing.T) {
	release := make(chan bool)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(`{"id":`))
		http.NewResponseController(w).Flush()
		<-release // fast headers, slow body
	}))
	defer server.Close()
	defer close(release)
	c := &Client{server.URL, &http.Client{Timeout: 50 * time.Millisecond}}
	if _, err := c.Get(t.Context(), 1); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want a timeout", err)
	}
}

// #endregion test

func TestCallerLeaves(t *testing.T) {
	server := httptest.NewServer(office.New(&office.Store{}))
	defer server.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := &Client{server.URL, server.Client()}
	if _, err := c.Get(ctx, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func TestNotTheOffice(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("<html>"))
	}))
	defer server.Close()
	c := &Client{server.URL, server.Client()}
	if item, err := c.Get(t.Context(), 1); err == nil {
		t.Errorf("item %v", item)
	}
}

func TestHugeResponseIsCutOff(t *testing.T) {
	ended := make(chan error, 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var err error
		for i := 0; i < 64 && err == nil; i++ {
			_, err = w.Write(make([]byte, 1<<20))
		}
		ended <- err
	}))
	defer server.Close()
	c := &Client{server.URL, &http.Client{Timeout: 5 * time.Second}}
	if _, err := c.Get(t.Context(), 1); err == nil {
		t.Error("64 MB of zeros were an item")
	}
	select {
	case err := <-ended:
		if err == nil {
			t.Error("all of the response was read")
		}
	case <-time.After(2 * time.Second):
		t.Error("the connection is still open")
	}
}
