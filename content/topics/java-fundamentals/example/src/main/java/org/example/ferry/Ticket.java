package org.example.ferry;

import java.util.Objects;

// #region ticket
public sealed interface Ticket {
  record Single(int zones, boolean bike) implements Ticket {
    public Single {
      requireBetween(1, 9, zones, "zones");
    }
  }

  record DayPass(int people) implements Ticket {
    public DayPass {
      requireBetween(1, 20, people, "people");
    }
  }

  record Season(String holder, int months) implements Ticket {
    public Season {
      Objects.requireNonNull(holder, "holder");
      if (holder.isBlank()) throw new IllegalArgumentException("holder must not be blank");
      requireBetween(1, 12, months, "months");
    }
  }

  private static void requireBetween(int min, int max, int value, String name) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d: %d".formatted(name, min, max, value));
    }
  }
}
// #endregion ticket
