create role reporting;
grant all on schema shop to reporting;
grant all on all tables in schema shop to reporting;
