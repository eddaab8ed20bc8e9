package org.example.ferry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolidaysTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("holidays.txt"), text);
  }

  @Test
  void readsOneDateALine() throws IOException {
    var days = Holidays.read(file("2026-12-24\n2026-12-25\n\n2026-12-24\n"));
    assertEquals(Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25)), days);
    assertThrows(UnsupportedOperationException.class, days::clear);
    assertEquals(Set.of(), Holidays.read(file("")));
  }

  @Test
  void namesTheFileAndTheWrongDate() throws IOException {
    var file = file("2026-12-24\n24.12.2026\n");
    var error = assertThrows(IllegalArgumentException.class, () -> Holidays.read(file));
    assertTrue(error.getMessage().endsWith("holidays.txt: not a date: 24.12.2026"));
    assertEquals(DateTimeParseException.class, error.getCause().getClass());
  }

  @Test
  void passesOnThatAFileCannotBeRead() throws IOException {
    assertThrows(NoSuchFileException.class, () -> Holidays.read(folder.resolve("none.txt")));
    assertThrows(IOException.class, () -> Holidays.read(folder));
    var latin1 = Files.write(folder.resolve("latin1.txt"), new byte[] {'n', (byte) 0xe9});
    assertThrows(IOException.class, () -> Holidays.read(latin1));
  }
}
