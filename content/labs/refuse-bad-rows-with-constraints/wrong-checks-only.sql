-- fails: A missing value is refused
-- says: has checks without NOT NULL, and a check lets NULL through.
alter table bookings
  add constraint leaves_after_arriving check (leaves > arrives),
  add constraint price_not_negative check (price >= 0),
  add constraint room_exists foreign key (room_id) references rooms;
