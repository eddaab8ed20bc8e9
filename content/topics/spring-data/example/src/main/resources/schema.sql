create table if not exists station (
  number integer primary key,
  version integer not null default 0,
  name text not null,
  country text not null,
  altitude integer not null,
  last_seen timestamptz not null,
  active boolean not null
);

create index if not exists station_country on station (country, number);
