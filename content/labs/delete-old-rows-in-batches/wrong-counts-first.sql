-- fails: The last batch may be smaller
create procedure delete_expired(batch_size integer) language plpgsql as $$
declare deleted_now integer;
begin
  for i in 1..(select count(*) / batch_size from sessions where expired) loop
    delete from sessions where id in (select id from sessions where expired order by id limit batch_size);
    get diagnostics deleted_now = row_count;
    insert into batches (deleted) values (deleted_now);
    commit;
  end loop;
end $$;
call delete_expired(200);
