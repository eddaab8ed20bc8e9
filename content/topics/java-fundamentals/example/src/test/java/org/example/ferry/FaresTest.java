package org.example.ferry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.example.ferry.Ticket.DayPass;
import org.example.ferry.Ticket.Season;
import org.example.ferry.Ticket.Single;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaresTest {
  // #region fares
  @Test
  void aBikeCostsThreeEurosMore() {
    assertEquals(480, Fares.cents(new Single(2, false)));
    assertEquals(780, Fares.cents(new Single(2, true)));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 13, Integer.MAX_VALUE})
  void refusesASeasonOf(int months) {
    assertThrows(IllegalArgumentException.class, () -> new Season("Ada", months));
  }

  // #endregion fares

  @Test
  void othersPayByPersonOrMonth() {
    assertEquals(2900, Fares.cents(new DayPass(3)));
    assertEquals(11_800, Fares.cents(new Season("Ada", 2)));
  }

  @Test
  void refusesOtherTicketsThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new Single(0, false));
    assertThrows(IllegalArgumentException.class, () -> new Single(10, false));
    assertThrows(IllegalArgumentException.class, () -> new DayPass(0));
    assertThrows(IllegalArgumentException.class, () -> new DayPass(21));
    assertThrows(IllegalArgumentException.class, () -> new Season(" ", 1));
    assertThrows(NullPointerException.class, () -> new Season(null, 1));
  }

  @Test
  void addsUpByKind() {
    var sold = new ArrayList<Ticket>();
    sold.add(new Single(2, true));
    sold.add(new DayPass(3));
    sold.add(new Single(2, true));
    var sales = new Sales(sold);
    sold.clear();
    assertEquals(Map.of("DayPass", 2900L, "Single", 1560L), sales.centsByKind());
    assertEquals(Map.of(), new Sales(List.of()).centsByKind());
  }

  @Test
  void aLargeDayDoesNotOverflow() {
    var season = new Season("Ada", 12);
    var sales = new Sales(Collections.nCopies(100_000, season));
    assertEquals(Map.of("Season", 7_080_000_000L), sales.centsByKind());
  }
}
