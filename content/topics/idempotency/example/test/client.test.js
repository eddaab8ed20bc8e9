import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { startWash } from '../src/client.js';

const limit = { timeout: 40_000 };
const key = 'k1-0123456789abcdef';

// Answers with the statuses in turn; 'lost' and 'hangs' never get to the client.
async function serve(t, statuses) {
  const keys = [];
  const server = createServer((req, res) => {
    const next = statuses[keys.push(req.headers['idempotency-key']) - 1];
    const [status, after] = [next].flat();
    if (status === 'hangs') return;
    if (status === 'lost') return res.destroy();
    res.statusCode = status;
    if (after) res.setHeader('retry-after', after);
    res.end(status === 503 ? '<h1>Busy</h1>' : '{"wash":1}');
  }).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  return { url: `http://localhost:${server.address().port}`, keys };
}

test(
  'the client repeats a request of unknown outcome with its key',
  limit,
  async (t) => {
    for (const status of [409, 429, 500, 503, 'hangs']) {
      const { url, keys } = await serve(t, ['lost', status, 201]);
      const answer = await startWash(url, { key, machine: 3 });
      assert.deepEqual(answer, { status: 201, wash: 1 });
      assert.deepEqual(keys, [key, key, key]);
    }
  },
);

test('the client waits as long as the server says', limit, async (t) => {
  for (const status of [429, 503]) {
    const { url } = await serve(t, [[status, 2], 201]);
    const start = Date.now();
    await startWash(url, { key, machine: 3 });
    assert.ok(Date.now() - start >= 1_990);
  }
  const { url } = await serve(t, [[429, 3_600], 201]);
  await assert.rejects(startWash(url, { key, machine: 3 }), /unknown/);
});

test('a refusal is an outcome', async (t) => {
  const { url, keys } = await serve(t, [403]);
  assert.equal((await startWash(url, { key, machine: 3 })).status, 403);
  assert.equal(keys.length, 1);
});

test('after the last attempt, the outcome is unknown', async (t) => {
  const { url, keys } = await serve(t, ['lost', 'lost', 201]);
  await assert.rejects(startWash(url, { key, machine: 3 }, 2), /unknown/);
  assert.equal(keys.length, 2);
});
