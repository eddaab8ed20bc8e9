create table if not exists donation (
  id bigint generated always as identity primary key,
  donor text not null
);

create table if not exists sample (
  tube text not null,
  donor text not null,
  unique (tube) deferrable initially deferred
);
