package records

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

func open(t *testing.T) Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "shop.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		pool, _ := s.db.DB()
		_ = pool.Close()
	})
	return s
}

// openBusy has eight connections and slow reads, so a check in Go overlaps
// with others. On a single connection, each transaction waits for its turn.
func openBusy(t *testing.T) Store {
	t.Helper()
	s := open(t)
	pool, err := s.db.DB()
	if err != nil {
		t.Fatal(err)
	}
	pool.SetMaxOpenConns(8)
	slow := func(*gorm.DB) { time.Sleep(time.Millisecond) }
	if err := s.db.Callback().Query().After("gorm:query").Register("slow", slow); err != nil {
		t.Fatal(err)
	}
	return s
}

// add creates an artist and a record.
func add(t *testing.T, s Store, number string, inStock int) Record {
	t.Helper()
	artist, err := s.AddArtist(t.Context(), "John Coltrane")
	if err != nil {
		t.Fatal(err)
	}
	record := Record{ArtistID: artist.ID, Number: number, Title: "Blue Train", Cents: 2500, InStock: inStock}
	if err := s.Add(t.Context(), &record); err != nil {
		t.Fatal(err)
	}
	return record
}

func want(t *testing.T, err, wanted error) {
	t.Helper()
	if !errors.Is(err, wanted) {
		t.Errorf("error %v, want %v", err, wanted)
	}
}

func TestAPriceCanBeZero(t *testing.T) {
	s := open(t)
	record := add(t, s, "BLP 1577", 5)
	want(t, s.SetPrice(t.Context(), record.ID, 0), nil)
	found, err := s.ByNumber(t.Context(), "BLP 1577")
	if err != nil || found.Cents != 0 || found.InStock != 5 {
		t.Errorf("%+v, %v", found, err)
	}
	want(t, s.SetPrice(t.Context(), 99, 100), ErrNotFound)
	_, err = s.ByNumber(t.Context(), "x")
	want(t, err, ErrNotFound)
}

// #region parallel
func TestFiveCopiesCanBeSoldFiveTimes(t *testing.T) {
	s := openBusy(t) // eight connections, slow reads
	record := add(t, s, "BLP 1577", 5)
	var sold, refused atomic.Int32
	var wg sync.WaitGroup
	for n := range 200 {
		wg.Go(func() {
			switch err := s.Sell(t.Context(), record.ID, fmt.Sprint("buyer ", n)); {
			case err == nil:
				sold.Add(1)
			case errors.Is(err, ErrSoldOut):
				refused.Add(1)
			default:
				t.Error(err)
			}
		})
	}
	wg.Wait()
	sales, err := gorm.G[Sale](s.db).Count(t.Context(), "*")
	if err != nil || sold.Load() != 5 || refused.Load() != 195 || sales != 5 {
		t.Errorf("sold %d, refused %d, sales %d, %v", sold.Load(), refused.Load(), sales, err)
	}
}

// #endregion parallel

func TestASaleThatFailsLeavesTheStock(t *testing.T) {
	s := open(t)
	record := add(t, s, "BLP 1577", 5)
	if err := s.db.Migrator().DropTable(&Sale{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Sell(t.Context(), record.ID, "ada"); err == nil {
		t.Error("no error")
	}
	found, err := s.ByNumber(t.Context(), "BLP 1577")
	if err != nil || found.InStock != 5 {
		t.Errorf("%+v, %v", found, err)
	}
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	want(t, s.Sell(canceled, record.ID, "ada"), context.Canceled)
}

// #region queries
func TestArtistsTakeTwoQueries(t *testing.T) {
	s := open(t)
	for n := range 50 {
		artist, err := s.AddArtist(t.Context(), fmt.Sprintf("Artist %02d", n))
		if err != nil {
			t.Fatal(err)
		}
		for m := range n % 3 {
			record := Record{ArtistID: artist.ID, Number: fmt.Sprint(n, m), Title: fmt.Sprint("Volume ", 2-m)}
			if err := s.Add(t.Context(), &record); err != nil {
				t.Fatal(err)
			}
		}
	}
	queries := 0
	if err := s.db.Callback().Query().After("gorm:query").Register("count", func(*gorm.DB) { queries++ }); err != nil {
		t.Fatal(err)
	}
	artists, err := s.Artists(t.Context())
	if err != nil || queries != 2 || len(artists) != 50 {
		t.Errorf("%d queries, %d artists, %v", queries, len(artists), err)
	}
	if len(artists[0].Records) != 0 || artists[2].Records[0].Title != "Volume 1" {
		t.Errorf("%+v", artists[2])
	}
}

// #endregion queries

func TestRecordsInStock(t *testing.T) {
	s := open(t)
	first := add(t, s, "1", 5)
	add(t, s, "2", 0)
	later := Record{ArtistID: first.ArtistID, Number: "5", Title: "A Love Supreme", InStock: 1}
	want(t, s.Add(t.Context(), &later), nil) // added last, listed first
	other, err := s.AddArtist(t.Context(), "Art Blakey")
	if err != nil {
		t.Fatal(err)
	}
	want(t, s.Add(t.Context(), &Record{ArtistID: other.ID, Number: "3", InStock: 5}), nil)
	records, err := s.InStock(t.Context(), "John Coltrane")
	if err != nil || len(records) != 2 || records[0].Number != "5" {
		t.Errorf("%+v, %v", records, err)
	}
	artists, err := s.Artists(t.Context())
	if err != nil || len(artists) != 2 || artists[0].ID != other.ID {
		t.Errorf("%+v, %v", artists, err)
	}
	if err := s.Add(t.Context(), &Record{ArtistID: 99, Number: "4"}); err == nil {
		t.Error("a record of an unknown artist was accepted")
	}
}

func TestTheLogHasNoValues(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	stderr := os.Stderr
	os.Stderr = file
	s := open(t)
	os.Stderr = stderr
	record := add(t, s, "BLP 1577", 5)
	want(t, s.Add(t.Context(), &Record{ArtistID: record.ArtistID, Number: "BLP 1577"}), ErrNumber)
	text, err := os.ReadFile(file.Name())
	if err != nil || !strings.Contains(string(text), "INSERT") || strings.Contains(string(text), "1577") {
		t.Errorf("%s, %v", text, err)
	}
}

// #region removed
func TestARemovedRecordFreesItsNumber(t *testing.T) {
	s := open(t)
	first := add(t, s, "BLP 1577", 5)
	want(t, s.Add(t.Context(), &Record{ArtistID: first.ArtistID, Number: "BLP 1577"}), ErrNumber)

	want(t, s.Remove(t.Context(), first.ID), nil)
	want(t, s.Remove(t.Context(), first.ID), ErrNotFound)
	_, err := s.ByNumber(t.Context(), "BLP 1577")
	want(t, err, ErrNotFound)

	second := add(t, s, "BLP 1577", 1)
	want(t, s.Restore(t.Context(), first.ID), ErrNumber)
	want(t, s.Remove(t.Context(), second.ID), nil)
	want(t, s.Restore(t.Context(), first.ID), nil)
	want(t, s.Restore(t.Context(), first.ID), ErrNotFound)
}

// #endregion removed

func TestASaleKeepsItsRecord(t *testing.T) {
	s := open(t)
	record := add(t, s, "1", 5)
	want(t, s.Sell(t.Context(), record.ID, "ada"), nil)
	want(t, s.Remove(t.Context(), record.ID), nil)
	sales, err := s.Sales(t.Context())
	if err != nil || len(sales) != 1 || sales[0].Record.Title != "Blue Train" {
		t.Errorf("%+v, %v", sales, err)
	}
	want(t, s.Sell(t.Context(), record.ID, "bob"), ErrSoldOut)
	if text := ErrSoldOut.Error(); !strings.Contains(text, "not in the catalog") {
		t.Error(text)
	}
	var count int64
	s.db.Model(&Sale{}).Joins("JOIN records ON records.id = sales.record_id").Count(&count)
	if count != 1 {
		t.Error("a hand-written join now skips removed records; change the page")
	}
	if err := s.SetPrice(t.Context(), record.ID, -1); err == nil {
		t.Error("a negative price was accepted")
	}
}

func TestWhatThePageWarnsOf(t *testing.T) {
	s := open(t)
	add(t, s, "1", 5)
	add(t, s, "2", 0)

	// #region associations
	t.Run("create also writes associations", func(t *testing.T) {
		var sale Sale
		body := `{"Buyer": "eve", "Record": {"ArtistID": 1, "Number": "free", "InStock": 1000000}}`
		if err := json.Unmarshal([]byte(body), &sale); err != nil {
			t.Fatal(err)
		}
		want(t, gorm.G[Sale](s.db).Create(t.Context(), &sale), nil)
		record, err := s.ByNumber(t.Context(), "free")
		if err != nil || record.InStock != 1000000 {
			t.Errorf("%+v, %v", record, err)
		}

		sale = Sale{RecordID: record.ID, Buyer: "eve", Record: Record{ArtistID: 1, Number: "free 2"}}
		want(t, gorm.G[Sale](s.db).Omit(clause.Associations).Create(t.Context(), &sale), nil)
		_, err = s.ByNumber(t.Context(), "free 2")
		want(t, err, ErrNotFound)
		want(t, s.Remove(t.Context(), record.ID), nil)
	})
	// #endregion associations
	t.Run("joins takes one query", func(t *testing.T) {
		var sales []Sale
		queries := 0
		_ = s.db.Callback().Query().After("gorm:query").Register("count", func(*gorm.DB) { queries++ })
		err := s.db.Joins("Record").Find(&sales).Error
		if err != nil || len(sales) != 2 || queries != 1 {
			t.Error(len(sales), queries, err)
		}
	})
	t.Run("a string as an id is SQL", func(t *testing.T) {
		var records []Record
		s.db.Find(&records, "1 OR 1=1")
		if len(records) != 2 {
			t.Error(len(records))
		}
	})
	// #region reuse
	t.Run("a reused chain keeps its conditions", func(t *testing.T) {
		query := s.db.Model(&Record{}).Where("in_stock > 0")
		var first, second int64
		query.Where("number = ?", "1").Count(&first)
		query.Where("number = ?", "2").Count(&second)
		base := s.db.Model(&Record{}).Where("cents > 0").Session(&gorm.Session{})
		var third, fourth int64
		base.Where("number = ?", "1").Count(&third)
		base.Where("number = ?", "2").Count(&fourth)
		if first != 1 || second != 0 || third != 1 || fourth != 1 {
			t.Error(first, second, third, fourth)
		}
	})
	// #endregion reuse
	t.Run("find with one struct gives no error", func(t *testing.T) {
		var record Record
		if err := s.db.Where("number = ?", "x").Find(&record).Error; err != nil || record.ID != 0 {
			t.Error(err)
		}
	})
	t.Run("a struct as a filter ignores zero", func(t *testing.T) {
		var records []Record
		s.db.Where(&Record{InStock: 0}).Find(&records)
		if len(records) != 2 {
			t.Error(len(records))
		}
	})
	t.Run("no update without a condition", func(t *testing.T) {
		err := s.db.Model(&Record{}).Update("cents", 0).Error
		want(t, err, gorm.ErrMissingWhereClause)
	})
	t.Run("save inserts when its update hits no row", func(t *testing.T) {
		record := Record{ID: 77, ArtistID: 1, Number: "77"}
		err := s.db.Save(&record).Error
		var count int64
		s.db.Model(&Record{}).Where("id = 77").Count(&count)
		if err != nil || count != 1 {
			t.Error(count, err)
		}
	})
}
