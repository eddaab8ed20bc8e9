-- fails: Another copy is refused
-- says: has no unique index on the address in lower case.
with numbered as (select id, row_number() over (partition by lower(email) order by created_on, id) as copy from contacts where email is not null)
delete from contacts using numbered where contacts.id = numbered.id and numbered.copy > 1;
