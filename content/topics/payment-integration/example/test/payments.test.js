import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createApp } from '../src/app.js';
import { refresh, settleOverdue, startPayment } from '../src/payments.js';
import { reconcile } from '../src/reconcile.js';
import { refund, settleRefund, settleRefunds } from '../src/refunds.js';
import { connectStripe } from '../src/stripe.js';
import { startFakeStripe } from './fake-stripe.js';

const webhookSecret = 'whsec_test';
const origin = 'https://theater.example';
let database, pool, provider, stripe, deps, alerts;

before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => {}); // when the server stops
});
beforeEach(async (t) => {
  alerts = t.mock.method(console, 'error', () => {});
  await pool.query('TRUNCATE booking CASCADE');
  await pool.query(
    `INSERT INTO booking (id, amount) VALUES ('B1', 6000), ('B2', 3000)`,
  );
  provider?.stop();
  provider = await startFakeStripe();
  stripe = connectStripe('sk_test_1', {
    host: '127.0.0.1',
    port: provider.port,
    protocol: 'http',
    timeout: 500,
  });
  deps = { pool, stripe, origin, webhookSecret, live: false };
});
after(async () => {
  provider.stop();
  await pool.end();
  await database.stop();
});

async function booking(id = 'B1') {
  const { rows } = await pool.query('SELECT * FROM booking WHERE id = $1', [
    id,
  ]);
  return rows[0];
}
/** Throws unless so many connections wait for a lock. */
async function waiting(count) {
  const { rows } = await pool.query(
    `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`,
  );
  assert.equal(rows.length, count);
}
async function sessionOf(id) {
  await startPayment(deps, id);
  return (await booking(id)).session;
}
async function pay(id) {
  const session = await sessionOf(id);
  provider.pay(session);
  await refresh(deps, session);
  return session;
}
async function start(t) {
  const server = createApp(deps).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  return `http://localhost:${server.address().port}`;
}
async function send(url, object, { secret = webhookSecret, ...event } = {}) {
  const payload = JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'test',
    livemode: false,
    data: { object },
    ...event,
  });
  const signature = stripe.webhooks.generateTestHeaderString({
    payload,
    secret,
  });
  const { status } = await fetch(`${url}/stripe-events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'stripe-signature': signature,
    },
    body: payload,
  });
  return status;
}

test('the thanks page alone pays for nothing', async (t) => {
  const url = await start(t);
  const session = await sessionOf('B1');
  const thanks = () => fetch(`${url}/thanks?session=${session}`);
  assert.deepEqual(await (await thanks()).json(), { status: 'open' });
  provider.pay(session);
  assert.deepEqual(await (await thanks()).json(), { status: 'paid' });
  for (const id of ['cs_test_unknown', '..', '']) {
    assert.equal((await fetch(`${url}/thanks?session=${id}`)).status, 404);
  }
});

test('a double click gets one session', async (t) => {
  const url = await start(t);
  const click = () =>
    fetch(`${url}/bookings/B1/payment`, { method: 'POST', redirect: 'manual' });
  const [a, b] = await Promise.all([click(), click()]);
  assert.equal(a.status, 303);
  assert.equal(a.headers.get('location'), b.headers.get('location'));
  provider.forgetKeys();
  assert.equal(
    (await click()).headers.get('location'),
    a.headers.get('location'),
  );
  assert.equal(provider.sessions().length, 1);
});

test('a lost response or a crash after the call leaves one session', async () => {
  provider.lose = 3; // the SDK gives up after three attempts
  await assert.rejects(startPayment(deps, 'B1'));
  assert.equal((await booking()).session, null);
  const session = await sessionOf('B1');
  assert.deepEqual(
    provider.sessions().map(({ id }) => id),
    [session],
  );
});

test('a crash after the call: who has paid is not sent to pay again', async () => {
  provider.lose = 3;
  await assert.rejects(startPayment(deps, 'B1'));
  provider.pay(provider.sessions()[0].id);
  await assert.rejects(startPayment(deps, 'B1'), { message: "It's paid" });
});

test('a crash after the call: the webhook finds the booking', async (t) => {
  const url = await start(t);
  provider.lose = 3;
  await assert.rejects(startPayment(deps, 'B1'));
  const [{ id }] = provider.sessions();
  provider.pay(id);
  assert.equal(await send(url, { object: 'checkout.session', id }), 200);
  const { status, session } = await booking();
  assert.deepEqual([status, session], ['paid', id]);
});

test('webhooks: repeated, forged, of the other mode, unknown', async (t) => {
  const url = await start(t);
  const id = await sessionOf('B1');
  const object = { object: 'checkout.session', id, payment_status: 'paid' };
  assert.equal(await send(url, object), 200); // an event can't claim anything
  assert.equal((await booking()).status, 'open');

  provider.pay(id);
  assert.equal(await send(url, object, { secret: 'whsec_other' }), 400);
  assert.equal(await send(url, object, { livemode: true }), 400);
  assert.equal((await booking()).status, 'open');
  assert.deepEqual(
    await Promise.all([send(url, object), send(url, object)]),
    [200, 200],
  );
  assert.equal((await booking()).status, 'paid');

  const { id: foreign } = await stripe.checkout.sessions.create({
    client_reference_id: "another shop's",
    line_items: [{ price_data: { currency: 'eur', unit_amount: 100 } }],
  });
  // Sending it again wouldn't help.
  assert.equal(
    await send(url, { object: 'checkout.session', id: foreign }),
    200,
  );
  assert.match(alerts.mock.calls.at(-1).arguments[0], /No booking another/);

  const dispute = { object: 'dispute', id: 'dp_1', metadata: {} };
  await send(url, dispute, { type: 'charge.dispute.created' });
  assert.match(alerts.mock.calls.at(-1).arguments[0], /ALERT.*dp_1/);
});

test('a webhook is refused while the provider hangs, so it comes again', async (t) => {
  const url = await start(t);
  const id = await pay('B1');
  provider.hang = true;
  assert.equal(await send(url, { object: 'checkout.session', id }), 503);
});

// #region overdue
test('seats are released only after the page is closed', async () => {
  const first = await sessionOf('B1');
  await pool.query(`UPDATE booking SET created_at = now() - interval '1 hour'`);
  provider.onExpire((id) => id === first && provider.pay(id)); // just in time
  await settleOverdue(deps);
  assert.equal((await booking('B1')).status, 'paid');
  assert.equal((await booking('B2')).status, 'released');
  const closed = (await booking('B2')).session;
  assert.throws(() => provider.pay(closed), /expired/);
  await assert.rejects(startPayment(deps, 'B2'), /released/);
});
// #endregion overdue

test('while the provider is down, the job releases nothing', async () => {
  await sessionOf('B1');
  await pool.query(`UPDATE booking SET created_at = now() - interval '1 hour'`);
  provider.hang = true;
  await settleOverdue(deps);
  assert.equal((await booking()).status, 'open');
});

test('young bookings are left alone', async () => {
  await sessionOf('B1');
  await settleOverdue(deps);
  assert.equal((await booking()).status, 'open');
});

test('another amount, a released booking and a second payment are reviewed', async () => {
  const wrong = await sessionOf('B1');
  await pool.query(`UPDATE booking SET amount = 4500 WHERE id = 'B1'`);
  provider.pay(wrong);
  assert.equal(await refresh(deps, wrong), 'review');

  const late = await sessionOf('B2');
  await pool.query(`UPDATE booking SET status = 'released' WHERE id = 'B2'`);
  provider.pay(late);
  assert.equal(await refresh(deps, late), 'review');

  await pool.query(`INSERT INTO booking (id, amount) VALUES ('B3', 100)`);
  await pay('B3');
  const { charge } = await booking('B3');
  const second = await stripe.checkout.sessions.create({
    client_reference_id: 'B3',
    line_items: [{ price_data: { currency: 'eur', unit_amount: 100 } }],
  });
  provider.pay(second.id);
  assert.equal(await refresh(deps, second.id), 'review');
  assert.equal((await booking('B3')).charge, charge); // refunds need it
});

test('two payments for one booking at the same moment are reviewed', async (t) => {
  const first = await sessionOf('B1');
  const second = await stripe.checkout.sessions.create({
    client_reference_id: 'B1',
    line_items: [{ price_data: { currency: 'eur', unit_amount: 6000 } }],
  });
  provider.pay(first);
  provider.pay(second.id);
  // Both meet at a lock on the booking.
  const other = await pool.connect();
  t.after(() => other.release());
  await other.query(`BEGIN; SELECT FROM booking WHERE id = 'B1' FOR UPDATE`);
  const both = [];
  for (const session of [second.id, first]) {
    both.push(refresh(deps, session));
    await t.waitFor(() => waiting(both.length), { timeout: 10_000 });
  }
  await other.query('COMMIT');
  await Promise.all(both);
  assert.equal((await booking()).status, 'review');
});

test('a payment through a page that is not ours is reviewed', async () => {
  await sessionOf('B1');
  const other = await stripe.checkout.sessions.create({
    client_reference_id: 'B1',
    line_items: [{ price_data: { currency: 'eur', unit_amount: 6000 } }],
  });
  provider.pay(other.id);
  assert.equal(await refresh(deps, other.id), 'review');
});

test('Back and "Pay" again, after paying or after the page was closed', async (t) => {
  const url = await start(t);
  const click = async (id) => {
    const options = { method: 'POST', redirect: 'manual' };
    const res = await fetch(`${url}/bookings/${id}/payment`, options);
    return `${res.status} ${(await res.json()).error}`;
  };
  provider.pay(await sessionOf('B1'));
  assert.equal(await click('B1'), "409 It's paid");
  await stripe.checkout.sessions.expire(await sessionOf('B2'));
  assert.equal(await click('B2'), "409 It's released");
});

test('a session that is complete without a payment is reviewed', async () => {
  const session = await sessionOf('B1');
  provider.useFreeCode(session);
  assert.equal(await refresh(deps, session), 'review');
});

test('another currency is reviewed', async () => {
  const session = await sessionOf('B1');
  await pool.query(`UPDATE booking SET currency = 'chf' WHERE id = 'B1'`);
  provider.pay(session);
  assert.equal(await refresh(deps, session), 'review');
});

// #region refunds
test('a refund repeated after a lost response moves money once', async () => {
  await pay('B1');
  const R1 = { id: 'R1', booking: 'B1', amount: 4000 };
  provider.lose = 3;
  await assert.rejects(refund(deps, R1));
  provider.forgetKeys(); // a day later
  await settleRefunds(deps);
  assert.equal(await refund(deps, R1), 'succeeded');
  assert.equal(provider.paid(), 2000);
});

test('clerks together cannot return more than was paid', async () => {
  await pay('B1');
  const ids = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'];
  await Promise.all(ids.map(() => pool.query('SELECT pg_sleep(0.1)'))); // connects
  const results = await Promise.allSettled(
    ids.map((id) => refund(deps, { id, booking: 'B1', amount: 2500 })),
  );
  const failed = results.filter(({ status }) => status === 'rejected');
  assert.match(failed[0].reason.message, /More than was paid/);
  assert.equal(failed.length, 4);
  assert.equal(provider.paid(), 1000);
});
// #endregion refunds

test('the same refund twice at once', async () => {
  await pay('B1');
  const R1 = { id: 'R1', booking: 'B1', amount: 4000 };
  await Promise.all([refund(deps, R1), refund(deps, R1)]);
  assert.equal(provider.paid(), 2000);
  await assert.rejects(refund(deps, { ...R1, amount: 100 }), /another refund/);
  await assert.rejects(refund(deps, { ...R1, booking: 'B2' }), /Nothing/);
  await pay('B2');
  await assert.rejects(
    refund(deps, { ...R1, booking: 'B2', amount: 100 }),
    /another refund/,
  );
  assert.equal(provider.paid(), 5000);
});

test('the job and the webhook settle the same refund at once', async (t) => {
  await pay('B1');
  await pool.query(`INSERT INTO refund VALUES ('R1', 'B1', 4000)`);
  const list = stripe.refunds.list.bind(stripe.refunds);
  const all = Promise.withResolvers();
  let listed = 0;
  t.mock.method(stripe.refunds, 'list', async (...args) => {
    const before = await list(...args);
    if (++listed === 3) all.resolve();
    await all.promise; // so that none has seen another's refund
    return before;
  });
  await Promise.all([1, 2, 3].map(() => settleRefund(deps, 'R1')));
  assert.equal(provider.paid(), 2000);
});

test('an older response does not revive a failed refund', async () => {
  const charge = (await pay('B1')) && (await booking()).charge;
  await refund(deps, { id: 'R1', booking: 'B1', amount: 6000 });
  const older = await stripe.refunds.list({ charge });
  provider.failRefund(older.data[0].id);
  await settleRefund(deps, 'R1');
  const late = { refunds: { list: async () => older } };
  await settleRefund({ pool, stripe: late }, 'R1');
  const { rows } = await pool.query('SELECT status FROM refund');
  assert.equal(rows[0].status, 'failed');
});

test('a refund that failed later can be given again, under another ID', async (t) => {
  await pay('B1');
  await refund(deps, { id: 'R1', booking: 'B1', amount: 6000 });
  const { rows } = await pool.query('SELECT provider_id FROM refund');
  provider.failRefund(rows[0].provider_id);
  const url = await start(t);
  const object = { object: 'refund', metadata: { refund: 'R1' } };
  assert.equal(await send(url, object), 200);
  await refund(deps, { id: 'R2', booking: 'B1', amount: 6000 });
  assert.equal(provider.paid(), 0);
  assert.deepEqual(await reconcile(deps), []);
});

test('reconciliation lists what is only on one side', async () => {
  await pay('B1');
  await refund(deps, { id: 'R1', booking: 'B1', amount: 1000 });
  assert.deepEqual(await reconcile(deps), []);

  const unseen = await sessionOf('B2');
  provider.pay(unseen); // and no webhook arrives
  provider.balance[0].amount = 5900;
  provider.balance.push({ source: 'dp_1', type: 'adjustment', amount: -6000 });
  provider.balance.push({ source: 'po_1', type: 'payout', amount: -2000 });
  await pool.query(`INSERT INTO refund VALUES ('R2', 'B1', 500)`);
  const list = await reconcile(deps);
  assert.deepEqual(list.map(({ ours, theirs }) => `${ours} ${theirs}`).sort(), [
    '-500 null',
    '6000 5900',
    'null -6000',
    'null 3000',
  ]);
});

test('the key has to be of the mode that the environment expects', () => {
  assert.throws(() => connectStripe('sk_test_1', {}, true), /mode/);
  assert.throws(() => connectStripe('sk_live_1', {}, false), /mode/);
});
