insert into order_lines (order_number, position, sku, price, quantity)
select body ->> 'number', 1, body -> 'lines' -> 0 ->> 'sku', (body -> 'lines' -> 0 ->> 'price')::numeric, 1
from inbox
where jsonb_array_length(body -> 'lines') > 0;
