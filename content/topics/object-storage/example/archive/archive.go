// Package archive keeps a radio station's recordings in an S3 bucket.
package archive

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

type Archive struct {
	Client *s3.Client
	Bucket string
}

// #region client
func New(endpoint, accessKey, secret, bucket string) *Archive {
	client := s3.New(s3.Options{
		BaseEndpoint: aws.String(endpoint), // leave it out for Amazon S3
		UsePathStyle: true,                 // the bucket is in the path, not in the host name
		Region:       "us-east-1",
		Credentials:  credentials.NewStaticCredentialsProvider(accessKey, secret, ""),
	})
	return &Archive{Client: client, Bucket: bucket}
}

// #endregion client

// #region publish
var ErrExists = errors.New("the key is taken")

// Publish stores a recording under a key that must be free.
func (a *Archive) Publish(ctx context.Context, key, contentType string, body io.ReadSeeker) error {
	_, err := a.Client.PutObject(ctx, &s3.PutObjectInput{
		Bucket:      &a.Bucket,
		Key:         &key,
		Body:        body,
		ContentType: &contentType,
		IfNoneMatch: aws.String("*"),
	})
	if code(err) == "PreconditionFailed" {
		return ErrExists
	}
	return err
}

// #endregion publish

// code returns the store's code for an error, such as NoSuchKey.
func code(err error) string {
	var apiError smithy.APIError
	if errors.As(err, &apiError) {
		return apiError.ErrorCode()
	}
	return ""
}

// #region link
// Link lets anyone who has it read one object for a while.
func (a *Archive) Link(ctx context.Context, key string, lifetime time.Duration) (string, error) {
	request, err := s3.NewPresignClient(a.Client).PresignGetObject(ctx, &s3.GetObjectInput{
		Bucket:                     &a.Bucket,
		Key:                        &key,
		ResponseContentDisposition: aws.String("attachment"),
	}, s3.WithPresignExpires(lifetime))
	if err != nil {
		return "", err
	}
	return request.URL, nil
}

// #endregion link

// #region unguarded
// AppendUnguarded adds a title to a playlist and loses others' titles.
func (a *Archive) AppendUnguarded(ctx context.Context, key, title string) error {
	titles, _, err := a.Playlist(ctx, key)
	if err != nil {
		return err
	}
	return a.put(ctx, key, append(titles, title), &s3.PutObjectInput{})
}

// #endregion unguarded

// #region append
// Append adds a title to a playlist, and starts again if someone else was faster.
func (a *Archive) Append(ctx context.Context, key, title string) error {
	for attempt := range 30 {
		titles, etag, err := a.Playlist(ctx, key)
		if err != nil || slices.Contains(titles, title) {
			return err // or it's there already: a lost response, for example
		}
		condition := &s3.PutObjectInput{IfMatch: etag}
		if etag == nil {
			condition = &s3.PutObjectInput{IfNoneMatch: aws.String("*")}
		}
		err = a.put(ctx, key, append(titles, title), condition)
		switch code(err) {
		case "PreconditionFailed", "ConditionalRequestConflict", "NoSuchKey":
			select {
			case <-time.After(rand.N(time.Duration(attempt+1) * 20 * time.Millisecond)):
			case <-ctx.Done():
				return ctx.Err()
			}
		default:
			return err
		}
	}
	return fmt.Errorf("%s: too many writers", key)
}

// #endregion append

// Playlist returns no ETag for a playlist that doesn't exist yet.
func (a *Archive) Playlist(ctx context.Context, key string) ([]string, *string, error) {
	object, err := a.Client.GetObject(ctx, &s3.GetObjectInput{Bucket: &a.Bucket, Key: &key})
	if code(err) == "NoSuchKey" {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	defer object.Body.Close()
	var titles []string
	if err := json.NewDecoder(object.Body).Decode(&titles); err != nil {
		return nil, nil, err
	}
	return titles, object.ETag, nil
}

func (a *Archive) put(ctx context.Context, key string, titles []string, input *s3.PutObjectInput) error {
	body, err := json.Marshal(titles)
	if err != nil {
		return err
	}
	input.Bucket, input.Key = &a.Bucket, &key
	input.Body = bytes.NewReader(body)
	input.ContentType = aws.String("application/json")
	_, err = a.Client.PutObject(ctx, input)
	return err
}

// #region undelete
// Undelete removes delete markers until the newest version is current again.
func (a *Archive) Undelete(ctx context.Context, key string) error {
	for {
		list, err := a.Client.ListObjectVersions(ctx, &s3.ListObjectVersionsInput{
			Bucket: &a.Bucket,
			Prefix: &key, // other keys may start with it, but this one comes first
		})
		if err != nil {
			return err
		}
		for _, version := range list.Versions {
			if *version.Key == key && *version.IsLatest {
				return nil
			}
		}
		marker := slices.IndexFunc(list.DeleteMarkers, func(marker types.DeleteMarkerEntry) bool {
			return *marker.Key == key && *marker.IsLatest
		})
		if marker < 0 {
			return fmt.Errorf("%s has no version left", key)
		}
		_, err = a.Client.DeleteObject(ctx, &s3.DeleteObjectInput{
			Bucket: &a.Bucket, Key: &key, VersionId: list.DeleteMarkers[marker].VersionId,
		})
		if err != nil {
			return err
		}
	}
}

// #endregion undelete

// #region rename
// Rename copies each object below a prefix and deletes the old ones.
func (a *Archive) Rename(ctx context.Context, from, to string) (requests int, err error) {
	if strings.HasPrefix(to, from) || strings.HasPrefix(from, to) {
		return 0, fmt.Errorf("%q and %q overlap, so copies could be renamed again", from, to)
	}
	pages := s3.NewListObjectsV2Paginator(a.Client, &s3.ListObjectsV2Input{
		Bucket: &a.Bucket, Prefix: &from,
	})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return requests, err
		}
		requests++
		for _, object := range page.Contents {
			name := strings.ReplaceAll(url.QueryEscape(*object.Key), "+", "%20")
			source := a.Bucket + "/" + name
			_, err := a.Client.CopyObject(ctx, &s3.CopyObjectInput{
				Bucket: &a.Bucket, CopySource: &source,
				Key: aws.String(to + strings.TrimPrefix(*object.Key, from)),
			})
			if err != nil {
				return requests, err
			}
			_, err = a.Client.DeleteObject(ctx, &s3.DeleteObjectInput{
				Bucket: &a.Bucket, Key: object.Key,
			})
			if err != nil {
				return requests, err
			}
			requests += 2
		}
	}
	return requests, nil
}

// #endregion rename
