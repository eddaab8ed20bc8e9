// Package door talks to the controller that opens the doors.
package door

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"time"
)

// #region errors
var (
	// ErrUnreachable says that no reply came. The door may have opened.
	ErrUnreachable = errors.New("controller unreachable")
	// ErrJammed says that the door was told to open, and didn't.
	ErrJammed = errors.New("jammed")
)

// Error names the door that the call was about, and the cause.
type Error struct {
	Door int
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("door %d: %v", e.Door, e.Err) }

func (e *Error) Unwrap() error { return e.Err }

// #endregion errors

// #region open

// Open asks a controller to open a door. Its errors are of type *Error.
func Open(controller string, door int) error {
	reply, err := ask(controller, fmt.Sprintf("OPEN %d\n", door))
	if err != nil {
		return &Error{door, fmt.Errorf("%w: %v", ErrUnreachable, err)}
	}
	switch reply {
	case "OK\n":
		return nil
	case "JAMMED\n":
		return &Error{door, ErrJammed}
	default:
		return &Error{door, fmt.Errorf("unknown reply %q", reply)}
	}
}

// #endregion open

const timeout = 2 * time.Second

func ask(controller, command string) (string, error) {
	conn, err := net.DialTimeout("tcp", controller, timeout)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(timeout))
	if _, err := io.WriteString(conn, command); err != nil {
		return "", err
	}
	return bufio.NewReader(io.LimitReader(conn, 64)).ReadString('\n')
}
