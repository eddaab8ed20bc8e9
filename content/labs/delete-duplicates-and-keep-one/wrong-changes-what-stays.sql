-- fails: The oldest contact of each address is left
-- says: deletes the right copies, and changes addresses that were to stay as they are.
update contacts set email = lower(email);
with numbered as (
  select id, row_number() over (partition by lower(email) order by created_on, id) as copy
  from contacts
  where email is not null
)
delete from contacts
using numbered
where contacts.id = numbered.id and numbered.copy > 1;

create unique index contacts_email on contacts (lower(email));
