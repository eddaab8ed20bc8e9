package org.example.stations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

// region entity
@Entity
class Station {
  @Id private int number;
  @Version private Integer version;
  private String name;
  private String country;
  private int altitude;
  private Instant lastSeen;
  private boolean active = true;

  protected Station() {} // for JPA

  Station(int number, String name, String country, int altitude, Instant lastSeen) {
    this.number = number;
    this.name = name;
    this.country = country;
    this.altitude = altitude;
    this.lastSeen = lastSeen;
  }

  // endregion entity

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  int altitude() {
    return altitude;
  }

  boolean isActive() {
    return active;
  }

  void rename(String name) {
    this.name = name;
  }

  void seen(Instant at) {
    lastSeen = at;
  }
}
