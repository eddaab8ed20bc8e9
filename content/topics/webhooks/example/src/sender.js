import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { post } from './safe-post.js';

// #region announce
/** Call it in the transaction that changes the data. */
export async function announce(client, type, data) {
  const event = { type, timestamp: new Date().toISOString(), data };
  await client.query(
    `INSERT INTO deliveries (event_id, endpoint_id, body)
     SELECT $1, id, $2 FROM endpoints WHERE disabled_at IS NULL`,
    [`evt_${randomUUID()}`, JSON.stringify(event)],
  );
}
// #endregion announce

// #region schedule
const seconds = { minute: 60, hour: 3600 };
const pauses = [
  5,
  5 * seconds.minute,
  30 * seconds.minute,
  2 * seconds.hour,
  5 * seconds.hour,
  10 * seconds.hour,
  14 * seconds.hour,
  20 * seconds.hour,
  24 * seconds.hour,
];

/** Seconds until the next attempt, up to a tenth longer; undefined: give up. */
export function pauseAfter(attempts) {
  const pause = pauses[attempts - 1];
  return pause && pause * (1 + Math.random() / 10);
}
// #endregion schedule

// #region deliver
/** Delivers one event that is due. Returns whether there was one. */
export async function deliverNext(pool, { send = post } = {}) {
  // Claimed for a minute: no other worker takes it, and if this one dies, the
  // next one does. No transaction is open while we wait for the customer.
  const { rows } = await pool.query(
    `UPDATE deliveries d
        SET attempts = attempts + 1,
            next_attempt_at = now() + interval '1 minute'
       FROM endpoints e
      WHERE e.id = d.endpoint_id
        AND (d.event_id, d.endpoint_id) IN (
          SELECT event_id, endpoint_id
            FROM deliveries JOIN endpoints ON id = endpoint_id
           WHERE delivered_at IS NULL AND next_attempt_at <= now()
             AND disabled_at IS NULL
           ORDER BY next_attempt_at LIMIT 1
           FOR UPDATE OF deliveries SKIP LOCKED)
      RETURNING d.event_id, d.endpoint_id, d.body, d.attempts, e.url, e.secret`,
  );
  const [delivery] = rows;
  if (delivery) await deliver(pool, { delivery, send });
  return delivery !== undefined;
}

async function deliver(pool, { delivery, send }) {
  const { event_id: id, endpoint_id: endpoint, url, secret, body } = delivery;
  const now = new Date();
  const result = await send(url, body, {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  }).catch((error) => error.message);

  const isDelivered = result >= 200 && result < 300;
  await pool.query(
    `UPDATE deliveries
        SET last_result = $3,
            delivered_at = CASE WHEN $4 THEN now() END,
            next_attempt_at =
              coalesce(now() + $5 * interval '1 second', 'infinity')
      WHERE event_id = $1 AND endpoint_id = $2`,
    [id, endpoint, String(result), isDelivered, pauseAfter(delivery.attempts)],
  );
  if (result === 410) {
    await pool.query('UPDATE endpoints SET disabled_at = now() WHERE id = $1', [
      endpoint,
    ]);
  }
}
// #endregion deliver
