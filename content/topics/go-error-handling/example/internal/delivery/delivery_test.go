package delivery

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"example.com/locker/internal/door"
)

// #region test
func TestDeliverKeepsTheCause(t *testing.T) {
	err := Deliver("../../parcels.json", "127.0.0.1:1", "9")
	if !errors.Is(err, door.ErrUnreachable) {
		t.Errorf("error %v isn't ErrUnreachable", err)
	}
	if broken, ok := errors.AsType[*door.Error](err); !ok || broken.Door != 3 {
		t.Errorf("error %v doesn't name door 3", err)
	}
}

// #endregion test

func TestDeliverRefuses(t *testing.T) {
	if err := Deliver("../../parcels.json", "127.0.0.1:1", "11"); !errors.Is(err, ErrNoParcel) {
		t.Errorf("unknown parcel: %v", err)
	}
	if err := Deliver("missing.json", "127.0.0.1:1", "9"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
	err := Deliver("../../empty.json", "127.0.0.1:1", "9")
	if err == nil || err.Error() != "load parcels: ../../empty.json: unexpected end of JSON input" {
		t.Errorf("empty file: %v", err)
	}
}

type file struct{ write, close error }

func (f file) Write(p []byte) (int, error) { return len(p), f.write }

func (f file) Close() error { return f.close }

func TestSaveReportsBothErrors(t *testing.T) {
	full, late := errors.New("disk full"), errors.New("late failure")
	for _, f := range []file{{}, {write: full}, {close: late}, {full, late}} {
		err := save(f, "parcel 9")
		if errors.Is(err, full) != (f.write != nil) || errors.Is(err, late) != (f.close != nil) {
			t.Errorf("save(%v) = %v", f, err)
		}
		if (err == nil) != (f == file{}) {
			t.Errorf("save(%v) = %v", f, err)
		}
	}
}

func TestSaveReceipt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "9.txt")
	for _, text := range []string{"an older and longer receipt", "parcel 9"} {
		if err := SaveReceipt(path, text); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "parcel 9" {
		t.Errorf("file has %q, %v", data, err)
	}
	if err := SaveReceipt(filepath.Join(path, "9.txt"), "parcel 9"); err == nil {
		t.Error("a file was taken for a folder")
	}
}
