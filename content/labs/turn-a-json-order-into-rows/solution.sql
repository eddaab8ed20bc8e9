insert into order_lines (order_number, position, sku, price, quantity)
select
  body ->> 'number',
  position,
  line ->> 'sku',
  (line ->> 'price')::numeric,
  coalesce((line ->> 'quantity')::integer, 1)
from inbox, jsonb_array_elements(body -> 'lines') with ordinality as l(line, position);
