-- Your three statements go here, each with a semicolon at its end.

select name, price from products order by name;
