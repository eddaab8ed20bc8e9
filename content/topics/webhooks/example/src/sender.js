import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { post } from './safe-post.js';

// #region announce
/** Call it in the transaction that changes the data. */
export async function announce(client, { customer, type, data }) {
  const event = { type, timestamp: new Date().toISOString(), data };
  await client.query(
    `INSERT INTO deliveries (event_id, endpoint_id, body)
     SELECT $1, id, $2 FROM endpoints
     WHERE customer_id = $3 AND disabled_at IS NULL`,
    [`evt_${randomUUID()}`, JSON.stringify(event), customer],
  );
}
// #endregion announce

const minute = 60;
const hour = 60 * minute;
const pauses = [
  5,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** Seconds until the next attempt, up to a tenth longer; undefined: give up. */
function pauseAfter(attempts) {
  const pause = pauses[attempts - 1];
  return pause && pause * (1 + Math.random() / 10);
}

// #region deliver
/** Delivers one event that is due. Returns whether there was one. */
export async function deliverNext(pool, send = post) {
  const { rows } = await pool.query(
    `UPDATE deliveries d
        SET attempts = attempts + 1,
            next_attempt_at = now() + interval '1 minute'
       FROM endpoints e
      WHERE e.id = d.endpoint_id
        AND (d.event_id, d.endpoint_id) = (
          SELECT event_id, endpoint_id
            FROM deliveries JOIN endpoints ON id = endpoint_id
           WHERE delivered_at IS NULL AND next_attempt_at <= now()
             AND disabled_at IS NULL
           ORDER BY next_attempt_at LIMIT 1
           FOR UPDATE OF deliveries SKIP LOCKED)
      RETURNING d.event_id, d.endpoint_id, d.body, d.attempts, e.url, e.secret`,
  );
  const [delivery] = rows;
  if (!delivery) return false;
  await record(pool, delivery, await attempt(delivery, send));
  return true;
}

/** Returns the status of the response, or why there was none. */
async function attempt(delivery, send) {
  const { event_id: id, endpoint_id: endpoint, body, url, secret } = delivery;
  const now = new Date();
  try {
    return await send(url, body, {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    });
  } catch (error) {
    console.error(`Delivery to endpoint ${endpoint} failed:`, error.message);
    return 'no response'; // the message is for you, this is for the customer
  }
}
// #endregion deliver

async function record(pool, delivery, result) {
  const { event_id: id, endpoint_id: endpoint, attempts } = delivery;
  const isDelivered = result >= 200 && result < 300;
  await pool.query(
    `UPDATE deliveries
        SET last_result = $3,
            delivered_at = CASE WHEN $4 THEN now() END,
            next_attempt_at =
              coalesce(now() + $5 * interval '1 second', 'infinity')
      WHERE event_id = $1 AND endpoint_id = $2 AND delivered_at IS NULL
        -- A worker that took too long may report a success, but no failure.
        AND ($4 OR attempts = $6)`,
    [id, endpoint, String(result), isDelivered, pauseAfter(attempts), attempts],
  );
  if (result === 410) {
    await pool.query('UPDATE endpoints SET disabled_at = now() WHERE id = $1', [
      endpoint,
    ]);
  }
}
