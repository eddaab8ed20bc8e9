alter table users add column email text;

create function keep_mail_and_email_equal() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.email := coalesce(new.email, new.mail);
    new.mail := new.email;
  elsif new.email is distinct from old.email then
    new.mail := new.email;
  else
    new.email := new.mail;
  end if;
  return new;
end $$;

create trigger keep_mail_and_email_equal
before insert or update on users
for each row execute function keep_mail_and_email_equal();

update users set email = mail where email is distinct from mail;
