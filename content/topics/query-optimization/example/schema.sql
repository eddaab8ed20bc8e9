CREATE EXTENSION pg_stat_statements;

CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE ticket (
  id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customer,
  status text NOT NULL, country text NOT NULL, language text NOT NULL
);
INSERT INTO customer SELECT n, 'Customer ' || n FROM generate_series(1, 500) AS n;
INSERT INTO ticket
SELECT n, n % 500 + 1, CASE WHEN n / 500 % 10 = 0 THEN 'open' ELSE 'closed' END,
       (ARRAY['JP', 'BR', 'DE', 'FR'])[n % 4 + 1], (ARRAY['ja', 'pt', 'de', 'fr'])[n % 4 + 1]
FROM generate_series(1, 20000) AS n;
ANALYZE customer, ticket;
