-- fails: Nothing can be written
-- says: gives the role far more than it needs, such as all that postgres may do.
create role reporting;
grant postgres to reporting;
