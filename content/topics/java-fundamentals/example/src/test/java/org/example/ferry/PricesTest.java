package org.example.ferry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class PricesTest {
  private final AtomicInteger calculations = new AtomicInteger();
  private final Prices prices =
      new Prices(
          trip -> {
            calculations.incrementAndGet();
            LockSupport.parkNanos(10_000_000); // slow, so that customers meet
            return 4200 + trip.hour();
          });

  // #region once
  @Test
  void calculatesEachTripOnce() {
    for (int customer = 0; customer < 1000; customer++) {
      assertEquals(4200, prices.of(new Trip("Moss", 0)));
      assertEquals(4209, prices.of(new Trip("Moss", 9)));
    }
    assertEquals(2, calculations.get());
  }

  // #endregion once

  @Test
  void calculatesOnceForConcurrentCustomers() {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int customer = 0; customer < 1000; customer++) {
        executor.submit(() -> prices.of(new Trip("Moss", 9)));
      }
    }
    assertEquals(1, calculations.get());
  }

  @Test
  void refusesATripThatCannotBe() {
    assertThrows(IndexOutOfBoundsException.class, () -> new Trip("Moss", 24));
    assertThrows(NullPointerException.class, () -> new Trip(null, 9));
  }
}
