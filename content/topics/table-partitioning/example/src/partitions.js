const firstOf = (date, months) =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months));

const nameOf = (month) =>
  `toll_${month.toISOString().slice(0, 7).replace('-', '_')}`;

// #region maintain
/**
 * Creates the partitions of this month and the next ones, and removes those
 * that are too old. `client` is one connection, outside a transaction.
 */
export async function maintain(client, now, { ahead = 3, keep = 13 } = {}) {
  const lock = "hashtext('partitions of toll')";
  const { rows } = await client.query(
    `SELECT pg_try_advisory_lock(${lock}) AS mine`,
  );
  if (!rows[0].mine) return; // another run is busy
  await client.query("SET lock_timeout = '2s'");
  try {
    for (let n = 0; n <= ahead; n += 1) await create(client, firstOf(now, n));
    const oldest = nameOf(firstOf(now, -keep));
    for (const { name, state } of await monthlyTables(client))
      if (name < oldest) await remove(client, name, state);
  } finally {
    await client.query('RESET lock_timeout');
    await client.query(`SELECT pg_advisory_unlock(${lock})`);
  }
}

async function create(client, month) {
  const name = nameOf(month);
  const tables = await monthlyTables(client);
  if (tables.some((table) => table.name === name && table.state !== 'loose'))
    return;
  const from = month.toISOString();
  const to = firstOf(month, 1).toISOString();
  await client.query(
    `CREATE TABLE IF NOT EXISTS ${name}
       (LIKE toll INCLUDING ALL EXCLUDING IDENTITY)`,
  );
  await client.query(
    `ALTER TABLE toll ATTACH PARTITION ${name}
       FOR VALUES FROM ('${from}') TO ('${to}')`,
  );
}

async function remove(client, name, state) {
  if (state === 'attached')
    await client.query(
      `ALTER TABLE toll DETACH PARTITION ${name} CONCURRENTLY`,
    );
  if (state === 'pending')
    // an earlier run was interrupted
    await client.query(`ALTER TABLE toll DETACH PARTITION ${name} FINALIZE`);
  await client.query(`DROP TABLE ${name}`);
}
// #endregion maintain

/** All tables with a month in their name: attached, pending or loose. */
export async function monthlyTables(client) {
  const { rows } = await client.query(
    `SELECT relname AS name, CASE WHEN inhparent IS NULL THEN 'loose'
       WHEN inhdetachpending THEN 'pending' ELSE 'attached' END AS state
     FROM pg_class LEFT JOIN pg_inherits ON inhrelid = pg_class.oid
     WHERE relkind = 'r' AND relname ~ '^toll_\\d{4}_\\d{2}$'
     ORDER BY relname`,
  );
  return rows;
}
