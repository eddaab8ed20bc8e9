// A solution of the Payment System without packages. It keeps everything in memory, where the project asks for a database, and
// it has no reconciliation.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { check, Problem, readBody, serve } from '../serve.mjs';

const provider = process.env.PROVIDER_URL ?? `http://localhost:${process.env.PEER_PORT ?? 4000}`;
const secret = 'test-provider-secret';
const payments = new Map();
const adjustments = new Map();
const payoutRuns = new Map();
/** First answers by route and key. */
const answers = new Map();
/** Entries by kind and reference, which add up to zero; positive is what the cooperative owes. */
const ledger = new Map();

function post(kind, reference, currency, entries) {
  const name = `${kind} ${reference}`;
  if (ledger.has(name)) return;
  const all = Object.entries(entries).filter(([, amount]) => amount !== 0);
  if (all.reduce((sum, [, amount]) => sum + amount, 0) !== 0) throw new Error(`${name} does not balance`);
  ledger.set(name, all.map(([account, amount]) => ({ account, amount, currency, kind })));
}
/** 8 percent, half up. */
const feeOf = (amount) => Math.floor((amount * 8 + 50) / 100);
/** A payee may have the name of an account of the cooperative. */
const accountOf = ({ payee }) => `payee ${payee}`;
const entriesOf = (account) => [...ledger.values()].flat().filter((entry) => entry.account === account);

function need(bearer, ...allowed) {
  if (!/^test-(client|treasurer|treasurer-2)$/.test(bearer ?? '')) throw new Problem(401, 'token', 'The token is missing or wrong');
  if (allowed.length > 0 && !allowed.includes(bearer)) throw new Problem(403, 'forbidden', 'This token may not do that');
}
const unknown = (others) => Object.keys(others).map((field) => [field, false, 'is unknown']);
const isAmount = (amount) => Number.isSafeInteger(amount) && amount >= 1 && amount <= 10_000_000;

/** Performs a request under its key, or gives the first answer again. */
async function once({ request, headers, json }, perform) {
  const key = headers['idempotency-key'];
  if (!key) throw new Problem(400, 'key', 'Idempotency-Key is missing');
  const body = request.headers['content-length'] === '0' || !request.headers['content-type'] ? {} : await json();
  const name = `${request.url} ${key}`;
  const text = JSON.stringify(body);
  const known = answers.get(name);
  if (known && known.text !== text) throw new Problem(422, 'key', 'The key belongs to another request');
  if (known && !known.answer) throw new Problem(409, 'running', 'The first request is still running');
  if (known) return known.answer;
  const entry = { text };
  answers.set(name, entry);
  try {
    return (entry.answer = await perform(body));
  } catch (error) {
    answers.delete(name);
    throw error;
  }
}

async function ask(path, key, body) {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  try {
    const response = await fetch(provider + path, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(30_000) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

const shown = ({ id, payee, amount, currency, invoice, state, page, refunds }) => ({ id, payee, amount, currency, invoice, state, page, refunds });

const startPayment = (context) =>
  once(context, async (body) => {
    const { payee, amount, currency, invoice, ...others } = body;
    check(
      ['payee', typeof payee === 'string', 'must be a text'],
      ['amount', isAmount(amount), 'must be a whole number from 1 to 10,000,000'],
      ['currency', ['EUR', 'JPY'].includes(currency), 'must be EUR or JPY'],
      ...unknown(others),
    );
    const payment = { id: randomUUID(), payee, amount, currency, invoice, state: 'processing', page: null, refunds: [] };
    payments.set(payment.id, payment);
    const charge = await ask('/charges', payment.id, { payment: payment.id, amount, currency });
    payment.page = charge?.page ?? null;
    return { status: 201, body: { ...shown(payment), refunds: [] } };
  });

const order = ['processing', 'failed', 'succeeded', 'disputed', 'won'];

/** Applies what the provider knows about a payment; every way to the ledger leads through here. */
function apply(payment, { state, disputeFee = 0 }) {
  const { id, amount, currency } = payment;
  const payee = accountOf(payment);
  if (state === 'pending') return;
  // Two responses can overtake each other, so a state never goes back.
  if (order.indexOf(state) > order.indexOf(payment.state)) payment.state = state;
  // A state may have been missed: a charge that is disputed has succeeded before.
  if (state !== 'failed') post('charge', id, currency, { provider: -amount, [payee]: amount - feeOf(amount), fees: feeOf(amount) });
  if (state === 'disputed' || state === 'won') post('dispute', id, currency, { [payee]: -amount - disputeFee, provider: amount + disputeFee });
  if (state === 'won') post('won', id, currency, { [payee]: amount, provider: -amount });
}

async function event({ request, headers }) {
  const body = await readBody(request);
  const [, time = '0', signature = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['provider-signature'] ?? '') ?? [];
  const wanted = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  const isOld = Math.abs(Date.now() / 1000 - Number(time)) > 300;
  if (isOld || signature === '' || !timingSafeEqual(Buffer.from(signature, 'hex'), wanted)) throw new Problem(400, 'signature', 'The signature is not valid');
  const payment = payments.get(JSON.parse(body).payment);
  if (payment) {
    const response = await fetch(`${provider}/charges/${payment.id}`);
    if (response.ok) apply(payment, await response.json());
  }
  return { body: {} };
}

function paymentOf({ params, bearer }) {
  need(bearer);
  const payment = payments.get(params.id);
  if (!payment) throw new Problem(404, 'not-found', 'There is no such payment');
  return payment;
}

const refund = (context) => {
  const payment = paymentOf(context);
  return once(context, async ({ amount, ...others }) => {
    check(['amount', isAmount(amount), 'must be a whole number'], ...unknown(others));
    const { id, currency } = payment;
    const payee = accountOf(payment);
    const open = payment.refunds.filter(({ state }) => state !== 'refused').reduce((sum, each) => sum + each.amount, 0);
    if (payment.state !== 'succeeded' || open + amount > payment.amount) throw new Problem(409, 'too-much', 'That is more than can be refunded');
    const intent = { id: randomUUID(), amount, state: 'started' };
    payment.refunds.push(intent);
    const done = await ask('/refunds', intent.id, { payment: id, amount });
    if (!done) return { status: 202, body: { ...intent } };
    // The fee of all refunds so far, less what was given back before.
    const before = payment.refunds.filter(({ state }) => state === 'done').reduce((sum, each) => sum + each.amount, 0);
    const fee = feeOf(before + amount) - feeOf(before);
    intent.state = 'done';
    post('refund', intent.id, currency, { [payee]: fee - amount, fees: -fee, provider: amount });
    return { status: 201, body: { ...intent } };
  });
};

function weekEnd(week) {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week) ?? [];
  const fourth = Date.UTC(Number(year), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000;
  const end = monday + Number(number) * 7 * 86_400_000;
  // A week belongs to the year of its Thursday.
  return Number(number) >= 1 && new Date(end - 4 * 86_400_000).getUTCFullYear() === Number(year) ? end : Number.NaN;
}

serve({
  'POST /payments': (context) => {
    need(context.bearer);
    return startPayment(context);
  },
  'GET /payments/{id}': (context) => ({ body: shown(paymentOf(context)) }),
  'POST /payments/{id}/refunds': refund,
  'GET /accounts/{id}/balance': ({ params, bearer }) => {
    need(bearer);
    const all = entriesOf(accountOf({ payee: params.id }));
    const items = [...new Set(all.map(({ currency }) => currency))].map((currency) => {
      const balance = all.filter((entry) => entry.currency === currency).reduce((sum, { amount }) => sum + amount, 0);
      return { currency, balance, nextPayout: Math.max(0, balance) };
    });
    return { body: { items } };
  },
  'GET /accounts/{id}/entries': ({ params, bearer }) => {
    need(bearer);
    const balances = {};
    const items = entriesOf(accountOf({ payee: params.id })).map(({ kind, amount, currency }) => {
      balances[currency] = (balances[currency] ?? 0) + amount;
      return { kind, amount, currency, balance: balances[currency] };
    });
    return { body: { items, nextCursor: null } };
  },
  'PUT /payout-runs/{week}': ({ params: { week }, bearer }) => {
    need(bearer, 'test-treasurer', 'test-treasurer-2');
    if (!(weekEnd(week) <= Date.now())) throw new Problem(422, 'week', 'The week is not closed');
    const isKnown = payoutRuns.has(week);
    payoutRuns.set(week, { week });
    return { status: isKnown ? 200 : 202, body: payoutRuns.get(week) };
  },
  'POST /adjustments': (context) => {
    need(context.bearer, 'test-treasurer', 'test-treasurer-2');
    return once(context, ({ payee, amount, currency, reason, ...others }) => {
      check(['amount', Number.isSafeInteger(amount) && amount !== 0, 'must be a whole number'], ['reason', typeof reason === 'string', 'must be a text'], ...unknown(others));
      const adjustment = { id: randomUUID(), payee, amount, currency, reason, by: context.bearer, state: 'proposed' };
      adjustments.set(adjustment.id, adjustment);
      return { status: 201, body: adjustment };
    });
  },
  'POST /adjustments/{id}/approval': async ({ params, bearer }) => {
    need(bearer, 'test-treasurer', 'test-treasurer-2');
    const adjustment = adjustments.get(params.id);
    if (!adjustment) throw new Problem(404, 'not-found', 'There is no such adjustment');
    const { id, amount, currency, by } = adjustment;
    if (by === bearer) throw new Problem(403, 'own', 'Another treasurer has to approve');
    adjustment.state = 'posted';
    post('adjustment', id, currency, { [accountOf(adjustment)]: amount, bank: -amount });
    return { body: adjustment };
  },
  'POST /provider/events': event,
});
