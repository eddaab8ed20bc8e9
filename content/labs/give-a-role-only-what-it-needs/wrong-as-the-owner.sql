-- fails: Nothing can be written
-- says: gives the role far more than it needs, such as everything that postgres can do.
create role reporting;
grant postgres to reporting;
