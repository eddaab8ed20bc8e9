import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import express from 'express';
import { createApp } from '../src/app.js';
import { readDocument } from '../src/document.js';

const document = readDocument();
const ajv = new Ajv2020({ strict: false });
const seen = new Set();
const sent = new Set();
let server;

before(async () => {
  server = createApp().listen(0);
  await once(server, 'listening');
});
after(() => server.close());

// #region strict
/** Doesn't allow properties that the description doesn't name. */
function makeStrict(node) {
  if (node === null || typeof node !== 'object') return;
  if (node.properties) node.additionalProperties ??= false;
  Object.values(node).forEach(makeStrict);
}
makeStrict(document);
// #endregion strict

// #region check
/** Compares what came over the wire with the description. */
function check({ responses }, { status, type, text }) {
  const described = resolve(responses[status]);
  assert.ok(described, `status ${status} is not described: ${text}`);
  if (!described.content) return assert.equal(text, ''); // such as a 204
  const schema = described.content[type]?.schema;
  assert.ok(schema, `${status} with ${type} is not described`);
  const validate = ajv.compile({ ...schema, components: document.components });
  assert.ok(validate(JSON.parse(text)), ajv.errorsText(validate.errors));
  sent.add(text);
}
// #endregion check

// #region call
async function call(operationId, { id, body, key = 'demo' }) {
  const { path, method, operation } = operations.get(operationId);
  const url = `http://localhost:${server.address().port}${path}`;
  const res = await fetch(url.replace('{id}', id), {
    method,
    headers: { 'x-api-key': key, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const [type] = (res.headers.get('content-type') ?? '').split(';');
  check(operation, { status: res.status, type, text: await res.text() });
  seen.add(`${operationId} ${res.status}`);
  return res.status;
}

const cases = [
  ['getRoom', { id: 'main' }, 200],
  ['getRoom', { id: 'night' }, 200],
  ['getRoom', { id: 'Main1' }, 400],
  ['getRoom', { id: 'attic' }, 404],
  ['getRoom', { id: 'main', key: 'wrong' }, 401],
  ['reserveSeats', { id: 'main', body: { seats: 2, note: null } }, 201],
  ['reserveSeats', { id: 'main', body: { seats: 4 } }, 409],
  ['reserveSeats', { id: 'main', body: { seats: 5 } }, 400],
  ['reserveSeats', { id: 'attic', body: { seats: 1 } }, 404],
  ['reserveSeats', { id: 'main', body: { seats: 1 }, key: '' }, 401],
];
for (const [operationId, request, expected] of cases) {
  test(`${operationId} ${JSON.stringify(request)}: ${expected}`, async () => {
    assert.equal(await call(operationId, request), expected);
  });
}

test('every described response was provoked', () => {
  const described = [...operations.values()].flatMap(({ operation }) =>
    Object.keys(operation.responses).map(
      (status) => `${operation.operationId} ${status}`,
    ),
  );
  assert.deepEqual([...seen].sort(), described.sort());
});
// #endregion call

test('the description is served to everyone', async () => {
  const { port } = server.address();
  const res = await fetch(`http://localhost:${port}/openapi.json`);
  assert.deepEqual(await res.json(), readDocument());
});

test('an error from elsewhere is a 500, whatever its status', async (t) => {
  t.mock.method(console, 'error', () => {});
  const url = `http://localhost:${server.address().port}/rooms`;
  const headers = { 'x-api-key': 'demo' };
  assert.equal((await fetch(`${url}/%`, { headers })).status, 400);
  const fail = () => {
    throw Object.assign(new Error('from another API'), { status: 404 });
  };
  t.mock.method(express.response, 'json', fail, { times: 1 });
  const res = await fetch(`${url}/main`, { headers });
  assert.equal(res.status, 500);
  assert.doesNotMatch(await res.text(), /another API/);
});

test('the check finds a planted field, a wrong type and a wrong status', () => {
  const { operation } = operations.get('getRoom');
  const room = { id: 'main', freeSeats: 3, closesAt: null };
  const good = { status: 200, type: 'application/json' };
  check(operation, { ...good, text: JSON.stringify(room) });

  const leak = JSON.stringify({ ...room, staffNote: 'heating broken' });
  const fails = (answer) => assert.throws(() => check(operation, answer));
  fails({ ...good, text: leak });
  fails({ ...good, text: '{"id":"main"}' });
  fails({ ...good, type: 'text/html', text: '<p>hi</p>' });
  fails({ ...good, status: 418, text: '{}' });
});

function resolve(node) {
  if (!node?.$ref) return node;
  const keys = node.$ref.slice(2).split('/');
  return keys.reduce((at, key) => at[key], document);
}

const operations = new Map(
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [
      operation.operationId,
      { path, method: method.toUpperCase(), operation },
    ]),
  ),
);

test('the server has sent each example of an error', () => {
  for (const { operation } of operations.values()) {
    for (const response of Object.values(operation.responses)) {
      const { content } = resolve(response);
      const problem = content?.['application/problem+json'];
      if (problem) assert.ok(sent.has(JSON.stringify(problem.example)));
    }
  }
});
