-- fails: The oldest contact of each address is left
-- says: keeps the lowest id of each address, not the oldest contact.
delete from contacts as a using contacts as b where lower(a.email) = lower(b.email) and a.id > b.id;
create unique index contacts_email on contacts (lower(email));
