-- fails: The size of a batch is the one asked for
-- says: deletes 200 rows at a time, whatever size was asked for.
create procedure delete_expired(batch_size integer) language plpgsql as $$
declare deleted_now integer;
begin
  loop
    delete from sessions
    where id in (select id from sessions where expired order by id limit 200);
    get diagnostics deleted_now = row_count;
    exit when deleted_now = 0;
    insert into batches (deleted) values (deleted_now);
    commit;
  end loop;
end $$;

call delete_expired(200);
