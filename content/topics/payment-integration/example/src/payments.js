import { inTransaction } from './transaction.js';

export class Refused extends Error {}

// #region start
/** Returns the URL of the provider's page. */
export async function startPayment({ pool, stripe, origin }, id) {
  const booking = await find(pool, id);
  if (booking.status !== 'open') throw new Refused(`It's ${booking.status}`);
  const session = await checkout({ stripe, origin }, booking);
  await pool.query(
    'UPDATE booking SET session = $2 WHERE id = $1 AND session IS NULL',
    [id, session.id],
  );
  // The response to a repeated key may be old.
  const status = await refresh({ pool, stripe }, session.id);
  if (status === 'open') return session.url;
  throw new Refused(`It's ${status}`);
}

function checkout({ stripe, origin }, { id, amount, currency, session }) {
  if (session) return stripe.checkout.sessions.retrieve(session);
  const price = {
    currency,
    unit_amount: amount,
    product_data: { name: 'Theater seats' },
  };
  return stripe.checkout.sessions.create(
    {
      mode: 'payment',
      payment_method_types: ['card'],
      client_reference_id: id,
      line_items: [{ quantity: 1, price_data: price }],
      success_url: `${origin}/thanks?session={CHECKOUT_SESSION_ID}`,
    },
    { idempotencyKey: `booking-${id}` },
  );
}
// #endregion start

// #region refresh
/** For the webhook, the return page and the job. */
export async function refresh({ pool, stripe }, sessionId) {
  const session = await stripe.checkout.sessions.retrieve(sessionId, {
    expand: ['payment_intent'],
  });
  const paid = session.payment_status === 'paid';
  const charge = paid ? session.payment_intent.latest_charge : null;
  const received = paid ? session.amount_total : null;
  return inTransaction(pool, async (db) => {
    const booking = await find(db, session.client_reference_id, 'FOR UPDATE');
    const status = decide(booking, session);
    await db.query(
      `UPDATE booking SET status = $2, session = coalesce(session, $3),
         charge = coalesce(charge, $4), received = coalesce(received, $5)
       WHERE id = $1`,
      [booking.id, status, session.id, charge, received],
    );
    return status;
  });
}

function decide({ status, session, amount, currency }, theirs) {
  const ours = session === null || session === theirs.id;
  if (theirs.payment_status === 'paid') {
    if (status === 'paid' && ours) return 'paid';
    const fits = theirs.amount_total === amount && theirs.currency === currency;
    return status === 'open' && ours && fits ? 'paid' : 'review';
  }
  if (status !== 'open' || !ours || theirs.status === 'open') return status;
  return theirs.status === 'expired' ? 'released' : 'review';
}
// #endregion refresh

// #region release
/** For a job: settles bookings whose time is over. */
export async function settleOverdue({ pool, stripe, origin }) {
  const { rows } = await pool.query(
    `SELECT * FROM booking WHERE status = 'open'
     AND created_at < now() - interval '30 minutes' ORDER BY created_at`,
  );
  for (const booking of rows) {
    try {
      const session = await checkout({ stripe, origin }, booking);
      if (session.status === 'open') {
        // It may have been paid just now: the next line finds out.
        await stripe.checkout.sessions.expire(session.id).catch(() => {});
      }
      await refresh({ pool, stripe }, session.id);
    } catch (error) {
      console.error(`booking ${booking.id}: ${error.message}`);
    }
  }
}
// #endregion release

async function find(db, id, lock = '') {
  const { rows } = await db.query(
    `SELECT * FROM booking WHERE id = $1 ${lock}`,
    [id],
  );
  if (rows.length === 0) throw new Refused(`No booking ${id}`);
  return rows[0];
}
