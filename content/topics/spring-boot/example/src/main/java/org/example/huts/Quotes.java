package org.example.huts;

import org.springframework.stereotype.Service;

// #region service
record Quote(String hut, int nights, int totalPrice, String currency) {}

class TooManyNights extends RuntimeException {
  TooManyNights(int max) {
    super("at most %d nights".formatted(max));
  }
}

@Service
class Quotes {
  private static final int PRICE_PER_NIGHT = 38;

  private final HutProperties properties;

  Quotes(HutProperties properties) {
    this.properties = properties;
  }

  Quote quote(String hut, int nights) {
    if (nights > properties.maxNights()) throw new TooManyNights(properties.maxNights());
    return new Quote(hut, nights, nights * PRICE_PER_NIGHT, properties.currency());
  }
}
// #endregion service
