package org.example.tickets;

public record Ticket(int cents) {}
