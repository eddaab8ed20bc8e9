package org.example.apiary;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

// region inspection
@Entity
class Inspection {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  private Long id;

  private LocalDate day;
  private int mites;

  @ManyToOne(fetch = FetchType.LAZY)
  private Hive hive; // this side owns the column hive_id

  // endregion inspection

  protected Inspection() {}

  Inspection(Hive hive, LocalDate day, int mites) {
    this.hive = hive;
    this.day = day;
    this.mites = mites;
  }

  int mites() {
    return mites;
  }
}
