import pg from 'pg';

const UNDEFINED_OBJECT = '42704';

// An identifier is unique in the whole server, and not only in a database.
const literal = (bank, gid) => pg.escapeLiteral(`${gid}@${bank.name}`);

// #region prepare
/** A yes to the vote: booked, on disk, and locked until finish(). */
export async function prepare(bank, gid, { id, change }) {
  const client = await bank.pool.connect();
  let lost;
  try {
    await client.query("BEGIN; SET LOCAL lock_timeout = '1s'");
    await client.query('INSERT INTO booking VALUES ($1, $2)', [id, change]);
    const sql = 'UPDATE stock SET units = units + $1';
    const { rowCount } = await client.query(sql, [change]);
    if (rowCount !== 1) throw new Error(`no stock in ${bank.name}`);
    await client.query(`PREPARE TRANSACTION ${literal(bank, gid)}`);
  } catch (error) {
    await client.query('ROLLBACK').catch((failure) => (lost = failure));
    throw error;
  } finally {
    client.release(lost);
  }
}

/** Can be repeated: a transaction that's already finished is unknown. */
export async function finish(bank, gid, outcome) {
  const verb = outcome === 'commit' ? 'COMMIT' : 'ROLLBACK';
  const client = await bank.pool.connect();
  let lost;
  try {
    await client.query(`${verb} PREPARED ${literal(bank, gid)}`);
  } catch (error) {
    if (error.code === UNDEFINED_OBJECT) return;
    lost = error; // so the pool doesn't keep a connection that hangs
    throw error;
  } finally {
    client.release(lost);
  }
}
// #endregion prepare
