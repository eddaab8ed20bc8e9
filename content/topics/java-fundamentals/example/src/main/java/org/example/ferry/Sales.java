package org.example.ferry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tickets of one day, in the order in which they were sold. */
public record Sales(List<Ticket> tickets) {
  // #region copy
  public Sales {
    tickets = List.copyOf(tickets);
  }

  // #endregion copy

  // #region by-kind
  /** The revenue in cents of each kind of ticket. */
  public Map<String, Long> centsByKind() {
    return tickets.stream()
        .collect(
            Collectors.groupingBy(
                ticket -> ticket.getClass().getSimpleName(),
                TreeMap::new,
                Collectors.summingLong(Fares::cents)));
  }
  // #endregion by-kind
}
