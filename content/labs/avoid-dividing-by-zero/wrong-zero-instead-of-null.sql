-- fails: Every day has its rate, and NULL without visits
select day, case when visits = 0 then 0 else round(100.0 * orders / visits, 1) end as rate from days order by day;
