package org.example.ferry;

import org.example.ferry.Ticket.DayPass;
import org.example.ferry.Ticket.Season;
import org.example.ferry.Ticket.Single;

public final class Fares {
  private Fares() {}

  // #region cents
  public static int cents(Ticket ticket) {
    return switch (ticket) {
      case Single(int zones, boolean bike) when bike -> 240 * zones + 300;
      case Single single -> 240 * single.zones();
      case DayPass(int people) -> 1500 + 700 * (people - 1);
      case Season season -> 5900 * season.months();
    };
  }
  // #endregion cents
}
