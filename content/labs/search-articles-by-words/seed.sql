create table articles (id integer primary key, title text not null, body text not null);
insert into articles values
  (1, 'Getting started', 'Choose a password when you sign up. You can reset the page at any time.'),
  (2, 'Reset your password', 'Open the settings and follow the link.'),
  (3, 'Passwords', 'How long a password should be, and why we never ask for it.'),
  (4, 'Invoices', 'Reset the filter to see all invoices.'),
  (5, 'Locked out', 'After five wrong passwords an account is locked. An administrator resets it.');
