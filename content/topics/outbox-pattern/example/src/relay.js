import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

// #region relay
const LOCK = 4711; // any number that only the relays use

/** Publishes open messages until `signal` aborts. Start it on two machines. */
export async function runRelay(
  url,
  publish,
  { signal, pause = 100, timeout = 10_000 },
) {
  // A broker that hangs must not keep the lock.
  const inTime = (message) => within(publish(message), timeout);
  while (!signal.aborted) {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: timeout,
      query_timeout: timeout,
    });
    client.on('error', () => {}); // the next query fails, too
    try {
      await client.connect();
      while (!signal.aborted && !(await getLock(client))) await sleep(pause);
      while (!signal.aborted)
        if ((await publishBatch(client, inTime)) === 0) await sleep(pause);
    } catch (error) {
      console.error(`relay: ${error.message}`);
      await sleep(pause);
    } finally {
      await within(client.end(), 1_000).catch(() => {}); // gives the lock up
    }
  }
}

async function getLock(client) {
  const sql = 'SELECT pg_try_advisory_lock($1) AS is_mine';
  return (await client.query(sql, [LOCK])).rows[0].is_mine;
}

export async function publishBatch(client, publish, size = 100) {
  const { rows } = await client.query(
    `SELECT id, message_id, key, type, body FROM outbox
     WHERE published_at IS NULL ORDER BY id LIMIT $1`,
    [size],
  );
  if (rows.length === 0) return 0;
  const confirmed = [];
  try {
    for (const message of rows) {
      await publish(message); // until it's confirmed
      confirmed.push(message.id);
    }
  } finally {
    // after a failure, too
    await client.query(
      'UPDATE outbox SET published_at = now() WHERE id = ANY($1)',
      [confirmed],
    );
  }
  return rows.length;
}
// #endregion relay

// #region position
/** WRONG: it remembers the highest id and loses messages. */
export async function publishAfter(client, publish, position) {
  const { rows } = await client.query(
    'SELECT id, message_id, key, type, body FROM outbox WHERE id > $1 ORDER BY id LIMIT 100',
    [position],
  );
  for (const message of rows) await publish(message);
  return rows.at(-1)?.id ?? position;
}
// #endregion position

/** Rejects if the promise takes longer. */
async function within(promise, ms) {
  const timer = new AbortController();
  const late = sleep(ms, null, { signal: timer.signal }).then(() => {
    throw new Error(`no confirmation within ${ms} ms`);
  });
  await Promise.race([promise, late]).finally(() => timer.abort());
}
