package org.example.ferry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

// #region prices
public final class Prices {
  private final Map<Trip, Integer> cents = new ConcurrentHashMap<>();
  private final ToIntFunction<Trip> calculate;

  public Prices(ToIntFunction<Trip> calculate) {
    this.calculate = calculate;
  }

  /** The price in cents, calculated once for each trip. */
  public int of(Trip trip) {
    return cents.computeIfAbsent(trip, calculate::applyAsInt);
  }
}
// #endregion prices
