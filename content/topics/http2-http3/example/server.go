package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"time"

	h3 "github.com/quic-go/quic-go/http3"
)

// #region handler

// tiles draws map tiles: number 0 takes 300 ms, the others hardly any time.
func tiles() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /tiles/{n}", func(w http.ResponseWriter, r *http.Request) {
		if r.PathValue("n") == "0" {
			select {
			case <-time.After(300 * time.Millisecond):
			case <-r.Context().Done(): // the client canceled: stop the work
				return
			}
		}
		fmt.Fprintf(w, "tile %s over %s", r.PathValue("n"), r.Proto)
	})
	return mux
}

// #endregion handler

type server struct {
	addr string
	stop func(patience time.Duration) error
}

// #region serve

// serve offers the handler over TCP (HTTP/1.1 and 2) and UDP (HTTP/3).
func serve(handler http.Handler) (*server, error) {
	config, err := certificate()
	if err != nil {
		return nil, err
	}
	tcp, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	addr := tcp.Addr().String()
	udp, err := net.ListenPacket("udp", addr) // the same port, for UDP
	if err != nil {
		return nil, errors.Join(err, tcp.Close())
	}

	overUDP := &h3.Server{Handler: handler, TLSConfig: h3.ConfigureTLSConfig(config.Clone())}
	overTCP := &http.Server{
		TLSConfig:         config,
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       2 * time.Minute,
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			overUDP.SetQUICHeaders(w.Header()) // Alt-Svc: h3=":443"; ma=2592000
			handler.ServeHTTP(w, r)
		}),
	}
	go overUDP.Serve(udp)
	go overTCP.ServeTLS(tcp, "", "")

	stop := func(patience time.Duration) error {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		limit := time.After(patience + 500*time.Millisecond)
		errs := make(chan error, 2)
		go func() { errs <- errors.Join(overTCP.Shutdown(ctx), overTCP.Close()) }()
		go func() { errs <- overUDP.Shutdown(ctx) }() // closes, then waits for handlers
		err := <-errs
		select {
		case second := <-errs:
			err = errors.Join(err, second)
		case <-limit:
			err = errors.Join(err, errors.New("a handler ignores its context"))
		}
		return errors.Join(err, udp.Close())
	}
	return &server{addr, stop}, nil
}

// #endregion serve

// certificate makes one for 127.0.0.1 that only this program's clients accept.
func certificate() (*tls.Config, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1),
		NotAfter:     time.Now().Add(24 * time.Hour),
		IPAddresses:  []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}, nil
}
