-- fails: Every day has its rate, and NULL without visits
-- says: gives 0 for a day without visits, where the rate is unknown.
select day, case when visits = 0 then 0 else round(100.0 * orders / visits, 1) end as rate from days order by day;
