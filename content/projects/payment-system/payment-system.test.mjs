// Payment System, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test payment-system.test.mjs
//
// Needs Node.js 22 or later and no package. The tests are the payment provider, on port 4000 or the one in PEER_PORT. Every run
// pays payees of its own.
// Not tested: kill -9, calls that time out, payouts (a week must be closed), the cursor of a statement, the daily reconciliation, a refund that the provider
// refuses, and what database and logs hold.
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { call, expect } from '../kit.mjs';

const bearer = (token) => (token ? { authorization: `Bearer ${token}` } : {});
const client = bearer('test-client');
const treasurer = bearer('test-treasurer');
const secondTreasurer = bearer('test-treasurer-2');

// The provider: charges by payment, what was asked of it, and a fault for the next charge.
const charges = new Map();
const asked = [];
let faults = [];
let refundFaults = [];
let slowRead;
const provider = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const respond = (status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (request.method === 'GET') {
    const charge = charges.get(decodeURIComponent(request.url.split('/').at(-1)));
    await slowRead?.(charge);
    respond(charge ? 200 : 404, charge ?? {});
    return;
  }
  const body = JSON.parse(Buffer.concat(chunks).toString());
  asked.push({ path: request.url, key: request.headers['idempotency-key'], ...body });
  if (request.url === '/refunds') {
    const status = refundFaults.shift() ?? 201;
    respond(status, status === 201 ? { payment: body.payment, amount: body.amount, state: 'done' } : {});
    return;
  }
  const page = `https://provider.example/pay/${body.payment}`;
  const charge = charges.get(body.payment) ?? { payment: body.payment, amount: body.amount, currency: body.currency, state: 'pending', page };
  charges.set(body.payment, charge);
  const fault = faults.shift();
  if (fault) await fault(respond, response);
  else respond(201, charge);
});
before(() => new Promise((resolve) => provider.listen(Number(process.env.PEER_PORT ?? 4000), resolve)));
after(() => {
  provider.closeAllConnections();
  provider.close();
});
const askedFor = (path, payment) => asked.filter((each) => each.path === path && each.payment === payment);

const newPayee = () => `t-${randomUUID()}`;
const pay = (body, { key = randomUUID(), headers = client } = {}) =>
  call('POST', '/payments', {
    headers: { ...headers, ...(key && { 'idempotency-key': key }) },
    body: { payee: newPayee(), amount: 12500, currency: 'EUR', invoice: '2026-118', ...body },
  });
const read = ({ id }) => call('GET', `/payments/${id}`, { headers: client });

/** An event of the provider, signed as the page says. */
function sendEvent({ id }, state, { event = `evt_${randomUUID()}`, secret = 'test-provider-secret', age = 0, change = (text) => text } = {}) {
  const body = JSON.stringify({ id: event, payment: id, state });
  const time = Math.floor(Date.now() / 1000) - age;
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return call('POST', '/provider/events', { headers: { 'content-type': 'application/json', 'provider-signature': `t=${time},v1=${signature}` }, body: change(body) });
}
/** The provider's state changes, and its event says so. */
async function change(payment, state, more = {}) {
  charges.set(payment.id, { ...charges.get(payment.id), state, ...more });
  expect(await sendEvent(payment, state)).status(200, 'for an event with a valid signature');
}
async function until(payment, state) {
  let response;
  for (const end = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    response = await read(payment);
    if (response.json?.state === state || response.status !== 200 || Date.now() > end) break;
  }
  expect(response).status(200, 'for a payment').field('state', state, 'within ten seconds of the event');
}

async function newPayment(body) {
  const payee = body?.payee ?? newPayee();
  const response = await pay({ ...body, payee });
  expect(response).status(201, 'for a valid payment').that(typeof response.json?.id === 'string', 'an "id" of the payment');
  return { ...response.json, payee };
}
async function paid(body) {
  const payment = await newPayment(body);
  await change(payment, 'succeeded');
  await until(payment, 'succeeded');
  return payment;
}

const refund = ({ id }, amount, key = randomUUID(), more = {}) =>
  call('POST', `/payments/${id}/refunds`, { headers: { ...client, ...(key && { 'idempotency-key': key }) }, body: { amount, ...more } });
const balanceOf = async ({ payee }, currency = 'EUR') => {
  const response = await call('GET', `/accounts/${payee}/balance`, { headers: client });
  return { response, balance: response.json?.items?.find?.((each) => each.currency === currency)?.balance ?? 0 };
};
/** Waits for a balance: the ledger may be a little behind the answer. */
async function hasBalance(payment, wanted, when, currency) {
  let found;
  for (const end = Date.now() + 5000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    found = await balanceOf(payment, currency);
    if (found.balance === wanted || found.response.status !== 200 || Date.now() > end) break;
  }
  expect(found.response).status(200, 'for an account').that(found.balance === wanted, `a balance of ${wanted} ${when}`);
}

const propose = (headers, more = {}) =>
  call('POST', '/adjustments', { headers: { ...headers, 'idempotency-key': randomUUID() }, body: { payee: newPayee(), amount: 700, currency: 'EUR', reason: 'a lost invoice', ...more } });
const approve = ({ json }, headers) => call('POST', `/adjustments/${json.id}/approval`, { headers: { ...headers, 'idempotency-key': randomUUID() } });
async function newAdjustment(more) {
  const proposed = await propose(treasurer, more);
  expect(proposed).status(201, 'for an adjustment by a treasurer').that(proposed.json?.id, 'an "id" of the adjustment');
  return proposed;
}
async function adjust(more) {
  expect(await approve(await newAdjustment(more), secondTreasurer)).status(200, 'for an approval by another treasurer');
}

describe('Stage 1: The ledger alone', () => {
  it('an adjustment is posted by a second person, and once', async () => {
    const payee = newPayee();
    expect(await propose(client)).status(403, 'for a client');
    expect(await propose(treasurer, { cardNumber: 'x' })).status(422, 'for a card number, or any other unknown key');
    const proposed = await newAdjustment({ payee });
    expect(await approve(proposed, treasurer)).status(403, 'for approving your own adjustment');
    expect(await approve(proposed, client)).status(403, 'for a client');
    await hasBalance({ payee }, 0, 'before the approval');
    const all = await Promise.all(Array.from({ length: 5 }, () => approve(proposed, secondTreasurer)));
    for (const response of all) expect(response).status(200, 'for an approval by another treasurer');
    await hasBalance({ payee }, 700, 'after the approval');
  });

  it('currencies are kept apart', async () => {
    const payee = newPayee();
    await adjust({ payee, amount: 11500, currency: 'EUR' });
    await adjust({ payee, amount: -460, currency: 'JPY' });
    await hasBalance({ payee }, 11500, 'in EUR');
    await hasBalance({ payee }, -460, 'in JPY', 'JPY');
  });

  it('a statement has a running balance', async () => {
    const payee = newPayee();
    await adjust({ payee, amount: 11500 });
    await adjust({ payee, amount: -460 });
    await hasBalance({ payee }, 11040, 'after 11500 and -460');
    const response = await call('GET', `/accounts/${payee}/entries`, { headers: client });
    const rows = response.json?.items?.map?.((row) => [row.amount, row.balance].join());
    expect(response).status(200, 'for a statement').that(rows?.join(' ') === '11500,11500 -460,11040', 'the entries 11500 and -460 in "items", with the balances 11500 and 11040');
  });
});

describe('Stage 3: Charges', () => {
  it('a payment without a key gets 400', async () => {
    expect(await pay({}, { key: '' })).status(400, 'without an Idempotency-Key');
    expect(await pay({}, { headers: {} })).status(401, 'without a token');
  });

  it('amounts are whole minor units from 1 to 10,000,000', async () => {
    for (const amount of [12.5, '1250', 0, -1, 10_000_001, null]) expect(await pay({ amount })).status(422, `for the amount ${JSON.stringify(amount)}`);
    expect(await pay({ amount: 10_000_000 })).status(201, 'for the amount 10000000');
  });

  it('an unknown currency and an unknown field get 422', async () => {
    expect(await pay({ currency: 'XXX' })).status(422, 'for an unknown currency');
    expect(await pay({ cardNumber: 'x' })).status(422, 'for a card number, or any other unknown key');
  });

  it('the fee is 8 percent, half up, and the payee gets what is left', async () => {
    for (const [amount, net] of [[12500, 11500], [1, 1], [6, 6], [7, 6], [31, 29], [1001, 921]]) await hasBalance(await paid({ amount }), net, `after a payment of ${amount}`);
  });

  it('any text is a payee, also the name of an account of your own', async () => {
    for (const payee of ['fees', 'provider', 'bank']) {
      const { balance } = await balanceOf({ payee });
      await hasBalance(await paid({ payee }), balance + 11500, `after another payment of 12500 to the payee ${payee}, which is no account of the cooperative`);
    }
  });

  it('a known key gives the first answer again, and 422 for another body', async () => {
    const key = randomUUID();
    const body = { payee: newPayee() };
    const first = await pay(body, { key });
    const second = await pay(body, { key });
    expect(first).status(201, 'for a valid payment');
    expect(second).status(201, 'for the same request again').that(isDeepStrictEqual(second.json, first.json) && second.json?.id, `the answer of the first: ${first.text}`);
    expect(await pay({ ...body, amount: 99 }, { key })).status(422, 'for a known key with another body');
    expect(second).that(askedFor('/charges', first.json.id).length === 1, 'one charge at the provider');
  });

  it('a second request while the first is running gets 409', async () => {
    const key = randomUUID();
    const body = { payee: newPayee() };
    let release;
    let reached;
    const isReached = new Promise((resolve) => (reached = resolve));
    faults.push(async (respond) => {
      reached();
      await new Promise((resolve) => (release = resolve));
      respond(201, charges.get(asked.at(-1).payment));
    });
    const count = asked.length;
    const first = pay(body, { key });
    await Promise.race([isReached, first]);
    const second = await pay(body, { key });
    release?.();
    expect(await first).status(201, 'for the first request');
    faults = [];
    expect(second).status(409, 'while the first request with the key is running').that(asked.length === count + 1, 'one charge at the provider');
  });

  it('a payment is processing until the provider has decided', async () => {
    const payee = newPayee();
    const started = await pay({ payee });
    expect(started).status(201, 'for a valid payment').field('page', `https://provider.example/pay/${started.json?.id}`);
    const payment = { id: started.json.id, payee };
    expect(await read(payment)).status(200, 'for a payment').field('state', 'processing').field('amount', 12500);
    await change(payment, 'failed');
    await until(payment, 'failed');
    await hasBalance(payment, 0, 'because a failed payment leaves no entry');
  });

  it('a call that failed with 500 may have charged: the payment goes on under its key', async () => {
    const cut = (_, response) => response.writeHead(201, { 'content-type': 'application/json' }).end('{"payment":');
    for (const fault of [(respond) => respond(500, {}), cut]) {
      faults = [fault];
      const key = randomUUID();
      const body = { payee: newPayee() };
      const first = await pay(body, { key });
      expect(first).status(201, 'for a payment of which the provider says nothing').field('state', 'processing');
      expect(await pay(body, { key })).status(201, 'for the same request again').field('id', first.json.id);
      const payment = { id: first.json.id, payee: body.payee };
      await change(payment, 'succeeded');
      await until(payment, 'succeeded');
      await hasBalance(payment, 11500, 'after one payment of 12500');
      const all = asked.filter((each) => each.path === '/charges' && each.payment === payment.id);
      expect(first).that(all.length > 0 && all[0].key && new Set(all.map((each) => each.key)).size === 1, 'the same Idempotency-Key in all calls to the provider for one payment');
    }
  });

  it('an event that nobody signed gets 400 and changes nothing', async () => {
    const payment = await newPayment();
    expect(await call('POST', '/provider/events', { body: { id: 'evt', payment: payment.id, state: 'succeeded' } })).status(400, 'without a signature');
    expect(await sendEvent(payment, 'succeeded', { secret: 'guessed' })).status(400, 'for a signature with another secret');
    expect(await sendEvent(payment, 'failed', { change: (text) => text.replace('failed', 'succeeded') })).status(400, 'for a body that was changed after it was signed');
    expect(await sendEvent(payment, 'succeeded', { age: 360 })).status(400, 'for an event that is six minutes old');
    expect(await read(payment)).field('state', 'processing', 'because no event was valid');
  });

  it('five copies of an event post once, also at the same moment', async () => {
    const payment = await newPayment();
    charges.set(payment.id, { ...charges.get(payment.id), state: 'succeeded' });
    const event = `evt_${randomUUID()}`;
    const all = await Promise.all(Array.from({ length: 5 }, () => sendEvent(payment, 'succeeded', { event })));
    for (const response of all) expect(response).status(200, 'for each copy');
    expect(await sendEvent(payment, 'succeeded')).status(200, 'for another event with the same news');
    await until(payment, 'succeeded');
    await hasBalance(payment, 11500, 'after one payment of 12500');
  });

  it('an old event does not undo a newer state', async () => {
    const payment = await paid();
    expect(await sendEvent(payment, 'failed')).status(200, 'for an event that arrives late');
    expect(await read(payment)).field('state', 'succeeded', 'because that is the state at the provider');
    await hasBalance(payment, 11500, 'after one payment of 12500');
  });
});

describe('Stage 4: Refunds and disputes', () => {
  it('a refund of the whole gives back the whole fee', async () => {
    const payment = await paid();
    expect(await refund(payment, 12500)).status(201, 'for a refund that the provider has confirmed');
    await hasBalance(payment, 0, 'after a refund of the whole');
  });

  it('a refund in parts gives back the whole fee, to the cent', async () => {
    const payment = await paid({ amount: 1001 });
    for (const amount of [333, 333, 335]) expect(await refund(payment, amount)).status(201, `for a refund of ${amount}`);
    await hasBalance(payment, 0, 'after 1001 was refunded as 333, 333 and 335');
    expect(await refund(payment, 1)).status(409, 'for a refund of more than was paid');
  });

  it('of twenty refunds of a half at the same moment two succeed', async () => {
    const payment = await paid();
    const all = await Promise.all(Array.from({ length: 20 }, () => refund(payment, 6250)));
    const done = all.filter(({ status }) => status === 201 || status === 202).length;
    const refused = all.filter(({ status }) => status === 409).length;
    expect(all[0]).that(done === 2 && refused === 18, `201 or 202 twice and 409 eighteen times (it was ${done} and ${refused} times)`);
    expect(all[0]).that(askedFor('/refunds', payment.id).length === 2, `two refunds at the provider (there were ${askedFor('/refunds', payment.id).length})`);
    await hasBalance(payment, 0, 'after two halves');
  });

  it('a refund with a known key is done once', async () => {
    const payment = await paid();
    const key = randomUUID();
    const [first, second] = [await refund(payment, 5000, key), await refund(payment, 5000, key)];
    expect(first).status(201, 'for a refund');
    expect(second).status(201, 'for the same request again').that(isDeepStrictEqual(second.json, first.json), `the answer of the first: ${first.text}`);
    expect(await refund(payment, 5000, '')).status(400, 'without an Idempotency-Key');
    expect(second).that(askedFor('/refunds', payment.id).length === 1, 'one refund at the provider');
    await hasBalance(payment, 6900, 'after 5000 of 12500 was refunded');
  });

  it('a refund of which the provider says nothing still counts', async () => {
    const payment = await paid();
    refundFaults = [500];
    const key = randomUUID();
    const first = await refund(payment, 12500, key);
    refundFaults = [];
    expect(first).that([201, 202].includes(first.status), '202 when the provider returned 500 (or 201, if you have asked again)');
    expect(await refund(payment, 12500)).status(409, 'because the first refund of the whole may have been done');
    await refund(payment, 12500, key);
    const keys = askedFor('/refunds', payment.id).map((each) => each.key);
    expect(first).that(keys[0] && new Set(keys).size === 1, `one Idempotency-Key in all calls to the provider for one refund (there were ${keys.map(String).join(', ')})`);
  });

  it('only what was paid can be refunded', async () => {
    expect(await refund(await newPayment(), 100)).status(409, 'for a payment that is processing');
    const payment = await paid();
    for (const amount of [0, -1, 1.5, '100']) expect(await refund(payment, amount)).status(422, `for the amount ${JSON.stringify(amount)}`);
    expect(await refund(payment, 100, randomUUID(), { cardNumber: 'x' })).status(422, 'for a card number, or any other unknown key');
    expect(await refund({ id: randomUUID() }, 100)).status(404, 'for a payment that does not exist');
  });

  it('a dispute takes amount and fee at once, and gives the amount back when it is won', async () => {
    const payment = await paid();
    await change(payment, 'disputed', { disputeFee: 1500 });
    await hasBalance(payment, -2500, 'while 12500 and a fee of 1500 are taken out of 11500');
    expect(await refund(payment, 100)).status(409, 'for a payment that is disputed');
    expect(await sendEvent(payment, 'disputed')).status(200, 'for another event with the same news');
    await change(payment, 'won');
    await hasBalance(payment, 10000, 'after the dispute was won');
  });

  it('a response that was read before a dispute does not undo it', async () => {
    const payment = await newPayment();
    charges.set(payment.id, { ...charges.get(payment.id), state: 'succeeded' });
    let release;
    const isReleased = new Promise((resolve) => (release = resolve));
    let isFirst = true;
    slowRead = async (charge) => {
      if (charge?.payment !== payment.id || !isFirst) return;
      isFirst = false;
      await isReleased;
    };
    const first = sendEvent(payment, 'succeeded');
    for (const end = Date.now() + 3000; isFirst && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 20));
    charges.set(payment.id, { ...charges.get(payment.id), state: 'disputed', disputeFee: 1500 });
    const second = sendEvent(payment, 'disputed');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    release();
    slowRead = undefined;
    for (const response of await Promise.all([first, second])) expect(response).status(200, 'for an event with a valid signature');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await read(payment)).field('state', 'disputed', 'although an older response of the provider, which said succeeded, came later');
    await hasBalance(payment, -2500, 'after 11500 was earned, and 12500 and a fee of 1500 were taken');
  });

  it('a dispute that comes before the news of the payment leaves both in the ledger', async () => {
    const payment = await newPayment();
    charges.set(payment.id, { ...charges.get(payment.id), state: 'disputed', disputeFee: 1500 });
    for (const state of ['disputed', 'succeeded']) expect(await sendEvent(payment, state)).status(200, 'for an event with a valid signature');
    await until(payment, 'disputed');
    await hasBalance(payment, -2500, 'after 11500 was earned, and 12500 and a fee of 1500 were taken');
    const missed = await newPayment();
    await change(missed, 'won', { disputeFee: 1500 });
    await until(missed, 'won');
    await hasBalance(missed, 10000, 'after a dispute was won of which no other event came');
  });
});

describe('Stage 5: Payouts', () => {
  it('a week that is not over cannot be paid out', async () => {
    expect(await call('PUT', '/payout-runs/2999-W01', { headers: treasurer })).status(422, 'for a week that is not closed');
    expect(await call('PUT', '/payout-runs/2026-W77', { headers: treasurer })).status(422, 'for a week that no year has');
    expect(await call('PUT', '/payout-runs/2021-W53', { headers: treasurer })).status(422, 'for week 53 of 2021, which had 52');
    expect(await call('PUT', '/payout-runs/2020-W10', { headers: client })).status(403, 'for a client');
  });

  it('a run of payouts is started once', async () => {
    const week = `${2000 + Math.floor(Math.random() * 20)}-W${10 + Math.floor(Math.random() * 40)}`;
    await call('PUT', `/payout-runs/${week}`, { headers: treasurer });
    expect(await call('PUT', `/payout-runs/${week}`, { headers: treasurer })).status(200, 'for a run that is repeated').field('week', week);
  });
});
