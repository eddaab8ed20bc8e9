// Package tables registers instances of a service in etcd, and finds them.
package tables

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"go.etcd.io/etcd/api/v3/v3rpc/rpctypes"
	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/naming/endpoints"
)

// Instance is one running copy of a service.
type Instance struct {
	Service, Addr string
	Lease         time.Duration // whole seconds
	// Healthy does a small piece of real work.
	Healthy func(context.Context) error
}

// #region register

// Register keeps the instance in the list while it's healthy, and removes it when ctx ends.
func (i Instance) Register(ctx context.Context, etcd *clientv3.Client) {
	entry := entry{Instance: i, etcd: etcd}
	for ctx.Err() == nil {
		step, cancel := context.WithTimeout(ctx, i.Lease/3)
		err := i.Healthy(step)
		if err == nil {
			err = entry.renew(step)
		}
		if err != nil && ctx.Err() == nil {
			slog.Warn("lease not renewed", "service", i.Service, "addr", i.Addr, "error", err)
		}
		<-step.Done() // the rest of the third
		cancel()
	}
	last, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	etcd.Revoke(last, entry.lease)
}

func (e *entry) renew(ctx context.Context) error {
	if e.lease == clientv3.NoLease {
		granted, err := e.etcd.Grant(ctx, int64(e.Lease.Seconds()))
		if err != nil {
			return err
		}
		e.lease, e.listed = granted.ID, false
	} else if _, err := e.etcd.KeepAliveOnce(ctx, e.lease); errors.Is(err, rpctypes.ErrLeaseNotFound) {
		e.lease = clientv3.NoLease // it ended, so register again
		return e.renew(ctx)
	} else if err != nil {
		return err
	}
	if e.listed {
		return nil
	}
	return e.list(ctx)
}

// #endregion register

func (e *entry) list(ctx context.Context) error {
	list, err := endpoints.NewManager(e.etcd, e.Service)
	if err != nil {
		return err
	}
	instance := endpoints.Endpoint{Addr: e.Addr}
	err = list.AddEndpoint(ctx, e.Service+"/"+e.Addr, instance, clientv3.WithLease(e.lease))
	e.listed = err == nil
	return err
}

type entry struct {
	Instance
	etcd   *clientv3.Client
	lease  clientv3.LeaseID
	listed bool
}
