import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as apollo from '../src/apollo.js';
import { audit } from '../src/audit.js';
import * as yoga from '../src/yoga.js';

// #region test
const expected = {
  'plain query': 'done',
  'mutation as text/plain': 'refused',
  'mutation from a form': 'refused',
  'JSON from another site': 'refused',
  'query by GET': 'refused',
  'mutation by GET': 'refused',
  'resolver that throws': 'masked',
  'field 2,000 times': 'refused',
  'array of operations': 'refused',
  introspection: 'refused',
  'console in a browser': 'refused',
};

for (const NODE_ENV of ['development', 'production']) {
  test(`with our settings, nothing gets through (${NODE_ENV})`, async (t) => {
    process.env.NODE_ENV = NODE_ENV;
    t.mock.method(console, 'error', () => {});
    const servers = [
      await apollo.startApollo(apollo.careful),
      await yoga.startYoga(yoga.careful),
    ];
    t.after(() => Promise.all(servers.map(({ stop }) => stop())));
    for (const { url } of servers) {
      assert.deepEqual(await audit(url), expected);
    }
  });
}
// #endregion test

test('the defaults are as the page says', async (t) => {
  process.env.NODE_ENV = 'production';
  const servers = [await apollo.startApollo({}), await yoga.startYoga({})];
  t.after(() => Promise.all(servers.map(({ stop }) => stop())));
  const [ofApollo, ofYoga] = [
    await audit(servers[0].url),
    await audit(servers[1].url),
  ];
  assert.equal(ofApollo['resolver that throws'], 'LEAK');
  assert.equal(ofApollo['mutation from a form'], 'refused');
  assert.equal(ofYoga['resolver that throws'], 'masked');
  assert.equal(ofYoga['mutation from a form'], 'done');
});

test('Apollo masks an error of the context function, too', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const context = async () => {
    throw new Error('connect postgres://shop:hunter2@10.0.0.5');
  };
  const { url, stop } = await apollo.startApollo(apollo.careful, context);
  t.after(stop);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ machine }' }),
  });
  assert.equal((await response.json()).errors[0].message, 'Internal error.');
  assert.match(String(log.mock.calls[0].arguments[0]), /hunter2/);
});

test('only NODE_ENV keeps Apollo from answering broken JSON with file paths', async (t) => {
  t.mock.method(console, 'error', () => {});
  const { url, stop } = await apollo.startApollo(apollo.careful);
  t.after(stop);
  for (const NODE_ENV of ['development', 'production']) {
    process.env.NODE_ENV = NODE_ENV;
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: '{' });
    const leaks = (await response.text()).includes('node_modules');
    assert.equal(leaks, NODE_ENV === 'development');
  }
});

test('Apollo hints at names of the schema until you turn that off', async (t) => {
  for (const hideSchemaDetailsFromClientErrors of [false, true]) {
    const { url, stop } = await apollo.startApollo({
      ...apollo.careful,
      hideSchemaDetailsFromClientErrors,
    });
    t.after(stop);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ staffNot }' }),
    });
    const hints = (await response.text()).includes('staffNote');
    assert.equal(hints, !hideSchemaDetailsFromClientErrors);
  }
});
