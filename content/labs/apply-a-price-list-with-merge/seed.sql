create table products (sku text primary key, price numeric(10, 2) not null, active boolean not null, changed_on date not null);
create table incoming (sku text primary key, price numeric(10, 2) not null);
create table writes (sku text not null, what text not null);
create function note_write() returns trigger language plpgsql as $$
begin
  insert into writes values (coalesce(new.sku, old.sku), tg_op);
  return null;
end $$;
insert into products values
  ('tea', 4.00, true, '2026-01-01'), ('pot', 19.00, true, '2026-01-01'), ('cup', 9.00, true, '2026-01-01'),
  ('jar', 5.00, false, '2026-02-01'), ('old', 1.00, false, '2026-02-01');
insert into incoming values ('tea', 4.00), ('pot', 21.00), ('jar', 5.00), ('tin', 3.00);
create trigger noted after insert or update or delete on products for each row execute function note_write();
