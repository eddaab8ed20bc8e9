create procedure delete_expired(batch_size integer) language plpgsql as $$
declare deleted_now integer;
begin
  delete from sessions where expired;
  get diagnostics deleted_now = row_count;
  insert into batches (deleted) values (deleted_now);
end $$;

call delete_expired(200);
