import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../src/app.js';
import { createLogger } from '../src/logger.js';

async function start(t, charge = async () => ({ id: 'pay_1' })) {
  let written = '';
  const log = createLogger({ write: (text) => (written += text) });
  const server = createApp({ log, provider: { charge } }).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  return {
    post: (body, headers = {}, { signal, query = '' } = {}) =>
      fetch(`http://localhost:${server.address().port}/orders${query}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        signal,
      }),
    text: () => written,
    lines: () => written.trim().split('\n').map(JSON.parse),
    log,
  };
}
const order = { email: 'ada@example.com', seat: '12A', card: '4111111' };

test('every line of a request has its id, and no line has another one', async (t) => {
  const { post, lines } = await start(t);
  const responses = await Promise.all([post(order), post(order)]);
  for (const { headers } of responses) {
    const id = headers.get('x-request-id');
    const own = lines().filter(({ requestId }) => requestId === id);
    assert.deepEqual(
      own.map(({ msg }) => msg),
      ['order placed', 'order paid', 'request completed'],
    );
    assert.deepEqual(own[2].req, { method: 'POST' });
    assert.deepEqual(own[2].res, { statusCode: 201 });
  }
  assert.equal(lines().length, 6);
});

test('a failure is logged once, with its cause', async (t) => {
  const { post, lines } = await start(t, async () => {
    throw new Error('no response within 5000 ms');
  });
  const response = await post(order);
  assert.equal(response.status, 502);
  const errors = lines().filter(({ level }) => level === 'error');
  assert.equal(errors.length, 1);
  assert.equal(errors[0].route, '/orders');
  assert.match(errors[0].err.message, /payment failed/);
  assert.match(errors[0].err.stack, /no response within 5000 ms/);
});

test('the response of a failure names the request, and nothing of the cause', async (t) => {
  const { post, lines } = await start(t, async () => {
    throw new Error('no response within 5000 ms');
  });
  const body = await (await post(order)).json();
  assert.deepEqual(Object.keys(body), ['error', 'requestId']);
  assert.ok(lines().every(({ requestId }) => requestId === body.requestId));
});

test('a request that is not an order is not an error of ours', async (t) => {
  const { post, lines } = await start(t);
  for (const body of [{}, [], { seat: { card: 'x' }, card: 'x' }, 'no JSON'])
    assert.equal((await post(body)).status, 400);
  const text = { 'Content-Type': 'text/plain' };
  assert.equal((await post('seat 12A', text)).status, 400);
  assert.ok(lines().every(({ level }) => level === 'info'));
});

test('known names of secrets are redacted', async (t) => {
  const { log, text, lines } = await start(t);
  const user = { password: 'x-7d1f', card: 'x-7d1f' };
  const headers = { authorization: 'x-7d1f' };
  log.info({ password: 'x-7d1f', user, headers }, 'leaky');
  assert.doesNotMatch(text(), /x-7d1f/);
  const [{ time, level, service }] = lines();
  assert.match(time, /^\d{4}-.*Z$/);
  assert.deepEqual([level, service], ['info', 'ticket-shop']);
});

// #region secrets
test('no secret of a request gets into the log', async (t) => {
  const { post, text } = await start(t, async (card) => {
    throw Object.assign(new Error('declined'), { request: { card } });
  });
  const secret = 'secret-7d1f';
  await post(
    { ...order, email: secret, card: secret, password: secret },
    { Authorization: `Bearer ${secret}`, Cookie: `session=${secret}` },
    { query: `?token=${secret}` },
  );
  assert.match(text(), /request errored/);
  await post(secret); // isn't JSON
  assert.doesNotMatch(text(), new RegExp(secret));
});
// #endregion secrets

test('a failure after the customer has left is logged once, with the id', async (t) => {
  const { post, lines } = await start(t, async () => {
    await sleep(200);
    throw new Error('no response within 5000 ms');
  });
  await assert.rejects(post(order, {}, { signal: AbortSignal.timeout(100) }));
  await sleep(300);
  const messages = lines().map(({ msg }) => msg);
  assert.deepEqual(messages, [
    'order placed',
    'request aborted',
    'failed after the customer left',
  ]);
  assert.match(lines()[2].err.stack, /no response within 5000 ms/);
  assert.equal(new Set(lines().map(({ requestId }) => requestId)).size, 1);
});

test('a line break in a value does not make a second line', async (t) => {
  const { post, lines } = await start(t);
  await post({ ...order, seat: '1A"}\n{"level":"error","msg":"forged"}' });
  assert.deepEqual(
    lines().map(({ msg }) => msg),
    ['order placed', 'order paid', 'request completed'],
  );
});

test('an error from elsewhere is logged as ours, whatever its status', async (t) => {
  const { post, lines } = await start(t, async () => ({
    get id() {
      throw Object.assign(new Error('from another API'), { status: 404 });
    },
  }));
  assert.equal((await post(order)).status, 500);
  assert.equal(lines().at(-1).level, 'error');
});
