package org.example.quakes;

import java.util.Objects;

record Reading(String id, String station, double magnitude) {
  Reading {
    Objects.requireNonNull(id);
    Objects.requireNonNull(station);
  }
}
