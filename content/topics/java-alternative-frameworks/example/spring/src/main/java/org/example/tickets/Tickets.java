package org.example.tickets;

import org.springframework.stereotype.Service;

@Service
public class Tickets {
  Ticket buy(Order order) {
    return new Ticket(order.adults() * 1800 + order.children() * 900);
  }
}
