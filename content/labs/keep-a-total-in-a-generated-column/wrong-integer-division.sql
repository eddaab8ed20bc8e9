-- fails: Every line has its right total
-- says: divides the discount as a whole number, so that 10 / 100 is 0.
alter table order_lines drop column total;
alter table order_lines add column total numeric(12, 2)
  generated always as (round(quantity * price * (1 - coalesce(discount, 0) / 100), 2)) stored;
