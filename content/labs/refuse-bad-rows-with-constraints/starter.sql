alter table bookings
  add constraint price_is_positive check (price > -1000);
