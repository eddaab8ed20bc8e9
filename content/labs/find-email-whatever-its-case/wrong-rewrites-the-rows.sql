-- fails: The addresses stay as people typed them
update accounts set email = lower(email);
create unique index accounts_email_any_case on accounts (lower(email));
analyze accounts;
