update order_lines
set total = quantity * price;
