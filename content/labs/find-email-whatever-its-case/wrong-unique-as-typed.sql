-- fails: The lookup uses an index
create unique index accounts_email_unique on accounts (email);
