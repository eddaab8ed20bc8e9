package org.example.quakes;

import java.util.Objects;

record Reading(String id, String station, double magnitude) {
  Reading {
    Objects.requireNonNull(id);
    Objects.requireNonNull(station);
    if (!Double.isFinite(magnitude)) { // every comparison with NaN is false
      throw new IllegalArgumentException("magnitude");
    }
  }
}
