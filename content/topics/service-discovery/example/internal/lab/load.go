package lab

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"example.com/tables"
	"google.golang.org/grpc"
	health "google.golang.org/grpc/health/grpc_health_v1"
)

// Load sends 100 calls a second for a while, and counts those that fail.
func Load(conn *grpc.ClientConn, duration, timeout time.Duration, attempts int) (sent, failed int) {
	var wrong atomic.Int64
	var calls sync.WaitGroup
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(duration); time.Now().Before(end); sent++ {
		<-tick.C
		calls.Go(func() {
			if Call(conn, timeout, attempts) != nil {
				wrong.Add(1)
			}
		})
	}
	calls.Wait()
	return sent, int(wrong.Load())
}

// Call makes one call with one or two attempts.
func Call(conn *grpc.ClientConn, timeout time.Duration, attempts int) error {
	client := health.NewHealthClient(conn)
	call := func(ctx context.Context) error {
		_, err := client.Check(ctx, &health.HealthCheckRequest{})
		return err
	}
	if attempts == 2 {
		return tables.Twice(context.Background(), timeout, call)
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	return call(ctx)
}
