package org.example.tickets;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

// #region controller
@RestController
@RequestMapping("/tickets")
class TicketController {
  private final Tickets tickets;

  TicketController(Tickets tickets) {
    this.tickets = tickets;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Ticket buy(@Valid @RequestBody Order order) {
    return tickets.buy(order);
  }
}
// #endregion controller
