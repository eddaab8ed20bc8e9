-- fails: A changed quantity changes the total
-- says: computes the totals once, so that later changes don't reach them.
update order_lines set total = round(quantity * price * (1 - coalesce(discount, 0) / 100.0), 2);
