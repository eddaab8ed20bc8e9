// Package worker runs jobs that may panic.
package worker

import (
	"fmt"
	"runtime/debug"
)

// #region safely

// Safely runs a job and returns its panic as an error with the stack.
func Safely(job func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return job()
}

// #endregion safely
