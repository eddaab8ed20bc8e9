import assert from 'node:assert/strict';
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
