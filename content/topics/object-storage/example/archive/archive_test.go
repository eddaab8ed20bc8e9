package archive_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/radio/archive"
	"example.com/radio/dev"
)

var radio *archive.Archive

func TestMain(m *testing.M) {
	var stop func()
	var err error
	radio, stop, err = dev.Start(context.Background())
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	code := m.Run()
	stop()
	os.Exit(code)
}

func publish(t *testing.T, key string) {
	t.Helper()
	err := radio.Publish(t.Context(), key, "audio/mpeg", strings.NewReader("good morning"))
	if err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, link string) (int, string) {
	t.Helper()
	response, err := http.Get(link)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	disposition := response.Header.Get("Content-Disposition")
	if response.StatusCode == 200 && disposition != "attachment" {
		t.Errorf("a browser would show the object: %q", disposition)
	}
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

func TestOnlyOneOfManyPublishersTakesAKey(t *testing.T) {
	var group sync.WaitGroup
	results := make(chan error, 20)
	for n := range 20 {
		group.Go(func() {
			body := strings.NewReader(fmt.Sprint("recording ", n))
			results <- radio.Publish(t.Context(), "shows/one.mp3", "audio/mpeg", body)
		})
	}
	group.Wait()
	close(results)
	published := 0
	for err := range results {
		switch {
		case err == nil:
			published++
		case !errors.Is(err, archive.ErrExists):
			t.Error(err)
		}
	}
	if published != 1 {
		t.Errorf("%d published", published)
	}
}

func TestAConflictDoesNotMeanThatTheKeyIsTaken(t *testing.T) {
	store := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusConflict)
		fmt.Fprint(w, "<Error><Code>ConditionalRequestConflict</Code></Error>")
	}))
	defer store.Close()
	busy := archive.New(store.URL, "key", "secret", "radio")
	err := busy.Publish(t.Context(), "shows/one.mp3", "audio/mpeg", strings.NewReader("x"))
	if err == nil || errors.Is(err, archive.ErrExists) {
		t.Error(err)
	}
}

func TestALinkOpensOneKeyForAWhile(t *testing.T) {
	publish(t, "shows/ä b+c.mp3")
	publish(t, "shows/other.mp3")
	link, err := radio.Link(t.Context(), "shows/ä b+c.mp3", time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if status, body := get(t, link); status != 200 || body != "good morning" {
		t.Errorf("%d %s", status, body)
	}
	other := strings.Replace(link, "%C3%A4%20b%2Bc", "other", 1)
	if other == link {
		t.Fatal(link)
	}
	if status, _ := get(t, other); status != 403 {
		t.Errorf("other key: %d", status)
	}
	time.Sleep(2 * time.Second)
	if status, _ := get(t, link); status != 403 {
		t.Errorf("expired: %d", status)
	}
}

func editors(t *testing.T, key string, add func(context.Context, string, string) error) int {
	t.Helper()
	var group sync.WaitGroup
	for n := range 20 {
		group.Go(func() {
			if err := add(t.Context(), key, fmt.Sprint("title ", n)); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	titles, _, err := radio.Playlist(t.Context(), key)
	if err != nil {
		t.Fatal(err)
	}
	return len(titles)
}

func TestUnguardedEditorsLoseTitles(t *testing.T) {
	if titles := editors(t, "playlists/unguarded", radio.AppendUnguarded); titles == 20 {
		t.Error("nothing was lost")
	}
}

func TestGuardedEditorsKeepAllTitles(t *testing.T) {
	if titles := editors(t, "playlists/guarded", radio.Append); titles != 20 {
		t.Errorf("%d titles", titles)
	}
}

// loseFirstResponse lets the first PUT succeed and loses its response, as a
// broken connection would.
type loseFirstResponse struct{ lost bool }

func (l *loseFirstResponse) Do(request *http.Request) (*http.Response, error) {
	response, err := http.DefaultClient.Do(request)
	if err == nil && request.Method == http.MethodPut && !l.lost {
		l.lost = true
		response.Body.Close()
		return nil, io.ErrUnexpectedEOF
	}
	return response, err
}

func TestATitleIsAddedOnceWhenTheResponseIsLost(t *testing.T) {
	broken := &loseFirstResponse{}
	options := radio.Client.Options()
	options.HTTPClient = broken
	unlucky := &archive.Archive{Client: s3.New(options), Bucket: radio.Bucket}
	if err := unlucky.Append(t.Context(), "playlists/lost", "Squid"); err != nil {
		t.Fatal(err)
	}
	titles, _, err := radio.Playlist(t.Context(), "playlists/lost")
	if err != nil || len(titles) != 1 || !broken.lost {
		t.Error(titles, err, broken.lost)
	}
}

// collideOnce responds to the first PUT as S3 may do when two writers collide.
type collideOnce struct {
	status int
	code   string
	done   bool
}

func (c *collideOnce) Do(request *http.Request) (*http.Response, error) {
	if request.Method != http.MethodPut || c.done {
		return http.DefaultClient.Do(request)
	}
	c.done = true
	body := "<Error><Code>" + c.code + "</Code></Error>"
	return &http.Response{
		StatusCode: c.status,
		Header:     http.Header{},
		Body:       io.NopCloser(strings.NewReader(body)),
	}, nil
}

func TestAppendTriesAgainAfterEachKindOfCollision(t *testing.T) {
	for code, status := range map[string]int{
		"PreconditionFailed": 412, "ConditionalRequestConflict": 409, "NoSuchKey": 404,
	} {
		options := radio.Client.Options()
		options.HTTPClient = &collideOnce{status: status, code: code}
		options.RetryMaxAttempts = 1
		busy := &archive.Archive{Client: s3.New(options), Bucket: radio.Bucket}
		if err := busy.Append(t.Context(), "playlists/"+code, "Squid"); err != nil {
			t.Errorf("%s: %v", code, err)
		}
	}
}

func remove(t *testing.T, key string) {
	t.Helper()
	_, err := radio.Client.DeleteObject(t.Context(), &s3.DeleteObjectInput{Bucket: &radio.Bucket, Key: &key})
	if err != nil {
		t.Fatal(err)
	}
}

func TestADeletedShowComesBack(t *testing.T) {
	key := "shows/back.mp3"
	publish(t, key)
	publish(t, key+".old")
	publish(t, key+".other")
	remove(t, key+".old")
	remove(t, key)
	remove(t, key) // repeated, after a lost response
	for range 2 {
		if err := radio.Undelete(t.Context(), key); err != nil {
			t.Fatal(err)
		}
		_, err := radio.Client.HeadObject(t.Context(), &s3.HeadObjectInput{Bucket: &radio.Bucket, Key: &key})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestWhatNeverExistedDoesNotComeBack(t *testing.T) {
	key := "shows/never.mp3"
	publish(t, key+".old")
	remove(t, key+".old")
	for range 2 {
		if err := radio.Undelete(t.Context(), key); err == nil {
			t.Error("nothing to undelete")
		}
		remove(t, key)
	}
}

func TestRenamingMovesEveryObject(t *testing.T) {
	for n := range 5 {
		publish(t, fmt.Sprintf("old/ä %d+.mp3", n))
	}
	publish(t, "older.mp3")
	requests, err := radio.Rename(t.Context(), "old/", "new/")
	if err != nil || requests != 11 {
		t.Error(requests, err)
	}
	page, err := radio.Client.ListObjectsV2(t.Context(), &s3.ListObjectsV2Input{
		Bucket: &radio.Bucket, Prefix: aws.String("new/"),
	})
	if err != nil || len(page.Contents) != 5 {
		t.Error(len(page.Contents), err)
	}
	page, err = radio.Client.ListObjectsV2(t.Context(), &s3.ListObjectsV2Input{
		Bucket: &radio.Bucket, Prefix: aws.String("old"),
	})
	if err != nil || len(page.Contents) != 1 {
		t.Error("old keys are left:", len(page.Contents), err)
	}
	object, err := radio.Client.HeadObject(t.Context(), &s3.HeadObjectInput{
		Bucket: &radio.Bucket, Key: aws.String("new/ä 3+.mp3"),
	})
	if err != nil || *object.ContentType != "audio/mpeg" {
		t.Error(object, err)
	}
}

func TestRenameRefusesPrefixesThatOverlap(t *testing.T) {
	key := "same/1.mp3"
	if err := radio.Publish(t.Context(), key, "audio/mpeg", strings.NewReader("ID3")); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{"same/", "same/old/", "s", ""} {
		if _, err := radio.Rename(t.Context(), "same/", to); err == nil {
			t.Errorf("renamed to %s", to)
		}
	}
	_, err := radio.Client.HeadObject(t.Context(), &s3.HeadObjectInput{Bucket: &radio.Bucket, Key: &key})
	if err != nil {
		t.Error("the object is gone:", err)
	}
}
