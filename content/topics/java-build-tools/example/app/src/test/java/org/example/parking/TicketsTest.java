package org.example.parking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketsTest {
  @TempDir Path folder;

  @Test
  void readsDatesByTheNameOfTheColumn() throws IOException {
    Path file = folder.resolve("tickets.csv");
    Files.writeString(
        file,
        """
        exit,plate,entry
        2026-11-02T09:30:00,B-X 12,2026-11-02T08:00:00
        """);

    Ticket ticket = Tickets.read(file).get(0);

    assertEquals("B-X 12", ticket.plate());
    assertEquals(Duration.ofMinutes(90), ticket.stay());
  }
}
