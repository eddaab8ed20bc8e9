select lower(email), count(*) from contacts group by lower(email) having count(*) > 1;
