package org.example.huts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

// #region unit
class QuotesTest {
  private final Quotes quotes = new Quotes(new HutProperties(7, "NOK"));

  @Test
  void multipliesByTheNights() {
    assertEquals(new Quote("Rondvassbu", 7, 266, "NOK"), quotes.quote("Rondvassbu", 7));
  }

  @Test
  void refusesMoreNightsThanConfigured() {
    assertThrows(TooManyNights.class, () -> quotes.quote("Rondvassbu", 8));
  }
}
// #endregion unit
