// Package dev runs a throwaway S3 server: Versity S3 Gateway, which keeps
// objects as files in a temporary folder.
package dev

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"

	"example.com/radio/archive"
)

const gateway = "github.com/versity/versitygw/cmd/versitygw@v1.8.0"

// Start installs the server, which takes minutes the first time, runs it, and
// creates a bucket with versioning. The function that it returns ends it.
func Start(ctx context.Context) (*archive.Archive, func(), error) {
	folder, err := os.MkdirTemp("", "radio-")
	if err != nil {
		return nil, nil, err
	}
	stop := func() { os.RemoveAll(folder) }
	install := exec.Command("go", "install", gateway)
	install.Dir = folder // outside of this module, and of its go.mod
	install.Env = append(os.Environ(), "GOBIN="+folder)
	if output, err := install.CombinedOutput(); err != nil {
		stop()
		return nil, nil, fmt.Errorf("%w: %s", err, output)
	}
	objects, versions := filepath.Join(folder, "objects"), filepath.Join(folder, "old")
	if err := os.MkdirAll(objects, 0o755); err != nil {
		return nil, stop, err
	}
	if err := os.MkdirAll(versions, 0o755); err != nil {
		return nil, stop, err
	}
	address, err := freeAddress()
	if err != nil {
		return nil, stop, err
	}
	server := exec.Command(filepath.Join(folder, "versitygw"), "--quiet", "--port", address,
		"posix", "--versioning-dir", versions, objects)
	server.Env = append(os.Environ(), "ROOT_ACCESS_KEY=app", "ROOT_SECRET_KEY=secret")
	if err := server.Start(); err != nil {
		stop()
		return nil, nil, err
	}
	stop = func() {
		server.Process.Kill()
		server.Wait()
		os.RemoveAll(folder)
	}
	radio := archive.New("http://"+address, "app", "secret", "radio")
	if err := createBucket(ctx, radio); err != nil {
		stop()
		return nil, nil, err
	}
	return radio, stop, nil
}

func createBucket(ctx context.Context, radio *archive.Archive) error {
	var err error
	for range 100 { // until the server listens
		_, err = radio.Client.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: &radio.Bucket})
		if err == nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if err != nil {
		return err
	}
	_, err = radio.Client.PutBucketVersioning(ctx, &s3.PutBucketVersioningInput{
		Bucket: &radio.Bucket,
		VersioningConfiguration: &types.VersioningConfiguration{
			Status: types.BucketVersioningStatusEnabled,
		},
	})
	return err
}

func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	return listener.Addr().String(), nil
}
