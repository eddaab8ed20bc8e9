-- fails: Every line is a row with its position
insert into order_lines (order_number, position, sku, price, quantity)
select body ->> 'number', position, line ->> 'sku', (line ->> 'price')::numeric, (line ->> 'quantity')::integer
from inbox, jsonb_array_elements(body -> 'lines') with ordinality as l(line, position)
where line ? 'quantity';
