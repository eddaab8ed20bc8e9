package org.example.apiary;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

enum State {
  HEALTHY,
  SICK,
  SOLD
}

// region hive
@Entity
class Hive {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  private Long id;

  @Version private int version;

  private String stand;
  private int frames = 10;

  @Enumerated(EnumType.STRING)
  private State state = State.HEALTHY;

  @ManyToOne(fetch = FetchType.LAZY)
  private Keeper keeper;

  @OneToMany(mappedBy = "hive", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Inspection> inspections = new ArrayList<>();

  protected Hive() {} // for Hibernate

  Hive(String stand, Keeper keeper) {
    this.stand = stand;
    this.keeper = keeper;
  }

  void inspect(LocalDate day, int mites) {
    inspections.add(new Inspection(this, day, mites));
  }

  // endregion hive

  void removeInspection(int n) {
    inspections.remove(n);
  }

  Long id() {
    return id;
  }

  int version() {
    return version;
  }

  String stand() {
    return stand;
  }

  int frames() {
    return frames;
  }

  void setFrames(int frames) {
    this.frames = frames;
  }

  Keeper keeper() {
    return keeper;
  }

  List<Inspection> inspections() {
    return List.copyOf(inspections);
  }
}
