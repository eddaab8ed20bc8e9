alter table order_lines drop column total;
alter table order_lines add column total numeric(12, 2)
  generated always as (round(quantity * price * (1 - coalesce(discount, 0) / 100.0), 2)) stored;
