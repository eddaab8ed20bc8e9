-- fails: A changed quantity changes the total
update order_lines set total = round(quantity * price * (1 - coalesce(discount, 0) / 100.0), 2);
