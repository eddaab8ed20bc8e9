package tables_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"example.com/tables"
	"example.com/tables/internal/lab"
	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/naming/endpoints"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
)

const (
	lease   = 3 * time.Second
	every   = 300 * time.Millisecond
	timeout = 250 * time.Millisecond
)

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.NewTextHandler(io.Discard, nil)))
	os.Exit(m.Run())
}

type system struct {
	registry  *lab.Registry
	instances []*lab.Table
	conn      *grpc.ClientConn
}

func start(t *testing.T) system {
	t.Helper()
	s := system{registry: lab.StartRegistry()}
	t.Cleanup(s.registry.Close)
	for range 3 {
		s.instances = append(s.instances, lab.StartTable(s.registry.Client, lease))
	}
	eventually(t, "three instances are listed", func() bool { return len(listed(t, s.registry.Client)) == 3 })
	s.conn = dial(t, s.registry.Client)
	eventually(t, "all instances get calls", func() bool {
		lab.Call(s.conn, timeout, 1)
		return s.instances[0].Calls() > 0 && s.instances[1].Calls() > 0 && s.instances[2].Calls() > 0
	})
	return s
}

func dial(t *testing.T, etcd *clientv3.Client) *grpc.ClientConn {
	t.Helper()
	conn, err := tables.Dial(etcd, "tables", every)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn
}

func listed(t *testing.T, etcd *clientv3.Client) endpoints.Key2EndpointMap {
	t.Helper()
	manager, err := endpoints.NewManager(etcd, "tables")
	if err != nil {
		t.Fatal(err)
	}
	found, err := manager.List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatal("never: " + what)
}

// during runs an event half a second into a load of five seconds.
func during(s system, attempts int, event func()) (sent, failed int) {
	done := make(chan struct{})
	go func() {
		time.Sleep(500 * time.Millisecond)
		event()
		close(done)
	}()
	sent, failed = lab.Load(s.conn, 5*time.Second, timeout, attempts)
	<-done
	return sent, failed
}

func TestAnInstanceThatLeavesFailsNoCall(t *testing.T) {
	s := start(t)
	if _, failed := during(s, 1, func() { s.instances[0].Leave(2 * every) }); failed > 0 {
		t.Errorf("%d calls failed", failed)
	}
	if len(listed(t, s.registry.Client)) != 2 {
		t.Error("still listed")
	}
}

// direct connects to one instance, as a client with an old list does.
func direct(t *testing.T, instance *lab.Table) *grpc.ClientConn {
	t.Helper()
	conn, err := grpc.NewClient(instance.Addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn
}

func TestALeavingInstanceServesThoseWhoStillHaveTheOldList(t *testing.T) {
	s := start(t)
	go s.instances[0].Leave(time.Second)
	eventually(t, "it's off the list", func() bool { return len(listed(t, s.registry.Client)) == 2 })
	if err := lab.Call(direct(t, s.instances[0]), timeout, 1); err != nil {
		t.Error(err)
	}
}

func TestALeavingInstanceFinishesOpenCalls(t *testing.T) {
	s := start(t)
	s.instances[0].Slow(700 * time.Millisecond)
	before := s.instances[0].Calls()
	outcome := make(chan error)
	go func() { outcome <- lab.Call(direct(t, s.instances[0]), 5*time.Second, 1) }()
	eventually(t, "the call has arrived", func() bool { return s.instances[0].Calls() > before })
	s.instances[0].Leave(0)
	if err := <-outcome; err != nil {
		t.Error(err)
	}
}

func TestACallThatHangsDoesNotKeepAnInstanceFromLeaving(t *testing.T) {
	s := start(t)
	s.instances[0].Freeze()
	before := s.instances[0].Calls()
	go lab.Call(direct(t, s.instances[0]), time.Minute, 1)
	eventually(t, "the call has arrived", func() bool { return s.instances[0].Calls() > before })
	begin := time.Now()
	s.instances[0].Leave(0)
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("leaving took %v", took)
	}
}

func TestAnUnknownNameFailsAtOnce(t *testing.T) {
	registry := lab.StartRegistry()
	t.Cleanup(registry.Close)
	conn, err := tables.Dial(registry.Client, "tabels", every)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	err = lab.Call(conn, 10*time.Second, 1)
	if status.Code(err) != codes.Unavailable || !strings.Contains(err.Error(), "no instance") {
		t.Error(err)
	}
}

func TestACrashedInstanceIsListedUntilItsLeaseEnds(t *testing.T) {
	s := start(t)
	if sent, failed := during(s, 2, s.instances[0].Kill); failed > 0 {
		t.Errorf("%d of %d calls failed in spite of a second attempt", failed, sent)
	}
	eventually(t, "the list is shorter", func() bool { return len(listed(t, s.registry.Client)) == 2 })
}

func TestAFrozenInstanceGetsCallsForAboutLeaseAndInterval(t *testing.T) {
	s := start(t)
	sent, failed := during(s, 1, s.instances[0].Freeze)
	most := int((lease + every + time.Second).Seconds() * 100 / 3)
	if failed < sent/20 || failed > most {
		t.Errorf("%d of %d calls failed; expected some, and at most %d", failed, sent, most)
	}
	if _, later := lab.Load(s.conn, time.Second, timeout, 1); later > 0 {
		t.Errorf("%d calls failed after the lease", later)
	}
	s.instances[0].Thaw()
	eventually(t, "it's back", func() bool { return len(listed(t, s.registry.Client)) == 3 })
	before := s.instances[0].Calls()
	eventually(t, "it gets calls again", func() bool {
		lab.Call(s.conn, timeout, 1)
		return s.instances[0].Calls() > before+3
	})
}

func TestTheRegistryMayStopForLongerThanTheLease(t *testing.T) {
	s := start(t)
	_, failed := during(s, 1, func() {
		s.registry.Stop()
		time.Sleep(lease + time.Second)
		s.registry.Start()
	})
	if failed > 0 {
		t.Errorf("%d calls failed", failed)
	}
	eventually(t, "all are listed", func() bool { return len(listed(t, s.registry.Client)) == 3 })
}

func TestAnEmptyListIsNotBelieved(t *testing.T) {
	registry := lab.StartRegistry()
	t.Cleanup(registry.Close)
	cut, err := clientv3.New(clientv3.Config{Endpoints: registry.Client.Endpoints()})
	if err != nil {
		t.Fatal(err)
	}
	lab.StartTable(cut, lease)
	conn := dial(t, registry.Client)
	eventually(t, "a call works", func() bool { return lab.Call(conn, timeout, 1) == nil })
	cut.Close() // the instance can't renew anymore, but it works
	eventually(t, "the list is empty", func() bool { return len(listed(t, registry.Client)) == 0 })
	if sent, failed := lab.Load(conn, 2*time.Second, timeout, 1); failed > 0 {
		t.Errorf("%d of %d calls failed", failed, sent)
	}
}

func TestALostLeaseIsRegisteredAgain(t *testing.T) {
	s := start(t)
	leases, err := s.registry.Client.Leases(t.Context())
	if err != nil || len(leases.Leases) != 3 {
		t.Fatal(leases, err)
	}
	for _, lost := range leases.Leases {
		s.registry.Client.Revoke(t.Context(), lost.ID)
	}
	eventually(t, "all are listed again", func() bool { return len(listed(t, s.registry.Client)) == 3 })
}

func TestAnInstanceThatIsNotReadyIsNotListed(t *testing.T) {
	registry := lab.StartRegistry()
	t.Cleanup(registry.Close)
	ready := make(chan struct{})
	i := tables.Instance{Service: "tables", Addr: "127.0.0.1:1", Lease: lease, Healthy: func(ctx context.Context) error {
		select {
		case <-ready:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go i.Register(ctx, registry.Client)
	time.Sleep(2 * time.Second)
	if len(listed(t, registry.Client)) != 0 {
		t.Error("listed before it was ready")
	}
	close(ready)
	eventually(t, "listed", func() bool { return len(listed(t, registry.Client)) == 1 })
}

func TestAClientThatStartsWithoutARegistryFailsFastAndRecovers(t *testing.T) {
	s := start(t)
	s.registry.Stop()
	conn := dial(t, s.registry.Client)
	begin := time.Now()
	if err := lab.Call(conn, 10*time.Second, 1); status.Code(err) != codes.Unavailable || time.Since(begin) > 2*time.Second {
		t.Errorf("%v after %v", err, time.Since(begin))
	}
	leaving := time.Now()
	s.instances[0].Leave(0)
	if took := time.Since(leaving); took < 800*time.Millisecond || took > 3*time.Second {
		t.Errorf("leaving took %v", took)
	}
	s.registry.Start()
	eventually(t, "a call works", func() bool { return lab.Call(conn, timeout, 1) == nil })
}

func TestOnlyAMissingResponseIsTriedAgain(t *testing.T) {
	for code, want := range map[codes.Code]int{codes.NotFound: 1, codes.Unavailable: 2, codes.DeadlineExceeded: 2, codes.OK: 1} {
		tried := 0
		err := tables.Twice(t.Context(), timeout, func(context.Context) error { tried++; return status.Error(code, "") })
		if tried != want || status.Code(err) != code {
			t.Errorf("%v: %d attempts, %v", code, tried, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	tried := 0
	tables.Twice(ctx, timeout, func(context.Context) error { tried++; cancel(); return status.Error(codes.Unavailable, "") })
	if tried != 1 {
		t.Error("tried again after the caller gave up")
	}
}

func TestOneMissedRenewalDoesNotEndALease(t *testing.T) {
	registry := lab.StartRegistry()
	t.Cleanup(registry.Close)
	var checks atomic.Int64
	i := tables.Instance{Service: "tables", Addr: "127.0.0.1:1", Lease: lease, Healthy: func(context.Context) error {
		if checks.Add(1) == 2 {
			return errors.New("lost")
		}
		return nil
	}}
	go i.Register(t.Context(), registry.Client)
	eventually(t, "it's listed", func() bool { return len(listed(t, registry.Client)) == 1 })
	for end := time.Now().Add(2 * lease); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if len(listed(t, registry.Client)) != 1 {
			t.Fatal("off the list")
		}
	}
}
