// Package records is the catalog of a record shop.
package records

import (
	"time"

	"gorm.io/gorm"
)

// #region models
type Artist struct {
	ID      uint
	Name    string   `gorm:"not null;uniqueIndex"`
	Records []Record // has many, by Record.ArtistID
}

type Record struct {
	ID        uint
	ArtistID  uint   `gorm:"not null"`
	Number    string `gorm:"not null;uniqueIndex:live_number,where:deleted_at IS NULL"`
	Title     string `gorm:"not null"`
	Cents     int    `gorm:"not null;check:cents >= 0"`
	InStock   int    `gorm:"not null;check:in_stock >= 0"`
	CreatedAt time.Time
	UpdatedAt time.Time
	DeletedAt gorm.DeletedAt
}

type Sale struct {
	ID       uint
	RecordID uint `gorm:"not null"`
	Record   Record
	Buyer    string `gorm:"not null"`
}

// #endregion models
