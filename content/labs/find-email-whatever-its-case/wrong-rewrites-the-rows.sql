-- fails: The addresses stay as people typed them
-- says: rewrites the addresses that people typed.
update accounts set email = lower(email);
create unique index accounts_email_any_case on accounts (lower(email));
analyze accounts;
