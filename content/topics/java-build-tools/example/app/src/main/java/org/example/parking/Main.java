package org.example.parking;

import java.io.IOException;
import java.nio.file.Path;

public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    Tariff tariff = new Tariff(250, 1800);
    for (Ticket ticket : Tickets.read(Path.of(args[0]))) {
      System.out.printf("%s %d%n", ticket.plate(), tariff.price(ticket.stay()));
    }
  }
}
