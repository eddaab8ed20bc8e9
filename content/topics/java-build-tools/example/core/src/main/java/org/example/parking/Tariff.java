package org.example.parking;

import java.time.Duration;

/** Prices of one car park, in cents. */
public record Tariff(int centsPerHour, int dailyMaximum) {

  public int price(Duration stay) {
    if (stay.isNegative()) {
      throw new IllegalArgumentException("stay is negative: " + stay);
    }
    long days = stay.toDays();
    long hours = stay.minusDays(days).plusHours(1).minusNanos(1).toHours();
    long rest = Math.min(hours * centsPerHour, dailyMaximum);
    return Math.toIntExact(days * dailyMaximum + rest);
  }
}
