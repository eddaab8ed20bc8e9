package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

func listen(t *testing.T) net.Listener {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	return listener
}

// #region shutdown
func TestRequestInProgressIsFinished(t *testing.T) {
	started, release := make(chan bool), make(chan bool)
	slow := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(started)
		<-release
		io.WriteString(w, "one umbrella")
	})
	listener := listen(t)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, listener, newServer(slow)) }()

	body := make(chan string, 1)
	client := &http.Client{Timeout: 5 * time.Second}
	go func() {
		res, err := client.Get("http://" + listener.Addr().String())
		if err != nil {
			body <- err.Error()
			return
		}
		defer res.Body.Close()
		data, _ := io.ReadAll(res.Body)
		body <- string(data)
	}()

	<-started
	stop()
	select {
	case err := <-ended:
		t.Fatalf("ended during a request: %v", err)
	case <-time.After(100 * time.Millisecond):
	}
	close(release)
	if got := <-body; got != "one umbrella" {
		t.Errorf("body %q", got)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := client.Get("http://" + listener.Addr().String()); err == nil {
		t.Error("a new request was accepted")
	}
}

// #endregion shutdown

// #region slow
func TestSlowHeadersAreCutOff(t *testing.T) {
	server := newServer(http.NotFoundHandler())
	if server.ReadHeaderTimeout == 0 {
		t.Fatal("no limit for headers")
	}
	server.ReadHeaderTimeout = 100 * time.Millisecond
	listener := listen(t)
	go serve(t.Context(), listener, server)

	conn, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	io.WriteString(conn, "GET / HTTP/1.1\r\n")
	conn.SetReadDeadline(time.Now().Add(5 * time.Second))
	if data, err := io.ReadAll(conn); err != nil {
		t.Errorf("the connection is still open: %q, %v", data, err)
	}
}

// #endregion slow

func TestOtherLimits(t *testing.T) {
	s := newServer(nil)
	if s.ReadTimeout == 0 || s.WriteTimeout == 0 || s.IdleTimeout == 0 {
		t.Errorf("a limit is missing: %v, %v, %v", s.ReadTimeout, s.WriteTimeout, s.IdleTimeout)
	}
}

func TestServeReportsItsError(t *testing.T) {
	listener := listen(t)
	listener.Close()
	if err := serve(t.Context(), listener, newServer(nil)); err == nil {
		t.Error("served a closed port")
	}
}
