-- fails: Updates reach the other column, in both directions
alter table users add column email text;
update users set email = mail;
create function sync() returns trigger language plpgsql as $$
begin
  new.email := coalesce(new.email, new.mail);
  new.mail := new.email;
  return new;
end $$;
create trigger sync before insert or update on users for each row execute function sync();
