const firstOf = (date, months) =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months));

const nameOf = (month) =>
  `toll_${month.toISOString().slice(0, 7).replace('-', '_')}`;

const isAttached = (name) => (table) =>
  table.name === name && table.state === 'attached';

// #region maintain
/**
 * Creates the partitions of this month and the next ones, and removes those
 * that are too old. `client` is one connection, outside a transaction.
 */
export async function maintain(client, now, options = {}) {
  const { ahead = 3, keep = 13, archive = async () => {} } = options;
  const lock = "hashtext('partitions of toll')";
  const { rows } = await client.query(
    `SELECT pg_try_advisory_lock(${lock}) AS mine`,
  );
  if (!rows[0].mine) return; // another run is busy
  const errors = [];
  const attempt = (work) => work().catch((error) => errors.push(error));
  try {
    await client.query("SET lock_timeout = '2s'");
    for (let n = 0; n <= ahead; n += 1)
      await attempt(() => create(client, firstOf(now, n)));
    const oldest = nameOf(firstOf(now, -keep));
    const old = (await ownTables(client)).filter(({ name }) => name < oldest);
    if (old.length > 2)
      errors.push(
        new Error(`${old.length} months are too old: a wrong clock?`),
      );
    else
      for (const table of old)
        await attempt(() => remove(client, table, archive));
  } finally {
    await client.query('RESET lock_timeout').catch(() => {});
    await client.query(`SELECT pg_advisory_unlock(${lock})`).catch(() => {});
  }
  if (errors.length > 0) throw new AggregateError(errors, 'see errors');
}

async function create(client, month) {
  const name = nameOf(month);
  if ((await ownTables(client)).some((table) => table.name === name)) return;
  const from = month.toISOString();
  const to = firstOf(month, 1).toISOString();
  await client.query('BEGIN');
  try {
    await client.query(
      `CREATE TABLE ${name} (LIKE toll INCLUDING ALL EXCLUDING IDENTITY)`,
    );
    await client.query(
      `ALTER TABLE toll ATTACH PARTITION ${name}
         FOR VALUES FROM ('${from}') TO ('${to}')`,
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    const overlaps = error.code === '42P17';
    if (!overlaps || !(await hasAll(client, from, to))) throw error;
  }
}

async function remove(client, { name, state }, archive) {
  const detach = `ALTER TABLE toll DETACH PARTITION ${name}`;
  if (state === 'attached') {
    await client.query(`COMMENT ON TABLE ${name} IS 'detached by maintain'`);
    await client.query(`${detach} CONCURRENTLY`).catch(async (error) => {
      if ((await ownTables(client)).some(isAttached(name)))
        await client.query(`COMMENT ON TABLE ${name} IS NULL`); // it's not ours yet
      throw error;
    });
  }
  if (state === 'pending') await client.query(`${detach} FINALIZE`);
  await archive(client, name);
  await client.query(`DROP TABLE ${name}`);
}
// #endregion maintain

/** Whether one partition covers the whole month. */
async function hasAll(client, from, to) {
  const { rows } = await client.query(
    `SELECT FROM pg_inherits JOIN pg_class ON oid = inhrelid,
       regexp_match(pg_get_expr(relpartbound, oid),
         $$FROM \\('?(.+?)'?\\) TO \\('?(.+?)'?\\)$$) AS bound
     WHERE inhparent = 'toll'::regclass
       AND replace(bound[1], 'MINVALUE', '-infinity')::timestamptz <= $1
       AND replace(bound[2], 'MAXVALUE', 'infinity')::timestamptz >= $2`,
    [from, to],
  );
  return rows.length > 0;
}

/** The monthly partitions, and loose tables that `remove` has detached. */
export async function ownTables(client) {
  const { rows } = await client.query(
    `SELECT relname AS name, CASE WHEN inhparent IS NULL THEN 'loose'
       WHEN inhdetachpending THEN 'pending' ELSE 'attached' END AS state
     FROM pg_class LEFT JOIN pg_inherits ON inhrelid = pg_class.oid
     WHERE relkind = 'r' AND relname ~ '^toll_\\d{4}_\\d{2}$'
       AND relnamespace =
         (SELECT relnamespace FROM pg_class WHERE oid = 'toll'::regclass)
       AND (inhparent = 'toll'::regclass OR inhparent IS NULL
         AND obj_description(pg_class.oid, 'pg_class') = 'detached by maintain')
     ORDER BY relname`,
  );
  return rows;
}
