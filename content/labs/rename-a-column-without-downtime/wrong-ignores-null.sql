-- fails: Removing an address removes it in both
alter table users add column email text;
update users set email = mail;
create function sync() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.email := coalesce(new.email, new.mail);
    new.mail := new.email;
  elsif new.email <> old.email or old.email is null and new.email is not null then
    new.mail := new.email;
  elsif new.mail is not null then
    new.email := new.mail;
  end if;
  return new;
end $$;
create trigger sync before insert or update on users for each row execute function sync();
