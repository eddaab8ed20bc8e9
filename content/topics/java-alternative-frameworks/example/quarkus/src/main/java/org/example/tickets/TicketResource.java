package org.example.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

// #region resource
@Path("/tickets")
public class TicketResource {
  private final Tickets tickets;

  TicketResource(Tickets tickets) {
    this.tickets = tickets;
  }

  @POST
  public Response buy(@NotNull @Valid Order order) {
    return Response.status(201).entity(tickets.buy(order)).build();
  }
}
// #endregion resource
