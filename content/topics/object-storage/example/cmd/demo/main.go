// Command demo runs the page's examples against a throwaway S3 server.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/radio/archive"
	"example.com/radio/dev"
)

func main() {
	demos := map[string]func(context.Context, *archive.Archive) error{
		"rename": rename, "links": links, "playlist": playlist, "undelete": undelete,
	}
	demo := demos[strings.Join(os.Args[1:], " ")]
	if demo == nil {
		log.Fatal("usage: go run ./cmd/demo rename|links|playlist|undelete")
	}
	ctx := context.Background()
	radio, stop, err := dev.Start(ctx)
	if err != nil {
		log.Fatal(err)
	}
	err = demo(ctx, radio)
	stop()
	if err != nil {
		log.Fatal(err)
	}
}

const show = "shows/9f3c.mp3"

func publish(ctx context.Context, radio *archive.Archive, key string) error {
	return radio.Publish(ctx, key, "audio/mpeg", strings.NewReader("ID3 good morning"))
}

func rename(ctx context.Context, radio *archive.Archive) error {
	for n := range 300 {
		if err := publish(ctx, radio, fmt.Sprintf("2026/shows/%03d.mp3", n)); err != nil {
			return err
		}
	}
	requests, err := radio.Rename(ctx, "2026/", "archive/2026/")
	fmt.Println("300 recordings renamed with", requests, "requests")
	return err
}

// #region links
func links(ctx context.Context, radio *archive.Archive) error {
	if err := publish(ctx, radio, show); err != nil {
		return err
	}
	link, err := radio.Link(ctx, show, 2*time.Second)
	if err != nil {
		return err
	}
	try("the link", http.MethodGet, link)
	try("without its query", http.MethodGet, link[:strings.Index(link, "?")])
	try("another key", http.MethodGet, strings.Replace(link, "9f3c", "0000", 1))
	try("another method", http.MethodDelete, link)
	try("made longer", http.MethodGet, strings.Replace(link, "Expires=2", "Expires=9", 1))
	time.Sleep(3 * time.Second)
	try("3 seconds later", http.MethodGet, link)
	return nil
}

// #endregion links

func try(label, method, url string) {
	request, err := http.NewRequest(method, url, nil)
	if err != nil {
		log.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	text := string(body)
	if _, after, ok := strings.Cut(text, "<Code>"); ok {
		text, _, _ = strings.Cut(after, "</Code>")
	}
	fmt.Printf("%-18s %d %s\n", label, response.StatusCode, text)
}

func playlist(ctx context.Context, radio *archive.Archive) error {
	for _, way := range []struct {
		name string
		add  func(context.Context, string, string) error
	}{
		{"read, then write", radio.AppendUnguarded},
		{"with If-Match", radio.Append},
	} {
		key := "playlists/" + way.name
		var editors sync.WaitGroup
		for n := range 20 {
			editors.Go(func() {
				if err := way.add(ctx, key, fmt.Sprint("title ", n)); err != nil {
					fmt.Println(err)
				}
			})
		}
		editors.Wait()
		titles, _, err := radio.Playlist(ctx, key)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d of 20 titles\n", way.name, len(titles))
	}
	return nil
}

func undelete(ctx context.Context, radio *archive.Archive) error {
	if err := publish(ctx, radio, show); err != nil {
		return err
	}
	link, err := radio.Link(ctx, show, time.Minute)
	if err != nil {
		return err
	}
	try("published", http.MethodGet, link)
	_, err = radio.Client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &radio.Bucket, Key: ptr(show)})
	if err != nil {
		return err
	}
	try("deleted", http.MethodGet, link)
	if err := radio.Undelete(ctx, show); err != nil {
		return err
	}
	try("undeleted", http.MethodGet, link)
	return nil
}

func ptr(text string) *string { return &text }
