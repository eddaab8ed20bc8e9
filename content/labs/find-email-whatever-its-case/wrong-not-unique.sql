-- fails: The same address in another case is refused
create index accounts_email_any_case on accounts (lower(email));
analyze accounts;
