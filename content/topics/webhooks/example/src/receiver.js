import express from 'express';
import { Webhook } from 'standardwebhooks';

// #region receiver
export function createReceiver({ pool, secrets }) {
  const app = express();

  // The raw body, because the signature is about its bytes.
  app.post('/hooks', express.raw({ type: () => true }), async (req, res) => {
    if (!isGenuine(req, secrets)) return res.sendStatus(401);

    await pool.query(
      `INSERT INTO inbox (id, payload) VALUES ($1, $2)
       ON CONFLICT (id) DO NOTHING`,
      [req.get('webhook-id'), req.body.toString()],
    );
    res.sendStatus(204);
  });
  return app;
}

function isGenuine(req, secrets) {
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(req.body, req.headers);
      return true;
    } catch {
      return false; // wrong signature, too old, or not signed at all
    }
  });
}
// #endregion receiver

// #region worker
export async function processInbox(pool, apply) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query(
      `SELECT id, payload FROM inbox WHERE processed_at IS NULL
       ORDER BY received_at LIMIT 10 FOR UPDATE SKIP LOCKED`,
    );
    for (const { id, payload } of rows) {
      await apply(client, payload);
      await client.query(
        'UPDATE inbox SET processed_at = now() WHERE id = $1',
        [id],
      );
    }
    await client.query('COMMIT');
    return rows.length;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
// #endregion worker
