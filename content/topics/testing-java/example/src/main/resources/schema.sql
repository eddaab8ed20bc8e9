create table if not exists parcel (
  code text primary key,
  door integer not null,
  phone text not null,
  deposited timestamptz not null,
  taken timestamptz
);
