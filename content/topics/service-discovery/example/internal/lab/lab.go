// Package lab starts etcd and instances of a service in this process, and breaks them.
package lab

import (
	"context"
	"net"
	"net/url"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"example.com/tables"
	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/server/v3/embed"
	"go.uber.org/zap"
	"google.golang.org/grpc"
	health "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
)

// Registry is an etcd server that can be stopped and started again.
type Registry struct {
	config *embed.Config
	server *embed.Etcd
	Client *clientv3.Client
}

func freeURL() url.URL {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	defer listener.Close()
	return url.URL{Scheme: "http", Host: listener.Addr().String()}
}

func StartRegistry() *Registry {
	config := embed.NewConfig()
	dir, err := os.MkdirTemp("", "tables")
	check(err)
	client, peer := freeURL(), freeURL()
	config.Dir = dir
	config.LogLevel = "fatal"
	config.ListenClientUrls, config.AdvertiseClientUrls = []url.URL{client}, []url.URL{client}
	config.ListenPeerUrls, config.AdvertisePeerUrls = []url.URL{peer}, []url.URL{peer}
	config.InitialCluster = config.InitialClusterFromName(config.Name)
	r := &Registry{config: config}
	r.Start()
	r.Client, err = clientv3.New(clientv3.Config{Endpoints: []string{client.String()}, Logger: zap.NewNop()})
	check(err)
	return r
}

func (r *Registry) Start() {
	var err error
	r.server, err = embed.StartEtcd(r.config)
	check(err)
	<-r.server.Server.ReadyNotify()
}

// Stop stops etcd; its data stays.
func (r *Registry) Stop() { r.server.Close() }

func (r *Registry) Close() {
	r.Client.Close()
	r.Stop()
	os.RemoveAll(r.config.Dir)
}

// Table is one instance. Its service is gRPC's own health service, to do without generated code.
type Table struct {
	health.UnimplementedHealthServer
	Addr    string
	grpc    *grpc.Server
	frozen  atomic.Bool
	cancel  context.CancelFunc
	removed sync.WaitGroup
	calls   atomic.Int64
	extra   atomic.Int64
}

func StartTable(etcd *clientv3.Client, lease time.Duration) *Table {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	t := &Table{Addr: listener.Addr().String(), grpc: grpc.NewServer()}
	health.RegisterHealthServer(t.grpc, t)
	go t.grpc.Serve(listener)
	ctx, cancel := context.WithCancel(context.Background())
	t.cancel = cancel
	i := tables.Instance{Service: "tables", Addr: t.Addr, Lease: lease, Healthy: t.work}
	t.removed.Go(func() { i.Register(ctx, etcd) })
	return t
}

func (t *Table) work(ctx context.Context) error {
	if t.frozen.Load() {
		<-ctx.Done()
	}
	return ctx.Err()
}

// Check takes 20 ms and says which instance responded.
func (t *Table) Check(ctx context.Context, _ *health.HealthCheckRequest) (*health.HealthCheckResponse, error) {
	t.calls.Add(1)
	if err := t.work(ctx); err != nil {
		return nil, err
	}
	time.Sleep(20*time.Millisecond + time.Duration(t.extra.Load()))
	grpc.SetHeader(ctx, metadata.Pairs("instance", t.Addr))
	return &health.HealthCheckResponse{Status: health.HealthCheckResponse_SERVING}, nil
}

// #region leave

// Leave removes the instance from the list, keeps serving for a while, and finishes open calls.
func (t *Table) Leave(wait time.Duration) {
	t.cancel()
	t.removed.Wait()
	time.Sleep(wait) // clients still have the old list
	limit := time.AfterFunc(2*time.Second, t.grpc.Stop)
	defer limit.Stop()
	t.grpc.GracefulStop()
}

// #endregion leave

// Freeze makes the instance accept calls without responding.
func (t *Table) Freeze() { t.frozen.Store(true) }

// Slow makes each call take longer.
func (t *Table) Slow(extra time.Duration) { t.extra.Store(int64(extra)) }

func (t *Table) Thaw() { t.frozen.Store(false) }

// Calls returns how many calls have arrived.
func (t *Table) Calls() int64 { return t.calls.Load() }

// Kill stops serving without a goodbye: the list keeps the instance until its lease ends.
func (t *Table) Kill() {
	t.frozen.Store(true)
	t.grpc.Stop()
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
