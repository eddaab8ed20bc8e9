-- fails: Rates below one percent are not cut off
-- says: divides whole numbers, which cuts off the digits after the point.
select day, round((orders * 100 / nullif(visits, 0))::numeric, 1) as rate from days order by day;
