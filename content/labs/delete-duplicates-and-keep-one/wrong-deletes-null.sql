-- fails: Contacts without an address stay
-- says: takes contacts without an address for copies of each other.
with numbered as (select id, row_number() over (partition by lower(email) order by created_on, id) as copy from contacts)
delete from contacts using numbered where contacts.id = numbered.id and numbered.copy > 1;
create unique index contacts_email on contacts (lower(email));
