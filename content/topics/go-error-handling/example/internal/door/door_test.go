package door

import (
	"bufio"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"
)

// controller accepts one connection, expects a line that opens door 3, sends the reply and hangs up.
func controller(t *testing.T, reply string) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		if line, err := bufio.NewReader(conn).ReadString('\n'); line != "OPEN 3\n" {
			t.Errorf("controller got %q, %v", line, err)
		}
		io.WriteString(conn, reply)
	}()
	return listener.Addr().String()
}

func TestOpen(t *testing.T) {
	if err := Open(controller(t, "OK\n"), 3); err != nil {
		t.Error(err)
	}
	tests := map[string]struct {
		reply string
		is    error
		text  string
	}{
		"jammed":       {"JAMMED\n", ErrJammed, "door 3: jammed"},
		"hangs up":     {"", ErrUnreachable, "door 3: controller unreachable: EOF"},
		"half a reply": {"OK", ErrUnreachable, "door 3: controller unreachable: EOF"},
		"too long":     {strings.Repeat("x", 1<<20) + "\n", ErrUnreachable, ""},
		"unknown":      {"ok\n", nil, `door 3: unknown reply "ok\n"`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			err := Open(controller(t, tt.reply), 3)
			if broken, ok := errors.AsType[*Error](err); !ok || broken.Door != 3 {
				t.Fatalf("error %v doesn't name door 3", err)
			}
			for _, sentinel := range []error{ErrUnreachable, ErrJammed} {
				if got := errors.Is(err, sentinel); got != (sentinel == tt.is) {
					t.Errorf("errors.Is(%v, %v) is %t", err, sentinel, got)
				}
			}
			if tt.text != "" && err.Error() != tt.text {
				t.Errorf("text %q, want %q", err, tt.text)
			}
			if errors.Is(err, io.EOF) {
				t.Error("callers can see that it was io.EOF")
			}
		})
	}
}

func TestNoController(t *testing.T) {
	if err := Open("127.0.0.1:1", 3); !errors.Is(err, ErrUnreachable) {
		t.Errorf("error %v", err)
	}
}

func TestControllerThatNeverReplies(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	opened := make(chan error, 1)
	go func() { opened <- Open(listener.Addr().String(), 3) }()
	select {
	case err := <-opened:
		if !errors.Is(err, ErrUnreachable) {
			t.Errorf("error %v", err)
		}
	case <-time.After(2 * timeout):
		t.Error("still waiting for the controller")
	}
}
