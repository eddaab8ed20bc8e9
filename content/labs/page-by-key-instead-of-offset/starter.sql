select id, published_at
from posts
order by published_at desc, id desc
limit 10 offset 16000;
