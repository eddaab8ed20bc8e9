import express from 'express';
import { Webhook } from 'standardwebhooks';
import { inTransaction } from './database.js';

// #region receiver
export function createReceiver({ pool, secrets }) {
  const webhooks = secrets.map((secret) => new Webhook(secret));
  // The raw body, because the signature covers its bytes.
  const raw = express.raw({ type: () => true, limit: '1mb' });
  const app = express();

  app.post('/hooks', raw, async (req, res) => {
    if (!isGenuine(req, webhooks)) return res.sendStatus(401);

    await pool.query(
      `INSERT INTO inbox (id, body) VALUES ($1, $2)
       ON CONFLICT (id) DO NOTHING`,
      [req.get('webhook-id'), req.body],
    );
    res.sendStatus(204);
  });
  return app;
}

function isGenuine(req, webhooks) {
  return webhooks.some((webhook) => {
    try {
      // undefined: the signature is right, but the body is empty.
      return webhook.verify(req.body, req.headers) !== undefined;
    } catch {
      return false; // wrong signature, too old, not signed, or not JSON
    }
  });
}
// #endregion receiver

// #region worker
/** Processes one event that is due. Returns whether there was one. */
export async function processNext(pool, apply) {
  // Counted before the work, so that even an event that kills this process
  // gets twenty attempts only.
  const { rows } = await pool.query(
    `UPDATE inbox
        SET attempts = attempts + 1,
            next_attempt_at =
              now() + interval '1 minute' * least(2 ^ attempts, 60)
      WHERE id = (SELECT id FROM inbox
                   WHERE processed_at IS NULL AND attempts < 20
                     AND next_attempt_at <= now()
                   ORDER BY next_attempt_at LIMIT 1
                   FOR UPDATE SKIP LOCKED)
      RETURNING id, body`,
  );
  const [event] = rows;
  if (!event) return false;
  try {
    await inTransaction(pool, (client) => processOnce(client, event, apply));
  } catch (error) {
    console.error(`Event ${event.id} failed:`, error.message);
  }
  return true;
}

async function processOnce(client, { id, body }, apply) {
  const { rowCount } = await client.query(
    `UPDATE inbox SET processed_at = now()
     WHERE id = $1 AND processed_at IS NULL`,
    [id],
  );
  if (rowCount === 1) await apply(client, JSON.parse(body));
}
// #endregion worker
