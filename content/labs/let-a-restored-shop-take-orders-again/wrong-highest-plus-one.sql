-- fails: The ID of a deleted order isn't given again
-- says: computes each ID from the rows in the table, so that a new order can get the ID of a deleted one.
create function next_id() returns trigger language plpgsql as $$
begin
  execute format('select coalesce(max(id), 0) + 1 from %I', tg_table_name) into new.id;
  return new;
end $$;
create trigger next_id before insert on orders for each row execute function next_id();
create trigger next_id before insert on lines for each row execute function next_id();

-- Four customers try to order:
insert into orders (customer) values ('Ada') returning id;
insert into orders (customer) values ('Ada') returning id;
insert into orders (customer) values ('Ben') returning id;
insert into orders (customer) values ('Chen') returning id;

select (array_agg(id order by id))[1:12] as "first orders", max(id) as highest, count(*) as count from orders;
