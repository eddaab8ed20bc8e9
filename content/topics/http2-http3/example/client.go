package main

import (
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net/http"

	h3 "github.com/quic-go/quic-go/http3"
)

const (
	http1 = "HTTP/1.1"
	http2 = "HTTP/2.0"
	http3 = "HTTP/3.0"
)

// #region client

// client speaks one version, over at most that many connections.
func client(version string, connections int) (*http.Client, func()) {
	insecure := &tls.Config{InsecureSkipVerify: true} // self-signed, on loopback
	if version == http3 {
		transport := &h3.Transport{TLSClientConfig: insecure}
		return &http.Client{Transport: transport}, func() { transport.Close() }
	}
	protocols := new(http.Protocols)
	protocols.SetHTTP1(version == http1)
	protocols.SetHTTP2(version == http2)
	transport := &http.Transport{
		TLSClientConfig: insecure,
		Protocols:       protocols,
		MaxConnsPerHost: connections,
	}
	return &http.Client{Transport: transport}, transport.CloseIdleConnections
}

// #endregion client

// get loads one tile and returns the response with its body as text.
func get(ctx context.Context, c *http.Client, addr string, n int) (string, error) {
	url := fmt.Sprintf("https://%s/tiles/%d", addr, n)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	res, err := c.Do(req)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	return string(body), err
}
