package main

import (
	"net/http"
	"net/http/httptest"
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
	}
}
