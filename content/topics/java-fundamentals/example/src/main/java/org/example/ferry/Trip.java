package org.example.ferry;

import java.util.Objects;

// #region trip
public record Trip(String from, int hour) {
  public Trip {
    Objects.requireNonNull(from, "from");
    Objects.checkIndex(hour, 24);
  }
}
// #endregion trip
