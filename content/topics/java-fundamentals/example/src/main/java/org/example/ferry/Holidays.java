package org.example.ferry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.stream.Collectors;

public final class Holidays {
  private Holidays() {}

  // #region read
  /** Reads the days without a ferry, one date a line. */
  public static Set<LocalDate> read(Path file) throws IOException {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank())
          .map(LocalDate::parse)
          .collect(Collectors.toUnmodifiableSet());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "%s: not a date: %s".formatted(file, e.getParsedString()), e);
    }
  }
  // #endregion read
}
