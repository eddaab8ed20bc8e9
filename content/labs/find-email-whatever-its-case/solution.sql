create unique index accounts_email_any_case on accounts (lower(email));
analyze accounts;
