-- fails: The same address in another case is refused
-- says: has an index on the address in lower case that isn't unique.
create index accounts_email_any_case on accounts (lower(email));
analyze accounts;
