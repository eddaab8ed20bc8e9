package org.example.lockers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

// region contract
abstract class ParcelsContract {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  abstract Parcels parcels();

  abstract void add(Parcel parcel);

  @Test
  void findsWhatWasAdded() {
    Parcel parcel = new Parcel("4711", 4, "+4712345678", MONDAY);
    add(parcel);
    assertThat(parcels().find("4711")).contains(parcel);
    assertThat(parcels().find("4712")).isEmpty();
  }

  @Test
  void canBeTakenOnce() {
    add(new Parcel("4711", 4, "+4712345678", MONDAY));
    assertThat(parcels().take("4711", MONDAY)).isTrue();
    assertThat(parcels().take("4711", MONDAY)).isFalse();
    assertThat(parcels().take("4712", MONDAY)).isFalse();
  }
}
// endregion contract
