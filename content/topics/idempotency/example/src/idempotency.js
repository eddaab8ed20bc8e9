import { createHash } from 'node:crypto';
import { inTransaction } from './transaction.js';

const LOCK_TIMEOUT = '55P03'; // PostgreSQL: lock_not_available

/** An Express handler that runs `work` once for each key of a client. */
// #region idempotent
export function idempotent(pool, work) {
  return async (req, res) => {
    const key = req.get('idempotency-key') ?? '';
    if (!/^[\x21-\x7e]{16,100}$/.test(key)) {
      const error = 'Send an Idempotency-Key of 16 to 100 characters';
      return res.status(400).json({ error });
    }
    const claim = { client: req.user, key, fingerprint: fingerprint(req) };
    try {
      const answer = await inTransaction(pool, (db) =>
        runOrReplay(db, claim, () => work(db, req)),
      );
      if (answer.replayed) res.set('Idempotent-Replayed', 'true');
      res.status(answer.status).json(answer.body);
    } catch (error) {
      if (error.code !== LOCK_TIMEOUT) throw error;
      res.status(409).set('Retry-After', '2');
      res.json({ error: 'Still busy; try again with the same key' });
    }
  };
}
// #endregion idempotent

// #region run
async function runOrReplay(db, { client, key, fingerprint }, work) {
  await db.query(`SET LOCAL lock_timeout = '2s'`);
  const claimed = await db.query(
    `INSERT INTO idempotency_key (client, key, fingerprint)
     VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [client, key, fingerprint],
  );
  if (claimed.rowCount === 0) {
    const { rows } = await db.query(
      `SELECT fingerprint, status, body FROM idempotency_key
       WHERE client = $1 AND key = $2`,
      [client, key],
    );
    if (rows[0].fingerprint !== fingerprint) {
      return { status: 422, body: { error: 'Key used for another request' } };
    }
    return { ...rows[0], replayed: true };
  }

  const { status, body } = await work();
  await db.query(
    `UPDATE idempotency_key SET status = $3, body = $4
     WHERE client = $1 AND key = $2`,
    [client, key, status, JSON.stringify(body)],
  );
  return { status, body };
}
// #endregion run

// #region fingerprint
function fingerprint(req) {
  return createHash('sha256')
    .update(`${req.method} ${req.originalUrl}\n`)
    .update(req.rawBody)
    .digest('hex');
}
// #endregion fingerprint
