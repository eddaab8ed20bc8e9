-- fails: The other columns and the key are as before
-- says: gives the old column another name instead of replacing it.
alter table order_lines rename column total to old_total;
alter table order_lines
add column total numeric(12, 2) generated always as (quantity * price * (100 - coalesce(discount, 0)) / 100) stored;
