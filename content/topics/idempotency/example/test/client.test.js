import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { startWash } from '../src/client.js';

test('the client repeats a request of unknown outcome with its key', async (t) => {
  const keys = [];
  const server = createServer((req, res) => {
    keys.push(req.headers['idempotency-key']);
    if (keys.length === 1) return res.destroy();
    res.statusCode = keys.length === 2 ? 503 : 201;
    res.end('{"wash":1}');
  }).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  const url = `http://localhost:${server.address().port}`;
  const key = 'k1-0123456789abcdef';
  const answer = await startWash(url, { key, machine: 3 });
  assert.deepEqual(answer, { status: 201, wash: 1 });
  assert.deepEqual(keys, [key, key, key]);
});
