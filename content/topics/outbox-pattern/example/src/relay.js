import { setTimeout as sleep } from 'node:timers/promises';

// #region relay
const LOCK = 4711; // any number that only the relays use

/** Publishes open messages until `signal` aborts. Start it on two machines. */
export async function runRelay(client, publish, { signal, pause = 100 }) {
  while (!signal.aborted) {
    const { rows } = await client.query(
      'SELECT pg_try_advisory_lock($1) AS is_mine',
      [LOCK],
    );
    if (rows[0].is_mine) break; // until this connection ends
    await sleep(pause);
  }
  while (!signal.aborted) {
    const count = await publishBatch(client, publish);
    if (count === 0) await sleep(pause);
  }
}

export async function publishBatch(client, publish, size = 100) {
  const { rows } = await client.query(
    `SELECT id, key, type, body FROM outbox
     WHERE published_at IS NULL ORDER BY id LIMIT $1`,
    [size],
  );
  for (const message of rows) await publish(message); // until it's confirmed
  await client.query(
    'UPDATE outbox SET published_at = now() WHERE id = ANY($1)',
    [rows.map(({ id }) => id)],
  );
  return rows.length;
}
// #endregion relay

// #region position
/** WRONG: it remembers the highest id and loses messages. */
export async function publishAfter(client, publish, position) {
  const { rows } = await client.query(
    'SELECT id, key, type, body FROM outbox WHERE id > $1 ORDER BY id LIMIT 100',
    [position],
  );
  for (const message of rows) await publish(message);
  return rows.at(-1)?.id ?? position;
}
// #endregion position
