package org.example.parking;

import java.time.Duration;
import java.time.LocalDateTime;

public record Ticket(String plate, LocalDateTime entry, LocalDateTime exit) {

  public Duration stay() {
    return Duration.between(entry, exit);
  }
}
