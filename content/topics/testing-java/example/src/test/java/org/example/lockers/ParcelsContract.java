package org.example.lockers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  @Test
  void onlyOneOfEightAtTheSameMomentGetsIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int n = 0; n < 20; n++) {
        String code = "code " + n;
        add(new Parcel(code, 4, "+4712345678", MONDAY));
        Callable<Boolean> take = () -> parcels().take(code, MONDAY);
        int winners = 0;
        for (Future<Boolean> taken : threads.invokeAll(Collections.nCopies(8, take))) {
          if (taken.get()) winners++;
        }
        assertThat(winners).isEqualTo(1);
      }
    } finally {
      threads.shutdown();
    }
  }
}
// endregion contract
