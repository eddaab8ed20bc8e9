// Command zero prints the SQL of four updates, without a database file.
package main

import (
	"fmt"
	"strings"

	records "example.com/records"
	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
)

// #region main
func main() {
	db, err := gorm.Open(sqlite.Open(":memory:"), &gorm.Config{SkipDefaultTransaction: true})
	if err != nil {
		panic(err)
	}
	show := func(update func(tx *gorm.DB) *gorm.DB) {
		sql := db.ToSQL(func(tx *gorm.DB) *gorm.DB {
			return update(tx.Model(&records.Record{}).Where("id = ?", 7).Omit("UpdatedAt"))
		})
		fmt.Println(strings.ReplaceAll(sql, "`", ""))
	}

	sold := records.Record{Title: "Blue Train", InStock: 0}
	show(func(tx *gorm.DB) *gorm.DB { return tx.Updates(sold) })
	show(func(tx *gorm.DB) *gorm.DB { return tx.Select("InStock").Updates(sold) })
	show(func(tx *gorm.DB) *gorm.DB { return tx.Updates(map[string]any{"in_stock": 0}) })
	show(func(tx *gorm.DB) *gorm.DB { return tx.Update("in_stock", 0) })
}

// #endregion main
