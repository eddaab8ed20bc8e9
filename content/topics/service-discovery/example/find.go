package tables

import (
	"context"
	"errors"
	"time"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/naming/endpoints"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/resolver"
	"google.golang.org/grpc/status"
)

// #region find

type list struct {
	endpoints.Manager
	cc    resolver.ClientConn
	every time.Duration
}

func (l list) follow(ctx context.Context) {
	known := false
	for ctx.Err() == nil {
		step, cancel := context.WithTimeout(ctx, l.every)
		found, err := l.List(step)
		switch {
		case err != nil && !known:
			l.cc.ReportError(err) // calls fail at once, until there's a list
		case len(found) == 0 && !known:
			l.cc.ReportError(errors.New("no instance is registered under this name"))
		case len(found) > 0: // otherwise, keep the old list
			known = true
			var state resolver.State
			for _, instance := range found {
				address := resolver.Address{Addr: instance.Addr}
				state.Endpoints = append(state.Endpoints, resolver.Endpoint{Addresses: []resolver.Address{address}})
			}
			l.cc.UpdateState(state)
		}
		<-step.Done()
		cancel()
	}
}

// #endregion find

type builder struct {
	etcd  *clientv3.Client
	every time.Duration
}

func (b builder) Scheme() string { return "etcd" }

func (b builder) Build(target resolver.Target, cc resolver.ClientConn, _ resolver.BuildOptions) (resolver.Resolver, error) {
	manager, err := endpoints.NewManager(b.etcd, target.Endpoint())
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	go list{manager, cc, b.every}.follow(ctx)
	return stop(cancel), nil
}

type stop context.CancelFunc

func (stop) ResolveNow(resolver.ResolveNowOptions) {}
func (s stop) Close()                              { s() }

// #region call

// Dial connects to a service by its name. It asks for the list at the interval `every`.
func Dial(etcd *clientv3.Client, service string, every time.Duration) (*grpc.ClientConn, error) {
	return grpc.NewClient("etcd:///"+service,
		grpc.WithResolvers(builder{etcd, every}),
		grpc.WithDefaultServiceConfig(`{"loadBalancingConfig": [{"round_robin": {}}]}`),
		grpc.WithTransportCredentials(insecure.NewCredentials()), // use TLS outside of your machine
	)
}

// Twice makes a second attempt if the first one got no response.
// It's only for calls that may happen twice.
func Twice(ctx context.Context, timeout time.Duration, call func(context.Context) error) error {
	var err error
	for range 2 {
		attempt, cancel := context.WithTimeout(ctx, timeout)
		err = call(attempt)
		cancel()
		code := status.Code(err)
		if ctx.Err() != nil || code != codes.Unavailable && code != codes.DeadlineExceeded {
			break
		}
	}
	return err
}

// #endregion call
