package records

import (
	"context"
	"errors"
	"log"
	"os"
	"time"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/logger"
)

var (
	ErrNotFound = errors.New("there is no such record")
	ErrSoldOut  = errors.New("the record is sold out or not in the catalog")
	ErrNumber   = errors.New("the catalog number is taken")
)

type Store struct{ db *gorm.DB }

// #region open
func Open(path string) (Store, error) {
	db, err := gorm.Open(sqlite.Open(path+"?_foreign_keys=on&_busy_timeout=5000"), &gorm.Config{
		TranslateError: true, // errors such as gorm.ErrDuplicatedKey, for every database
		Logger: logger.New(log.New(os.Stderr, "", log.LstdFlags), logger.Config{
			SlowThreshold:             200 * time.Millisecond,
			LogLevel:                  logger.Warn,
			IgnoreRecordNotFoundError: true,
			ParameterizedQueries:      true, // no values in the log
		}),
	})
	if err != nil {
		return Store{}, err
	}
	pool, err := db.DB() // the *sql.DB underneath
	if err != nil {
		return Store{}, err
	}
	pool.SetMaxOpenConns(1) // SQLite has one writer; for PostgreSQL, see the page on database access
	// For this page only; see "Migrations in production".
	return Store{db}, db.AutoMigrate(&Artist{}, &Record{}, &Sale{})
}

// #endregion open

// #region add
func (s Store) Add(ctx context.Context, record *Record) error {
	err := gorm.G[Record](s.db).Create(ctx, record)
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return ErrNumber
	}
	return err
}

func (s Store) ByNumber(ctx context.Context, number string) (Record, error) {
	record, err := gorm.G[Record](s.db).Where("number = ?", number).Take(ctx)
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Record{}, ErrNotFound
	}
	return record, err
}

// #endregion add

// #region price
func (s Store) SetPrice(ctx context.Context, id uint, cents int) error {
	rows, err := gorm.G[Record](s.db).Where("id = ?", id).Update(ctx, "cents", cents)
	if err == nil && rows == 0 {
		return ErrNotFound
	}
	return err
}

// #endregion price

// #region sell
// Sell takes one copy out of stock and writes the sale, or does neither.
func (s Store) Sell(ctx context.Context, id uint, buyer string) error {
	return s.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		rows, err := gorm.G[Record](tx).
			Where("id = ? AND in_stock > 0", id).
			Update(ctx, "in_stock", gorm.Expr("in_stock - 1"))
		if err != nil {
			return err
		}
		if rows == 0 {
			return ErrSoldOut
		}
		return gorm.G[Sale](tx).Create(ctx, &Sale{RecordID: id, Buyer: buyer})
	})
}

// #endregion sell

// #region artists
// Artists returns all artists with their records, in two queries.
func (s Store) Artists(ctx context.Context) ([]Artist, error) {
	return gorm.G[Artist](s.db).
		Preload("Records", func(records gorm.PreloadBuilder) error {
			records.Order("title")
			return nil
		}).
		Order("name").
		Find(ctx)
}

// #endregion artists

// #region joins
// InStock returns the records of an artist that can be bought.
func (s Store) InStock(ctx context.Context, artist string) ([]Record, error) {
	return gorm.G[Record](s.db).
		Where("in_stock > 0").
		Where("artist_id = (?)", s.db.Model(&Artist{}).Select("id").Where("name = ?", artist)).
		Order("title").
		Find(ctx)
}

// #endregion joins

// #region delete
// Remove takes a record out of the catalog. Its sales keep pointing to it.
func (s Store) Remove(ctx context.Context, id uint) error {
	rows, err := gorm.G[Record](s.db).Where("id = ?", id).Delete(ctx)
	if err == nil && rows == 0 {
		return ErrNotFound
	}
	return err
}

// Restore puts a removed record back.
func (s Store) Restore(ctx context.Context, id uint) error {
	result := s.db.WithContext(ctx).Unscoped().
		Model(&Record{}).
		Where("id = ? AND deleted_at IS NOT NULL", id).
		Update("deleted_at", nil)
	if errors.Is(result.Error, gorm.ErrDuplicatedKey) {
		return ErrNumber
	}
	if result.Error == nil && result.RowsAffected == 0 {
		return ErrNotFound
	}
	return result.Error
}

// #endregion delete

// #region sales
// Sales returns all sales with their records, removed ones included.
func (s Store) Sales(ctx context.Context) ([]Sale, error) {
	var sales []Sale
	err := s.db.WithContext(ctx).
		Preload("Record", func(db *gorm.DB) *gorm.DB { return db.Unscoped() }).
		Order("id").
		Find(&sales).Error
	return sales, err
}

// #endregion sales

// #region upsert
// AddArtist returns the artist of this name, and creates it if there is none.
func (s Store) AddArtist(ctx context.Context, name string) (Artist, error) {
	artist := Artist{Name: name}
	nothing := clause.OnConflict{DoNothing: true}
	if err := gorm.G[Artist](s.db, nothing).Create(ctx, &artist); err != nil {
		return Artist{}, err
	}
	return gorm.G[Artist](s.db).Where("name = ?", name).Take(ctx)
}

// #endregion upsert
