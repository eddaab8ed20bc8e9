package main

import (
	"bytes"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

func TestKey(t *testing.T) {
	for key, status := range map[string]int{"": 401, "k-99": 401, "k-17": 200} {
		request := httptest.NewRequest(http.MethodGet, "/parcels", nil)
		request.Header.Set("X-Api-Key", key)
		response := httptest.NewRecorder()
		newHandler().ServeHTTP(response, request)
		if response.Code != status {
			t.Errorf("key %q: %d, want %d", key, response.Code, status)
		}
		if got := strings.Contains(response.Body.String(), "your parcels"); got != (status == 200) {
			t.Errorf("key %q: %s", key, response.Body)
		}
	}
}

func TestLogStaysOneLine(t *testing.T) {
	var written bytes.Buffer
	log.SetOutput(&written)
	defer log.SetOutput(os.Stderr)
	request := httptest.NewRequest(http.MethodGet, "/x%0Aforged", nil)
	newHandler().ServeHTTP(httptest.NewRecorder(), request)
	if lines := strings.Count(written.String(), "\n"); lines != 1 {
		t.Errorf("%d lines: %s", lines, written.String())
	}
}

func TestPanicIsLogged(t *testing.T) {
	var written bytes.Buffer
	log.SetOutput(&written)
	defer log.SetOutput(os.Stderr)
	defer func() {
		if recover() == nil || !strings.Contains(written.String(), `GET "/parcels"`) {
			t.Errorf("logged: %s", written.String())
		}
	}()
	broken := http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("broken") })
	request := httptest.NewRequest(http.MethodGet, "/parcels", nil)
	logRequests(broken).ServeHTTP(httptest.NewRecorder(), request)
}
