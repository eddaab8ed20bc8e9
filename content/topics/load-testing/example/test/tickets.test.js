import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { sendFamilies } from '../load/buyers.js';
import { startSystem } from '../load/system.js';

for (const version of ['buyHoldingTheLock', 'buy']) {
  test(`${version}: sells the last 10 places to 10 of 30`, async (t) => {
    const system = await startSystem(version);
    t.after(() => system.stop());
    await system.pool.query('UPDATE day SET places = 10 WHERE id = 6');

    const statuses = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const response = await fetch(`${system.url}/tickets`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ day: 6 }),
        });
        await response.body.cancel();
        return response.status;
      }),
    );
    assert.equal(statuses.filter((status) => status === 201).length, 10);
    assert.equal(statuses.filter((status) => status === 409).length, 20);
    const { rows } = await system.pool.query('SELECT day_id FROM ticket');
    assert.deepEqual(rows, Array(10).fill({ day_id: 6 }));
  });
}

test(
  'a service that crashes under load fails visits, and the run ends',
  { timeout: 30_000 },
  async () => {
    const system = await startSystem('buy');
    setTimeout(system.crash, 500);
    const { url } = system;
    const asked = [];
    const { failed } = await sendFamilies({ url, rate: 20, seconds: 1, asked });
    assert.ok(failed > 0);
    assert.equal(
      (await system.waiting())['for a connection'],
      'the service has ended',
    );
    await system.stop();
  },
);

test('a version that does not exist is an error', { timeout: 30_000 }, () =>
  assert.rejects(startSystem('bye'), { message: 'the service has ended' }),
);

const fine = (req) => (req.url === '/days' ? 200 : 201);

/** How many visits of five fail, and how many are counted as asked for? */
async function visit(t, respond) {
  const server = createServer(respond).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close().closeAllConnections());
  const url = `http://127.0.0.1:${server.address().port}`;
  const asked = [];
  const { failed } = await sendFamilies({ url, rate: 5, seconds: 1, asked });
  return { failed, asked: asked.reduce((sum, n) => sum + n, 0) };
}

for (const [path, status, failed] of [
  ['/days', 503, 5],
  ['/tickets', 422, 5],
  ['/tickets', 409, 0],
]) {
  test(`${status} for ${path} fails ${failed} visits of 5`, async (t) => {
    const result = await visit(t, (req, res) => {
      res.writeHead(req.url === path ? status : fine(req)).end();
    });
    assert.deepEqual(result, { failed, asked: 5 - failed });
  });
}

test('a response whose body never ends is a failed visit', async (t) => {
  const timeout = AbortSignal.timeout;
  t.mock.method(AbortSignal, 'timeout', () => timeout.call(AbortSignal, 200));
  const respond = (req, res) => res.writeHead(fine(req)).write('[');
  assert.deepEqual(await visit(t, respond), { failed: 5, asked: 0 });
});
