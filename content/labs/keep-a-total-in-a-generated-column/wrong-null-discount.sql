-- fails: Every line has its right total
-- says: forgets that a discount may be NULL, which makes the total NULL.
alter table order_lines drop column total;
alter table order_lines add column total numeric(12, 2)
  generated always as (round(quantity * price * (1 - discount / 100.0), 2)) stored;
