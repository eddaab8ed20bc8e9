create sequence if not exists keeper_seq increment by 50;
create sequence if not exists hive_seq increment by 50;
create sequence if not exists inspection_seq increment by 50;

create table if not exists keeper (
  id bigint primary key,
  name text not null
);

create table if not exists hive (
  id bigint primary key,
  version integer not null,
  stand text not null unique,
  frames integer not null,
  state text not null check (state in ('HEALTHY', 'SICK', 'SOLD')),
  keeper_id bigint not null references keeper
);

create index if not exists hive_keeper on hive (keeper_id);

create table if not exists inspection (
  id bigint primary key,
  day date not null,
  mites integer not null,
  hive_id bigint not null references hive
);

create index if not exists inspection_hive on inspection (hive_id);
