package org.example.parking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {
  private final Tariff tariff = new Tariff(250, 1800);

  @ParameterizedTest
  @CsvSource({"PT0M, 0", "PT1S, 250", "PT1H, 250", "PT1H1S, 500", "PT23H, 1800", "PT25H, 2050"})
  void roundsUpToHoursAndCapsEachDay(Duration stay, int cents) {
    assertEquals(cents, tariff.price(stay));
  }

  @Test
  void refusesAStayThatEndsBeforeItBegins() {
    assertThrows(IllegalArgumentException.class, () -> tariff.price(Duration.ofMinutes(-1)));
  }
}
