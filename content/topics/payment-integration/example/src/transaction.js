export async function inTransaction(pool, work) {
  const client = await pool.connect();
  let lost;
  const onLost = (error) => {
    lost = error;
  };
  client.on('error', onLost); // without a listener, the process would end
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(onLost);
    throw error;
  } finally {
    client.off('error', onLost);
    client.release(lost); // the pool closes a connection that's lost
  }
}
