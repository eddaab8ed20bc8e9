package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

var versions = []string{http1, http2, http3}

func start(t *testing.T, handler http.Handler) *server {
	t.Helper()
	s, err := serve(handler)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.stop(0) })
	return s
}

func open(t *testing.T, version string) *http.Client {
	t.Helper()
	c, closeClient := client(version, 1)
	t.Cleanup(closeClient)
	return c
}

func TestTheSameHandlerServesAllVersions(t *testing.T) {
	s := start(t, tiles())
	for _, version := range versions {
		body, err := get(t.Context(), open(t, version), s.addr, 7)
		if err != nil || body != "tile 7 over "+version {
			t.Errorf("%s: %q, %v", version, body, err)
		}
	}
}

func TestASlowTileBlocksOthersOnlyInHTTP1(t *testing.T) {
	s := start(t, tiles())
	for _, version := range versions {
		slow, others, err := behindSlowTile(version, s.addr)
		if err != nil {
			t.Fatal(err)
		}
		if blocked := others > slow; blocked != (version == http1) {
			t.Errorf("%s: slow %v, others %v", version, slow, others)
		}
	}
}

// spy notices whether a handler has written a response.
type spy struct {
	http.ResponseWriter
	wrote bool
}

func (s *spy) Write(p []byte) (int, error) {
	s.wrote = true
	return s.ResponseWriter.Write(p)
}

// #region cancel
func TestCancelStopsTheHandlerAndKeepsTheConnection(t *testing.T) {
	for _, version := range []string{http2, http3} {
		wrote, peers := make(chan bool, 2), make(chan string, 2)
		inner := tiles()
		s := start(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			spy := &spy{ResponseWriter: w}
			inner.ServeHTTP(spy, r)
			wrote <- spy.wrote
			peers <- r.RemoteAddr
		}))
		c := open(t, version)
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(100*time.Millisecond, cancel)
		if _, err := get(ctx, c, s.addr, 0); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", version, err)
		}
		if <-wrote {
			t.Errorf("%s: the handler finished its work", version)
		}
		if _, err := get(t.Context(), c, s.addr, 1); err != nil {
			t.Error(err)
		}
		if first, second := <-peers, <-peers; first != second {
			t.Errorf("%s: a new connection", version)
		}
	}
}

// #endregion cancel

// #region goaway
func TestAStopLetsOpenRequestsFinish(t *testing.T) {
	for _, version := range versions {
		s := start(t, tiles())
		c := open(t, version)
		time.AfterFunc(100*time.Millisecond, func() { s.stop(5 * time.Second) })
		body, err := get(t.Context(), c, s.addr, 0) // takes 300 ms
		if err != nil || !strings.HasPrefix(body, "tile 0") {
			t.Errorf("%s: %q, %v", version, body, err)
		}
		if _, err := get(t.Context(), c, s.addr, 1); err == nil {
			t.Errorf("%s: a stopped server still responds", version)
		}
	}
}

// #endregion goaway

func TestAHangingRequestDoesNotKeepTheServerOpen(t *testing.T) {
	inner := tiles()
	arrived := make(chan bool, 3)
	s := start(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		arrived <- true
		if r.Proto == http1 {
			<-r.Context().Done()
			return
		}
		inner.ServeHTTP(w, r)
	}))
	hanging := make(chan error, 1)
	go func() {
		_, err := get(t.Context(), open(t, http1), s.addr, 1)
		hanging <- err
	}()
	opened := make(chan error, 1)
	<-arrived
	go func() {
		_, err := get(t.Context(), open(t, http3), s.addr, 0) // takes 300 ms
		opened <- err
	}()
	<-arrived
	stopped := make(chan error, 1)
	go func() { stopped <- s.stop(time.Second) }()
	time.Sleep(400 * time.Millisecond)
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	if _, err := get(ctx, open(t, http3), s.addr, 1); err == nil {
		t.Error("the server still accepts HTTP/3")
	}
	if err := <-opened; err != nil {
		t.Error("the open request was cut off:", err)
	}
	if err := <-stopped; !errors.Is(err, context.DeadlineExceeded) {
		t.Error("stop:", err)
	}
	if err := <-hanging; err == nil {
		t.Error("the hanging request got a response")
	}
}

func TestAHandlerThatIgnoresItsContextDoesNotKeepStopWaiting(t *testing.T) {
	for _, version := range versions {
		release := make(chan struct{})
		s := start(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
		hanging := make(chan error, 1)
		go func() {
			_, err := get(t.Context(), open(t, version), s.addr, 1)
			hanging <- err
		}()
		time.Sleep(200 * time.Millisecond)
		stopped := make(chan error, 1)
		go func() { stopped <- s.stop(300 * time.Millisecond) }()
		select {
		case err := <-stopped:
			if err == nil {
				t.Errorf("%s: stop reports success", version)
			}
		case <-time.After(3 * time.Second):
			t.Errorf("%s: stop waits for the handler", version)
		}
		if err := <-hanging; err == nil {
			t.Errorf("%s: the hanging request got a response", version)
		}
		close(release)
	}
}

func TestTCPResponsesAdvertiseHTTP3(t *testing.T) {
	s := start(t, tiles())
	for version, want := range map[string]bool{http1: true, http2: true, http3: false} {
		res, err := open(t, version).Get("https://" + s.addr + "/tiles/1")
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if got := strings.HasPrefix(res.Header.Get("Alt-Svc"), "h3=\":"); got != want {
			t.Errorf("%s: Alt-Svc %q", version, res.Header.Get("Alt-Svc"))
		}
	}
}

func TestAStopFreesThePort(t *testing.T) {
	s := start(t, tiles())
	if err := s.stop(time.Second); err != nil {
		t.Fatal(err)
	}
	tcp, err := net.Listen("tcp", s.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer tcp.Close()
	udp, err := net.ListenPacket("udp", s.addr)
	if err != nil {
		t.Fatal(err)
	}
	udp.Close()
}

func TestAClientThatNeverFinishesItsHeadersIsCutOff(t *testing.T) {
	t.Parallel() // takes five seconds
	s := start(t, tiles())
	conn, err := tls.Dial("tcp", s.addr, &tls.Config{InsecureSkipVerify: true})
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "GET /tiles/1 HTTP/1.1\r\nHost: tiles\r\n")
	conn.SetReadDeadline(time.Now().Add(8 * time.Second))
	if _, err := io.ReadAll(conn); errors.Is(err, os.ErrDeadlineExceeded) {
		t.Error("the connection is still open")
	}
}
