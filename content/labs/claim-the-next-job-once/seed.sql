create table jobs (
  id integer primary key,
  kind text not null,
  state text not null default 'ready',
  priority integer not null default 0,
  run_at timestamp not null,
  attempts integer not null default 0,
  locked_by text
);
insert into jobs (id, kind, state, priority, run_at, attempts) values
  (1, 'mail', 'ready', 0, '2026-01-01 09:00', 0),
  (2, 'invoice', 'ready', 5, '2026-01-01 11:00', 2),
  (3, 'report', 'ready', 5, '2026-01-01 10:00', 0),
  (4, 'mail', 'running', 9, '2026-01-01 08:00', 1),
  (5, 'cleanup', 'ready', 9, '2026-01-02 00:00', 0);
