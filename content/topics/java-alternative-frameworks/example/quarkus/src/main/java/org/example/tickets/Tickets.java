package org.example.tickets;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Tickets {
  Ticket buy(Order order) {
    return new Ticket(order.adults() * 1800 + order.children() * 900);
  }
}
