import { AsyncLocalStorage } from 'node:async_hooks';

// #region context
const context = new AsyncLocalStorage();

export function asTenant(choirId, work) {
  return context.run({ choirId }, work);
}

export function tenant() {
  const store = context.getStore();
  if (!store) throw new Error('no tenant here');
  return store.choirId;
}
// #endregion context

// #region transaction
/** Runs `work` in a transaction that sees only the current tenant's rows. */
export async function tenantTransaction(pool, work) {
  const choirId = tenant();
  const client = await pool.connect();
  let lost;
  const onLost = (error) => {
    lost = error;
  };
  client.on('error', onLost); // without a listener, the process would end
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.choir', $1, true)", [choirId]);
    const result = await work(client);
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('rolled back');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(onLost);
    throw error;
  } finally {
    client.off('error', onLost);
    client.release(lost);
  }
}
// #endregion transaction

// #region request
/** `userId` comes from the verified session, `wanted` from the URL. */
export async function handleAs(pool, userId, wanted, handler) {
  const { rows } = await pool.query('SELECT choir_of($1, $2) AS id', [
    userId,
    wanted,
  ]);
  if (rows[0].id === null) return { status: 404 };
  return asTenant(rows[0].id, handler);
}
// #endregion request
