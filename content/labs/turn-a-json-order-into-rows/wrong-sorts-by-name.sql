-- fails: Positions follow the document, not the name of the product
insert into order_lines (order_number, position, sku, price, quantity)
select
  body ->> 'number',
  row_number() over (partition by inbox.id order by line ->> 'sku' desc),
  line ->> 'sku', (line ->> 'price')::numeric, coalesce((line ->> 'quantity')::integer, 1)
from inbox, jsonb_array_elements(body -> 'lines') as line;
