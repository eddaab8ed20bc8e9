create schema shop;
create table shop.customers (id integer primary key, country text not null, email text not null);
create table shop.orders (id integer primary key, customer_id integer not null references shop.customers, total numeric(10, 2) not null);
create table shop.payments (id integer primary key, card text not null);
insert into shop.customers values (1, 'DE', 'ada@shop.test'), (2, 'JP', 'ken@shop.test');
insert into shop.orders values (10, 1, 19.00), (11, 2, 42.00);
insert into shop.payments values (1, '4111');
-- Runs a statement as the role, and says how it ended.
create function tried(statement text) returns text language plpgsql as $$
begin
  set local role reporting;
  execute statement;
  reset role;
  return 'allowed';
exception when others then
  reset role;
  return sqlstate;
end $$;
