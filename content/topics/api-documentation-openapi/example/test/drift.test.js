import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { createApp } from '../src/app.js';
import { readDocument } from '../src/document.js';

// #region strict
/** A copy of the description that doesn't allow fields it doesn't name. */
function strictDocument() {
  const document = readDocument();
  for (const schema of Object.values(document.components.schemas)) {
    schema.additionalProperties ??= false;
  }
  return document;
}
// #endregion strict

const document = strictDocument();
const seen = new Set();
let server;

before(async () => {
  server = createApp({ document, strict: true }).listen(0);
  await once(server, 'listening');
});
after(() => server.close());

// #region call
async function call(operationId, { id, body, key = 'demo' }) {
  const [path, method] = find(operationId);
  const res = await fetch(
    `http://localhost:${server.address().port}${path.replace('{id}', id)}`,
    {
      method,
      headers: { 'x-api-key': key, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    },
  );
  seen.add(`${operationId} ${res.status}`);
  return { status: res.status, body: await res.json().catch(() => ({})) };
}

const cases = [
  ['getRoom', { id: 'main' }, 200],
  ['getRoom', { id: 'night' }, 200],
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
    const { status, body } = await call(operationId, request);
    assert.equal(status, expected, body.title);
  });
}

test('every described response was provoked, and no other', () => {
  const described = operations().flatMap(([, , { operationId, responses }]) =>
    Object.keys(responses).map((status) => `${operationId} ${status}`),
  );
  assert.deepEqual([...seen].sort(), described.sort());
});
// #endregion call

function operations() {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [
      path,
      method.toUpperCase(),
      operation,
    ]),
  );
}

const find = (id) => operations().find(([, , o]) => o.operationId === id);
