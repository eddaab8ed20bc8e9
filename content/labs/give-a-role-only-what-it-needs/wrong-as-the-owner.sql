-- fails: Nothing can be written
create role reporting;
grant postgres to reporting;
