import { Refused } from './payments.js';
import { inTransaction } from './transaction.js';

// #region refund
export async function refund({ pool, stripe }, { id, booking, amount }) {
  await inTransaction(pool, async (db) => {
    const { rows } = await db.query(
      'SELECT received FROM booking WHERE id = $1 FOR UPDATE',
      [booking],
    );
    if (!rows[0]?.received) throw new Refused('Nothing was paid');
    await db.query(
      'INSERT INTO refund VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [id, booking, amount],
    );
    const check = await db.query(
      `SELECT sum(amount) FILTER (WHERE status NOT IN ('failed', 'canceled'))::int AS total,
         bool_or(id = $2 AND amount = $3) AS same
       FROM refund WHERE booking = $1`,
      [booking, id, amount],
    );
    const { total, same } = check.rows[0];
    if (!same) throw new Refused('This ID belongs to another refund');
    if (total > rows[0].received) throw new Refused('More than was paid');
  });
  return settleRefund({ pool, stripe }, id);
}

/** Safe to repeat: for the job and the webhook, too. */
export async function settleRefund({ pool, stripe }, id) {
  const { rows } = await pool.query(
    `SELECT charge, refund.amount FROM refund
     JOIN booking ON booking.id = booking WHERE refund.id = $1`,
    [id],
  );
  if (rows.length === 0) throw new Refused(`No refund ${id}`);
  const { charge, amount } = rows[0];
  const { data } = await stripe.refunds.list({ charge, limit: 100 });
  const { id: providerId, status } =
    data.find(({ metadata }) => metadata.refund === id) ??
    (await stripe.refunds.create(
      { charge, amount, metadata: { refund: id } },
      { idempotencyKey: `refund-${id}` },
    ));
  await pool.query(
    `UPDATE refund SET provider_id = $2, status = $3
     WHERE id = $1 AND status NOT IN ('failed', 'canceled')`,
    [id, providerId, status],
  );
  return status;
}
// #endregion refund

/** For a job. */
export async function settleRefunds({ pool, stripe }) {
  const { rows } = await pool.query(
    `SELECT id FROM refund WHERE status NOT IN ('succeeded', 'failed', 'canceled')
     ORDER BY created_at`,
  );
  for (const { id } of rows) {
    await settleRefund({ pool, stripe }, id).catch((error) =>
      console.error(`refund ${id}: ${error.message}`),
    );
  }
}
