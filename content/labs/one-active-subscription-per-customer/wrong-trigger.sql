-- fails: A second active subscription is refused
create function reject_second() returns trigger language plpgsql as $$
begin
  if new.cancelled_at is null and exists (
    select from subscriptions where customer_id = new.customer_id and cancelled_at is null and id <> new.id
  ) then
    raise exception 'customer % has an active subscription', new.customer_id;
  end if;
  return new;
end $$;
create trigger reject_second before insert or update on subscriptions for each row execute function reject_second();
