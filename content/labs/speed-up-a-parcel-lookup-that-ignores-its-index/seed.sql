create table parcels (number bigint primary key, status text not null, updated_at timestamp not null);
insert into parcels
select 100000000000 + n * 7, case when n % 3 = 0 then 'delivered' else 'on its way' end, timestamp '2026-01-01' + n * interval '1 minute'
from generate_series(1, 20000) as n;
insert into parcels values (217, 'delivered', '2026-01-01'), (-5, 'lost', '2026-01-01'), (9000000000000000001, 'on its way', '2026-01-01');
analyze parcels;
