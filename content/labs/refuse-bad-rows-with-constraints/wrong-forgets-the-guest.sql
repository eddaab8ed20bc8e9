-- fails: A missing value is refused
alter table bookings

  alter column arrives set not null,
  alter column leaves set not null,
  alter column price set not null,
  add constraint leaves_after_arriving check (leaves > arrives),
  add constraint price_not_negative check (price >= 0),
  add constraint room_exists foreign key (room_id) references rooms;
